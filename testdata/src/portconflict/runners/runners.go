// Package main hands starts on, to code that runs them and to code that may
// not.
package main

import (
	"net/http"
	"sync"

	"github.com/oklog/run"
	"golang.org/x/sync/errgroup"
)

func group() error {
	var g errgroup.Group
	g.Go(func() error { return http.ListenAndServe(":8080", nil) })
	g.Go(func() error { return http.ListenAndServe(":8080", nil) }) // want `port "8080" is that of`
	return g.Wait()
}

func methodValues() error {
	var g errgroup.Group
	a := &http.Server{Addr: ":8081"}
	b := &http.Server{Addr: ":8081"} // want `port "8081" is that of .*passed to \(\*http.Server\).ListenAndServe`
	g.Go(a.ListenAndServe)
	g.Go(b.ListenAndServe)
	return g.Wait()
}

func serveA() error { return http.ListenAndServe(":8082", nil) }
func serveB() error { return http.ListenAndServe(":8082", nil) } // want `port "8082" is that of`

func functions() error {
	var g errgroup.Group
	g.Go(serveA)
	g.Go(serveB)
	return g.Wait()
}

func actors() error {
	var g run.Group
	g.Add(func() error { return http.ListenAndServe(":8083", nil) }, func(error) {})
	g.Add(func() error { return http.ListenAndServe(":8083", nil) }, func(error) {}) // want `port "8083" is that of`
	return g.Run()
}

// Only one of these is called, as far as anybody can tell.
var commands = map[string]func() error{
	"a": func() error { return http.ListenAndServe(":8084", nil) },
	"b": func() error { return http.ListenAndServe(":8084", nil) },
}

func stored(name string) error {
	steps := []func() error{
		func() error { return http.ListenAndServe(":8085", nil) },
		func() error { return http.ListenAndServe(":8085", nil) },
	}
	_ = steps
	return commands[name]()
}

func once() {
	var o sync.Once
	o.Do(func() { go http.ListenAndServe(":8086", nil) })
	o.Do(func() { go http.ListenAndServe(":8086", nil) })
	select {}
}

func variables(plain bool) {
	a := func() { http.ListenAndServe(":8087", nil) }
	b := func() { http.ListenAndServe(":8087", nil) }
	if plain {
		a()
	} else {
		b()
	}
}

func called() {
	func() { go http.ListenAndServe(":8088", nil) }()
	go func() {
		http.ListenAndServe(":8088", nil) // want `port "8088" is that of`
	}()
	select {}
}

func main() {
	go group()
	go methodValues()
	go functions()
	go actors()
	go stored("a")
	go once()
	go variables(true)
	called()
}
