// Package main drops errors in all kinds of code.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"golang.org/x/sync/errgroup"
)

type holder[T any] struct {
	srv   *http.Server
	value T
}

func (h *holder[T]) start() { go h.srv.ListenAndServe() } // want `is dropped`

func start[S interface{ ListenAndServe() error }](s S) {
	go s.ListenAndServe() // want `is dropped`
}

type service struct{ *http.Server }

func (s service) Start() {
	_ = s.ListenAndServe() // want `is dropped`
}

type app struct {
	srv http.Server
	err error
}

func (a *app) run() {
	a.err = a.srv.ListenAndServe()
}

func (a *app) deferred() {
	defer a.srv.ListenAndServe() // want `is dropped`
}

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	h := holder[int]{srv: srv}
	h.start()
	start(srv)
	service{srv}.Start()
	new(app).run()
	new(app).deferred()
	group(srv)
	literals(srv)
	loop()
	log.Print(bound(), handed(srv))
	errs := make(chan error)
	listeners(errs)
	methodValue(srv)
	loggedOnly(srv)
	handledLater(srv)
	retries(srv)
	shapes(srv)
}

func group(srv *http.Server) {
	g, _ := errgroup.WithContext(context.Background())
	g.Go(func() error {
		srv.ListenAndServe() // want `is dropped`
		return nil
	})
	g.Go(func() error { return srv.ListenAndServe() }) // want `ends nothing: its group, g, has no context that ends the others`
	g.Go(srv.ListenAndServe)
	log.Print(g.Wait())
}

func literals(srv *http.Server) {
	go func() error { return srv.ListenAndServe() }() // want `is dropped`
	if err := func() error { return srv.ListenAndServe() }(); err != nil {
		log.Print(err)
	}
	run := func() error { return srv.ListenAndServe() }
	go run() // should fire: literals in variables are not followed
	func() {
		defer log.Print("done")
		srv.ListenAndServe() // want `is dropped`
	}()
}

func loop() {
	for _, addr := range []string{os.Getenv("A"), os.Getenv("B")} {
		go http.ListenAndServe(addr, nil) // want `is dropped`
	}
}

func bound() error {
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		return err
	}
	go http.Serve(l, nil)
	srv := &http.Server{}
	go srv.Serve(l)
	_ = srv.ServeTLS(l, "", "")
	conn, _ := net.ListenPacket("udp", os.Getenv("UDP")) // want `the error of net.ListenPacket is dropped`
	_, err = conn.WriteTo(nil, conn.LocalAddr())
	return err
}

func handed(srv *http.Server) error {
	return errors.Join(srv.ListenAndServe(), nil)
}

func listeners(errs chan<- error) {
	go func() { errs <- http.ListenAndServe(os.Getenv("ADDR"), nil) }()
	go func() {
		select {
		case errs <- http.ListenAndServe(os.Getenv("B"), nil):
		default:
		}
	}()
}

func methodValue(srv *http.Server) {
	start := srv.ListenAndServe
	go start() // want `is dropped`
	defer func() { log.Print(recover()) }()
	panic(srv.ListenAndServe())
}

func loggedOnly(srv *http.Server) {
	if err := srv.ListenAndServe(); err != nil {
		log.Print(err)
	}
	err := srv.ListenAndServe()
	log.Print(err)
}

func handledLater(srv *http.Server) {
	var err error
	defer func() { log.Print(err) }()
	go func() { err = srv.ListenAndServe() }()
	time.Sleep(time.Second)
}

func retries(srv *http.Server) {
	for srv.ListenAndServe() != nil {
		time.Sleep(time.Second)
	}
}

func shapes(srv *http.Server) {
	var _ = srv.ListenAndServe()                    // want `is dropped`
	_, _ = 1, srv.ListenAndServe()                  // want `is dropped`
	(srv.ListenAndServe())                          // want `is dropped`
	var l, _ = net.Listen("tcp", os.Getenv("ADDR")) // want `is dropped`
	switch srv.ListenAndServe() {
	case nil:
	}
	log.Print(l)
}
