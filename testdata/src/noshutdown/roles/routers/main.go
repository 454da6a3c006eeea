// Command routers serves what another package puts together.
package main

import (
	"log"
	"net/http"
	"os"

	"noshutdown/roles/routers/web"
)

func main() {
	go redirect()
	go metrics()
	go open()
	api()
}

func redirect() {
	srv := &http.Server{Addr: os.Getenv("PLAIN"), Handler: web.Redirecting()}
	log.Print(srv.ListenAndServe())
}

func metrics() {
	srv := &http.Server{Addr: os.Getenv("SCRAPED"), Handler: web.Metrics()}
	log.Print(srv.ListenAndServe())
}

func open() {
	m := web.Open()
	m.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	srv := &http.Server{Addr: os.Getenv("MORE"), Handler: m}
	log.Print(srv.ListenAndServe()) // want "is never stopped by Shutdown"
}

func api() {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: web.API()}
	log.Print(srv.ListenAndServe()) // want "is never stopped by Shutdown"
}
