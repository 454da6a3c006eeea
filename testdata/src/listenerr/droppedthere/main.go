// Package main starts what serves its users by a package that drops the errors of
// that.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/droppedthere/web"
)

func main() {
	api := http.NewServeMux()
	api.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	orders := web.New(":"+os.Getenv("PORT"), api)
	orders.Start()                                      // want `the error of \(\*http.Server\).ListenAndServe is dropped, so a port that is taken looks like a healthy start \(\(\*http.Server\).ListenAndServe is called at web.go:16\)`
	web.New(":"+os.Getenv("PARTNER_PORT"), api).Start() // the same cause
	web.New(":"+os.Getenv("HOOKS_PORT"), api).Go()      // want `the error of .* is dropped`

	filled, kept := &http.Server{Addr: ":" + os.Getenv("FILLED_PORT")}, &http.Server{Addr: ":" + os.Getenv("KEPT_PORT")}
	go web.Fill(filled, api) // want `the error of .* is dropped`
	go func() {
		web.Keep(kept, api)
		log.Fatal(web.Failed)
	}()

	watched := web.New(":"+os.Getenv("ADMIN_PORT"), api).Watch()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	select {
	case <-stop:
	case err := <-watched:
		log.Fatal(err)
	}
	orders.Close()
}
