// Package main stops servers once more, behind the calls that start them.
package main

import (
	"context"
	"log"
	"os"
	"time"

	"noshutdown/heldbyothers/life"
	"noshutdown/heldbyothers/self"
	"noshutdown/heldbyothers/web"
)

func main() {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	switch os.Getenv("MODE") {
	case "watched":
		s := web.New(os.Getenv("A"))
		go life.Watch(s)
		report(s.Start())
		report(s.Stop(limit))
	case "interface":
		s := web.New(os.Getenv("B"))
		var stopper life.Stopper = s
		go func() { life.Watch(stopper) }()
		report(s.Start())
		report(s.Stop(limit))
	case "embedded":
		s := web.New(os.Getenv("C"))
		app := struct{ *web.Server }{s}
		go life.Watch(app)
		report(s.Start())
		report(s.Stop(limit))
	case "self":
		s := self.New(os.Getenv("D"))
		report(s.Start())
		report(s.Stop(limit))
	default:
		s := web.New(os.Getenv("E"))
		report(s.Start()) // want `stands behind this call, which blocks`
		report(s.Stop(limit))
	}
}

func report(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
