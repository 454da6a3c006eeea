// Package handlers serves what other packages make.
package handlers

import (
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/h2c"
)

func router(h http.HandlerFunc) error {
	r := chi.NewRouter()
	r.Get("/", h)
	return http.ListenAndServe(":8080", r) // want "http.ListenAndServe gives no handle"
}

func gorilla(h http.HandlerFunc) error {
	r := mux.NewRouter()
	r.HandleFunc("/", h)
	srv := &http.Server{Addr: ":8080", Handler: r}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

func plaintext2(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h2c.NewHandler(h, &http2.Server{})}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

// To configure a server is no stop.
func configured(h http.Handler) error {
	srv := &http.Server{Addr: ":8443", Handler: h}
	if err := http2.ConfigureServer(srv, nil); err != nil {
		return err
	}
	return srv.ListenAndServeTLS("cert.pem", "key.pem") // want "is never stopped by Shutdown"
}

func timeout(h http.Handler) error {
	return http.ListenAndServe(":8080", http.TimeoutHandler(h, time.Second, "")) // want "http.ListenAndServe gives no handle"
}
