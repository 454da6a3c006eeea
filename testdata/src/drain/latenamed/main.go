// Package main hands the stops of its servers to a package that calls them by then.
package main

import (
	"log"
	"net/http"
	"os"

	"drain/latenamed/life"
	"drain/latenamed/web"
)

func main() {
	failed := make(chan error, 3)
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { failed <- srv.ListenAndServe() }()
	site := web.New(os.Getenv("SITE_ADDR"))
	go func() { failed <- site.Start() }()
	last := web.New(os.Getenv("LAST_ADDR"))
	go func() { failed <- last.Start() }()

	l := life.New(life.WithLast(last.Stop))
	l.OnStop(srv.Shutdown) // want `the context given to \(\*http.Server\).Shutdown at life.go:\d+ has already ended there`
	l.OnStop(site.Stop)    // want `the context given to \(\*web.Server\).Stop at life.go:\d+ has already ended there`
	if err := l.Run(failed); err != nil {
		log.Fatal(err)
	}
}
