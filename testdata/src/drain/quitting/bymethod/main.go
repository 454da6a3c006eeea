// Package main has a server that its own handlers stop, by an interface.
package main

import (
	"log"

	"drain/quitting/control"
	"drain/quitting/web"
)

func main() {
	s := web.New()
	s.Handle("/admin/", control.Admin(s)) // want `\(\*web.Server\).Shutdown is called by a handler of the server that it stops \(at control.go:\d+\), so it waits for itself`
	s.Handle("/later/", control.AdminLater(s))
	if err := s.Run(); err != nil {
		log.Fatal(err)
	}
}
