// Package channel sends servers away.
package channel

import "net/http"

func sent(h http.Handler, to chan<- *http.Server) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	to <- srv
	return srv.ListenAndServe()
}

func sentInSelect(h http.Handler, to chan *http.Server) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	select {
	case to <- srv:
	default:
	}
	return srv.ListenAndServe()
}

func received(from <-chan *http.Server) error {
	srv := <-from
	return srv.ListenAndServe()
}

func notSent(h http.Handler, to chan<- string) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	to <- srv.Addr
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}
