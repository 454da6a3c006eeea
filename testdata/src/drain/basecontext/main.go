// Package main gives its requests contexts that end before their drains.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

type app struct {
	ctx    context.Context
	cancel context.CancelFunc
	srv    *http.Server
}

// newApp ties the requests to the app.
func newApp() *app {
	a := &app{}
	a.ctx, a.cancel = context.WithCancel(context.Background())
	a.srv = &http.Server{
		Addr:        os.Getenv("ADDR"),
		BaseContext: func(net.Listener) context.Context { return a.ctx }, // want `requests run in a context that has ended when the stop at main.go:\d+ begins`
	}
	return a
}

func (a *app) stop() {
	a.cancel()
	a.srv.Shutdown(context.Background())
}

// newPatient is newApp for an app that cancels its requests when their time is
// over.
func newPatient() *patient {
	p := &patient{}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	p.srv = &http.Server{
		Addr:        os.Getenv("ADDR2"),
		BaseContext: func(net.Listener) context.Context { return p.ctx },
	}
	return p
}

type patient struct {
	ctx    context.Context
	cancel context.CancelFunc
	srv    *http.Server
}

func (p *patient) stop() {
	limit, done := context.WithTimeout(context.Background(), 5*time.Second)
	defer done()
	p.srv.Shutdown(limit)
	p.cancel()
}

type key struct{}

// base makes a context for requests.
func base(ctx context.Context) func(net.Listener) context.Context {
	ctx = context.WithValue(ctx, key{}, "v")
	return func(net.Listener) context.Context { return ctx } // want `requests run in a context that ends at the signal \(main.go:\d+\)`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a, p := newApp(), newPatient()

	values := &http.Server{Addr: os.Getenv("ADDR3"), BaseContext: base(ctx)}

	hooked := &http.Server{Addr: os.Getenv("ADDR4")}
	requests, cancel := context.WithCancel(context.Background())
	hooked.BaseContext = func(net.Listener) context.Context { return requests } // want `requests run in a context that the stop itself cancels \(RegisterOnShutdown at main.go:\d+\)`
	hooked.RegisterOnShutdown(func() {
		log.Print("stopping")
		cancel()
	})

	apart := &http.Server{
		Addr:        os.Getenv("ADDR5"),
		BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
		ConnContext: func(ctx context.Context, c net.Conn) context.Context {
			return context.WithValue(ctx, key{}, c.RemoteAddr())
		},
	}
	conns := &http.Server{
		Addr:        os.Getenv("ADDR6"),
		ConnContext: func(_ context.Context, c net.Conn) context.Context { return ctx }, // want `requests run in a context that ends at the signal`
	}
	// Of one that is never stopped, nothing is said here.
	reload, forget := signal.NotifyContext(context.Background(), syscall.SIGHUP)
	defer forget()
	other := &http.Server{Addr: os.Getenv("ADDR7"), BaseContext: func(net.Listener) context.Context { return reload }}

	servers := []*http.Server{values, hooked, apart, conns, other}
	go func() { log.Print(a.srv.ListenAndServe()) }()
	go func() { log.Print(p.srv.ListenAndServe()) }()
	go func() { log.Print(values.ListenAndServe()) }()
	go func() { log.Print(hooked.ListenAndServe()) }()
	go func() { log.Print(apart.ListenAndServe()) }()
	go func() { log.Print(conns.ListenAndServe()) }()
	go func() { log.Print(other.ListenAndServe()) }()
	<-ctx.Done()
	var wg sync.WaitGroup
	for _, srv := range servers {
		wg.Go(func() { srv.Shutdown(context.Background()) })
	}
	wg.Wait()
	a.stop()
	p.stop()
}
