// Package main hands addresses through functions, methods and closures.
package main

import (
	"net"
	"net/http"
	"os"
)

func main() {
	serve(":8601") // want `port "8601" is hardcoded, so the platform cannot choose another \(passed to http.ListenAndServe at wrapper.go:18\)`
	serve(os.Getenv("ADDR"))
	outer(":8602") // want `port "8602".*\(passed to net.Listen at wrapper.go:23\)`
	outer(os.Args[1])
}

func serve(addr string) error {
	return http.ListenAndServe(addr, nil)
}

func outer(addr string) { inner("tcp", addr) }
func inner(network, addr string) (net.Listener, error) {
	return net.Listen(network, addr)
}

// A unix socket at one call says nothing about the others.
func sockets() {
	inner("unix", "/run/app.sock")
	inner("tcp", ":8603") // want `port "8603"`
	inner("tcp", ":0")
}

// What stands at the call is a variable: it is named where it is written.
func named() {
	addr := ":8604"
	serve(addr)      // want `port "8604".*\(written at wrapper.go:35, passed to http.ListenAndServe at wrapper.go:18\)`
	serve(address()) // want `port "8605".*written at wrapper.go:40`
}

func address() string { return ":8605" }

// The literal is in the function, whoever calls it.
func fixedInside(h http.Handler) {
	http.ListenAndServe(":8606", h) // want `port "8606" is hardcoded, so the platform cannot choose another$`
}

func callers() {
	fixedInside(nil)
	fixedInside(http.NotFoundHandler())
}

func newServer(addr string, h http.Handler) *http.Server {
	return &http.Server{Addr: addr, Handler: h}
}

func constructed(h http.Handler) {
	newServer(":8607", h).ListenAndServe() // want `port "8607" is hardcoded, so the platform cannot choose another$`
	srv := newServer(os.Getenv("ADDR"), h)
	srv.ListenAndServe()
	srv2 := newServer(
		":8608", // want `port "8608"`
		h,
	)
	go srv2.ListenAndServe()
}

func port(n string) string { return ":" + n }

func builder() {
	http.ListenAndServe(port("8609"), nil) // want `port "8609"`
	http.ListenAndServe(port(os.Getenv("PORT")), nil)
}

func closures(h http.Handler) {
	addr := ":8610"
	run := func() error { return http.ListenAndServe(addr, h) } // want `port "8610"`
	run()
	go func(a string) {
		http.ListenAndServe(a, h)
	}(":8611") // want `port "8611"`
	start := func(a string) { http.ListenAndServe(a, h) }
	start(":8612") // want `port "8612"`
	other := func(a string) { http.ListenAndServe(a, h) }
	other(os.Args[1])
	get := func() string { return ":8613" }
	http.ListenAndServe(get(), h) // want `port "8613"`
}

func group(g interface{ Go(func() error) }, h http.Handler) {
	srv := &http.Server{Addr: ":8614", Handler: h} // want `port "8614".*passed to \(\*http.Server\).ListenAndServe at wrapper.go:92`
	// The method value starts it.
	g.Go(srv.ListenAndServe)
}

func results() (string, error) { return ":8618", nil }

func pair() (host, port string) {
	host, port = "0.0.0.0", "8619"
	return
}

func several() {
	addr, _ := results()
	http.ListenAndServe(addr, nil) // want `port "8618"`
	h, p := pair()
	http.ListenAndServe(net.JoinHostPort(h, p), nil) // want `port "8619"`
	http.ListenAndServe(net.JoinHostPort(pair()), nil)
}

func variadic(addrs ...string) {
	for _, a := range addrs {
		http.ListenAndServe(a, nil)
	}
}

func manyArgs() {
	variadic(os.Args[1:]...)
}

func handed(f func(string) error) { f(os.Args[1]) }

// The function is handed on: what it will be called with is not known.
func asValue() {
	handed(serveHanded)
}

func serveHanded(addr string) error {
	if addr == "" {
		addr = ":8620"
	}
	return http.ListenAndServe(addr, nil)
}

func recursive(addr string, n int) {
	if n > 0 {
		recursive(addr, n-1)
		return
	}
	http.ListenAndServe(addr, nil)
}

func startRecursive() {
	recursive(":8621", 3) // want `port "8621"`
}

func defers() {
	defer http.ListenAndServe(":8622", nil)                   // want `port "8622"`
	go http.ListenAndServe(":8623", nil)                      // want `port "8623"`
	if err := http.ListenAndServe(":8624", nil); err != nil { // want `port "8624"`
		return
	}
	select {
	case <-make(chan int):
		panic(http.ListenAndServe(":8625", nil)) // want `port "8625"`
	}
}

var atInit = http.ListenAndServe(":8626", nil) // want `port "8626"`
