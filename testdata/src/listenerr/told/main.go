// Package main tells people, or itself, what became of its servers.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

type hub struct {
	srv *http.Server
}

// stopped is closed when the hub has stopped at the signal.
func (h *hub) stopped() <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt, syscall.SIGTERM)
		<-c
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = h.srv.Shutdown(ctx)
	}()
	return done
}

func (h *hub) serve() {
	done := h.stopped()
	if err := h.srv.ListenAndServe(); err != http.ErrServerClosed { // want `only logged`
		log.Print(err)
	}
	<-done
}

func (h *hub) serveOrLeave() {
	done := h.stopped()
	if err := h.srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Print(err)
		return
	}
	<-done
}

// printed writes to the standard error, and goes on.
func printed(srv *http.Server) {
	go func() {
		if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed { // want `only logged`
			fmt.Fprintln(os.Stderr, err)
		}
	}()
}

// written writes to what somebody may read.
func written(srv *http.Server, w *os.File) {
	go func() {
		if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
			fmt.Fprintln(w, err)
		}
	}()
}

// runner uses one variable for all of its errors.
type runner struct {
	srv *http.Server
}

func (r *runner) start() { go r.run() }

func (r *runner) run() {
	l, err := net.Listen("tcp", os.Getenv("ADDR")) // want `the error of net.Listen is only logged`
	if err != nil {
		log.Print(err)
		return
	}
	if err = r.srv.Serve(l); err != nil {
		log.Print(err)
	}
}

// noticed says at its end whether there was an error.
func (r *runner) noticed() {
	go func() {
		var failed error
		defer func() { health <- failed }()
		l, err := net.Listen("tcp", os.Getenv("ADDR"))
		failed = err
		if err != nil {
			log.Print(err)
			return
		}
		failed = r.srv.Serve(l)
	}()
}

var health = make(chan error, 1)

// several serves on all addresses, of which one may fail.
func several(srv *http.Server, addrs []string) {
	var wg sync.WaitGroup
	serve := func(addr string) {
		defer wg.Done()
		l, err := net.Listen("tcp", addr) // want `the error of net.Listen is only logged`
		if err != nil {
			log.Print(err)
			return
		}
		err = srv.Serve(l)
		log.Print(err)
	}
	wg.Add(len(addrs))
	for _, addr := range addrs {
		go serve(addr)
	}
	wg.Wait()
}

// all is several for a function that others call, too, and hear of it.
func all(srv *http.Server, addrs []string, failed chan<- string) {
	serve := func(addr string) {
		l, err := net.Listen("tcp", addr)
		if err != nil {
			log.Print(err)
			failed <- addr
			return
		}
		log.Print(srv.Serve(l))
	}
	for _, addr := range addrs {
		go serve(addr)
	}
}

func main() {
	go several(&http.Server{}, os.Args[2:])
	go all(&http.Server{}, os.Args[2:], nil)
	h := &hub{srv: &http.Server{Addr: os.Getenv("ADDR1")}}
	r := &runner{srv: &http.Server{}}
	r.start()
	r.noticed()
	printed(&http.Server{Addr: os.Getenv("ADDR2")})
	written(&http.Server{Addr: os.Getenv("ADDR3")}, os.Stdin)
	if len(os.Args) > 1 {
		h.serveOrLeave()
		return
	}
	h.serve()
	log.Print(<-health)
}
