// Package main serves one address in one of three ways, and another in one of two.
package main

import (
	"flag"
	"log"
	"net/http"
)

var (
	addr  = flag.String("addr", ":8443", "")
	other = flag.String("other", ":9443", "")
	cert  = flag.String("cert", "", "")
	ca    = flag.String("ca", "", "")
)

func main() {
	flag.Parse()
	go func() { log.Fatal(two()) }()
	log.Fatal(serve())
}

func serve() error {
	if *cert == "" {
		return http.ListenAndServe(*addr, nil) // want "gives no handle"
	}
	if *ca != "" {
		srv := http.Server{Addr: *addr, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.TLS == nil {
				http.Error(w, "who is it?", http.StatusForbidden)
				return
			}
			http.DefaultServeMux.ServeHTTP(w, r)
		})}
		return srv.ListenAndServeTLS(*cert, *cert)
	}
	srv := http.Server{Addr: *addr}
	return srv.ListenAndServeTLS(*cert, *cert)
}

// Each has an address of its own, and handlers of its own.
func two() error {
	one, two := http.NewServeMux(), http.NewServeMux()
	one.Handle("/one", http.FileServer(http.Dir("one")))
	two.Handle("/two", http.FileServer(http.Dir("two")))
	if *ca == "" {
		return http.ListenAndServe(*other, one) // want "gives no handle"
	}
	srv := http.Server{Addr: ":" + *ca, Handler: two}
	return srv.ListenAndServe() // want "never stopped by Shutdown"
}
