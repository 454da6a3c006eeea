// Package main runs servers that another package makes and starts at once.
package main

import (
	"log"
	"net/http"
	"os"

	"drain/constructed/app"
	"drain/constructed/web"
)

func main() {
	switch os.Args[1] {
	case "run":
		app.Run()
	case "here":
		s := web.New(http.NewServeMux())
		log.Print(<-s.Failed())
		s.Shutdown()
	default:
		s := web.New(http.NewServeMux())
		log.Print(<-s.Failed())
		go s.Shutdown() // want `main ends without waiting for \(\*web.Server\).Shutdown, which runs in a goroutine`
	}
}
