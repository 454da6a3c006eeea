// Package main keeps contexts for the end of its servers.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// early makes its limit when it starts.
type early struct {
	srv   *http.Server
	limit context.Context
}

func (e *early) start() {
	e.srv = &http.Server{Addr: os.Getenv("EARLY")}
	e.limit, _ = context.WithTimeout(context.Background(), 30*time.Second)
	go func() {
		if err := e.srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
}

func (e *early) stop() {
	if err := e.srv.Shutdown(e.limit); err != nil { // want `the context given to \(\*http.Server\).Shutdown has already ended here`
		log.Print(err)
	}
}

// late makes it when it is about to stop.
type late struct {
	srv   *http.Server
	limit context.Context
}

func (l *late) start() {
	l.srv = &http.Server{Addr: os.Getenv("LATE")}
	go func() {
		if err := l.srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
}

func (l *late) prepare() {
	l.limit, _ = context.WithTimeout(context.Background(), 30*time.Second)
}

func (l *late) stop() {
	l.prepare()
	if err := l.srv.Shutdown(l.limit); err != nil {
		log.Print(err)
	}
}

// whole has a limit for all that it does.
type whole struct {
	srv   *http.Server
	limit context.Context
}

func (w *whole) start() {
	w.srv = &http.Server{Addr: os.Getenv("WHOLE")}
	w.limit, _ = context.WithTimeout(context.Background(), 24*time.Hour)
	go func() {
		if err := w.srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
}

func (w *whole) stop() {
	if err := w.srv.Shutdown(w.limit); err != nil {
		log.Print(err)
	}
}

// again makes one for each stop.
type again struct {
	srv   *http.Server
	limit context.Context
}

func (a *again) start() {
	a.srv = &http.Server{Addr: os.Getenv("AGAIN")}
	a.limit, _ = context.WithTimeout(context.Background(), 30*time.Second)
	go func() {
		if err := a.srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
}

func (a *again) stop() {
	a.limit = context.Background()
	if err := a.srv.Shutdown(a.limit); err != nil {
		log.Print(err)
	}
}

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	e, l, w, a := new(early), new(late), new(whole), new(again)
	e.start()
	l.start()
	w.start()
	a.start()
	<-c
	e.stop()
	l.stop()
	w.stop()
	a.stop()
}
