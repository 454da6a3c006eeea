// Package main takes the address from the command line only, and leaves the
// server of its metrics at net/http's default address.
package main

import (
	"flag"
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"
)

func main() {
	addr := flag.String("addr", ":3000", "address to listen on")
	flag.Parse()

	plain := &http.Server{Handler: chi.NewRouter()}
	go func() { log.Print(plain.ListenAndServe()) }() // want `hardcodedport: port "80" is hardcoded: .* by default` `noshutdown: .* never stopped by Shutdown` `nohealth: no route of this program` `listenerr: the error of .* is only logged`

	r := chi.NewMux()
	r.Route("/orders", func(r chi.Router) {
		r.Get("/", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) })
	})
	srv := http.Server{Addr: *addr, Handler: r}
	log.Fatal(srv.ListenAndServe()) // want `noshutdown: .* never stopped by Shutdown`
}
