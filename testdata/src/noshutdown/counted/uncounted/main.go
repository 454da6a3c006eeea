// Package main closes its listener at the signal, and ends.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// tracker counts its connections.
type tracker struct {
	net.Listener
	wg sync.WaitGroup
}

func (t *tracker) Accept() (net.Conn, error) {
	c, err := t.Listener.Accept()
	if err == nil {
		t.wg.Add(1)
		c = &tracked{c, &t.wg}
	}
	return c, err
}

func (t *tracker) wait() { t.wg.Wait() }

type tracked struct {
	net.Conn
	wg *sync.WaitGroup
}

func (c *tracked) Close() error { c.wg.Done(); return c.Conn.Close() }

type app struct{}

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func (a *app) serve(l net.Listener) error { return http.Serve(l, a) } // want "gives no handle"

func main() {
	inner, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	l := &tracker{Listener: inner}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	go func() {
		<-stop
		l.Close()
	}()
	new(app).serve(l)
	log.Print("closed")
}
