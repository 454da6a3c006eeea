// Package web starts a server in several ways, and names what it returns.
package web

import (
	"log"
	"net"
	"net/http"
	"sync"
)

type App struct{ srv *http.Server }

func New(addr string) *App { return &App{&http.Server{Addr: addr, Handler: http.NotFoundHandler()}} }

// Start returns before the error is there.
func (a *App) Start() (err error) {
	go func() {
		err = a.srv.ListenAndServe() // want `the error of \(\*http.Server\).ListenAndServe is assigned in a goroutine and returned before that`
	}()
	return
}

// StartBound has bound the port when it returns.
func (a *App) StartBound() (err error) {
	l, err := net.Listen("tcp", a.srv.Addr)
	if err != nil {
		return
	}
	go func() { log.Fatal(a.srv.Serve(l)) }()
	return
}

// StartAndWait waits for the goroutine, and what returns nothing in it is not its own.
func (a *App) StartAndWait() (err error) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		err = a.srv.ListenAndServe()
	}()
	wg.Wait()
	return
}

// Watch names nothing that it returns, and its literal does not return for it.
func (a *App) Watch() error {
	var err error
	go func() {
		err = a.srv.ListenAndServe()
		if err != nil {
			log.Fatal(err)
		}
	}()
	func() {
		if a.srv.Addr == "" {
			return
		}
	}()
	return nil
}

// Kept keeps the error for itself.
type Kept struct {
	srv        *http.Server
	err, asked error
}

func NewKept(addr string) *Kept {
	return &Kept{srv: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}}
}

// Start returns what is not there yet.
func (k *Kept) Start() error {
	go func() {
		k.err = k.srv.ListenAndServe() // want `is assigned in a goroutine and returned before that`
	}()
	return k.err
}

// StartAsked is one whose error others ask for.
func (k *Kept) StartAsked() error {
	go func() {
		k.asked = k.srv.ListenAndServe()
	}()
	return k.asked
}

// Err tells it.
func (k *Kept) Err() error { return k.asked }
