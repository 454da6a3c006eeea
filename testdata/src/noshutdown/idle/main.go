// Package main has stops that nothing begins.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"noshutdown/idle/web"
)

type app struct {
	srv        *http.Server
	quit, told chan struct{}
}

// run waits for what nobody sends.
func (a *app) run() {
	go a.srv.ListenAndServe() // want `its Shutdown waits for a channel on which nothing is ever sent`
	<-a.quit
	_ = a.srv.Shutdown(context.Background())
}

func (a *app) listen(srv *http.Server) {
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGTERM)
		<-c
		close(a.told)
	}()
	go srv.ListenAndServe()
	<-a.told
	_ = srv.Shutdown(context.Background())
}

// counted waits for the start before it stops it.
func counted(srv *http.Server) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		log.Print(srv.ListenAndServe()) // want `stands behind this call, which blocks`
	}()
	wg.Wait()
	_ = srv.Shutdown(context.Background())
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lone, cancel := context.WithCancel(context.Background())
	defer cancel()
	ended, end := context.WithCancel(context.Background())
	go func() {
		<-ctx.Done()
		end()
	}()
	var err error
	switch len(os.Args) {
	case 1:
		err = web.Serve(lone, os.Getenv("A")) // want `its Shutdown waits for a context that never ends`
	case 2:
		err = web.Serve(ended, os.Getenv("B"))
	case 3:
		a := &app{srv: &http.Server{Addr: os.Getenv("C")}, quit: make(chan struct{}), told: make(chan struct{})}
		a.listen(&http.Server{Addr: os.Getenv("D")})
		a.run()
	case 4:
		counted(&http.Server{Addr: os.Getenv("E")})
	}
	if err != nil {
		log.Print(err)
	}
	begun, late := web.New(os.Getenv("F")), web.New(os.Getenv("G"))
	if err := begun.Begin(); err != nil {
		log.Fatal(err)
	}
	if err := late.Start(); err != nil { // want `stands behind this call, which blocks`
		log.Fatal(err)
	}
	<-ctx.Done()
	limit, cancelLimit := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancelLimit()
	_ = begun.Stop(limit)
	_ = late.Stop(limit)
}
