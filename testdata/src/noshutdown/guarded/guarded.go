// Package guarded has handlers that let only some in.
package guarded

import (
	"net/http"
	"os"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func handler(next http.Handler, user string) http.Handler {
	if user == "" {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name, _, ok := r.BasicAuth(); !ok || name != user {
			http.Error(w, "who is it?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func measured() http.Handler {
	h := promhttp.Handler()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("key") != os.Getenv("KEY") {
			http.NotFound(w, r)
			return
		}
		h.ServeHTTP(w, r)
	})
}

func greeting() http.Handler {
	h := promhttp.Handler()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == os.Getenv("PAGE") {
			_, _ = w.Write([]byte("hello"))
			return
		}
		h.ServeHTTP(w, r)
	})
}

func metrics(addr, path string) error {
	mux := http.NewServeMux()
	mux.Handle(path, measured())
	return http.ListenAndServe(addr, mux)
}

// The variable holds the handler and what is around it.
func layered(addr string) error {
	h := promhttp.Handler()
	h = logged(h)
	h = logged(h)
	return http.ListenAndServe(addr, h) // want "gives no handle"
}

func logged(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h.ServeHTTP(w, r) })
}

func page(addr, path string) error {
	mux := http.NewServeMux()
	mux.Handle(path, greeting())
	return http.ListenAndServe(addr, mux) // want "gives no handle"
}

func orders(addr string) error {
	return http.ListenAndServe(addr, handler(http.FileServer(http.Dir("orders")), "bo")) // want "gives no handle"
}
