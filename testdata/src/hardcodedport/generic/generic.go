// Package main has type parameters on the way.
package main

import (
	"cmp"
	"fmt"
	"net"
	"net/http"
	"os"
)

func main() {
	listen(":9201")       // want `port "9201".*passed to net.Listen`
	listen(name(":9202")) // want `port "9202".*passed to net.Listen`
	listen(name(os.Args[1]))
	listenPort(9203)        // want `port "9203"`
	listenPort[int32](9204) // want `port "9204"`
}

type name string

func listen[S ~string](addr S) (net.Listener, error) { return net.Listen("tcp", string(addr)) }

func listenPort[N int | int32](n N) error {
	return http.ListenAndServe(fmt.Sprintf(":%d", n), nil)
}

type box[T any] struct{ value T }

func (b *box[T]) get() T { return b.value }

func boxed() {
	b := &box[string]{value: ":9205"} // want `port "9205"`
	http.ListenAndServe(b.get(), nil)
	p := box[int]{9206}
	_ = p.get()
}

func ptr[T any](v T) *T { return &v }

// Who has the pointer may write.
func pointer() {
	addr := ptr(":9207")
	http.ListenAndServe(*addr, nil)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func musts() {
	must(net.Listen("tcp", ":9208"))      // want `port "9208"`
	l := must(net.Listen("tcp", ":9209")) // want `port "9209"`
	http.Serve(l, nil)
}

func or[T comparable](vs ...T) (zero T) {
	for _, v := range vs {
		if v != zero {
			return v
		}
	}
	return zero
}

func fallback() {
	http.ListenAndServe(or(os.Getenv("ADDR"), ":9210"), nil)
	http.ListenAndServe(fmt.Sprintf(":%d", cmp.Or(len(os.Args), 9211)), nil)
}

type server[H http.Handler] struct {
	addr    string
	handler H
}

func newServer[H http.Handler](addr string, h H) *server[H] { return &server[H]{addr, h} }

func (s *server[H]) Run() error { return http.ListenAndServe(s.addr, s.handler) }

func genericServer() {
	s := newServer(":9212", http.NewServeMux()) // want `port "9212"`
	s.Run()
	s2 := newServer[http.Handler](os.Getenv("ADDR"), http.NotFoundHandler())
	s2.Run()
}
