// Package main knows what servers are for whose errors another package drops.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/dropsthere/web"
)

func orders(w http.ResponseWriter, r *http.Request) {}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", orders)
	first, second := web.New(os.Getenv("ADDR"), mux), web.New(os.Getenv("ADDR2"), mux)
	first.Begin() // want `the error of \(\*http.Server\).ListenAndServe is dropped, so a port that is taken looks like a healthy start \(\(\*http.Server\).ListenAndServe is called at web.go:20\)`
	second.Begin()
	turned := &web.Embedded{Server: &http.Server{Addr: os.Getenv("ADDR3"), Handler: mux}}
	turned.Begin() // want `looked at only when the server was stopped, so a port that is taken goes unnoticed`
	web.NewStrict(os.Getenv("ADDR4"), mux).Begin()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	_ = first.End(context.Background())
}
