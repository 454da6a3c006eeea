// Package main is a service as fasthttp's users write them: the router of its
// neighbourhood, groups, wrapped handlers, and a stop by signal.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/fasthttp/router"
	"github.com/valyala/fasthttp"
)

func main() {
	r := router.New()
	r.GET("/healthz", func(ctx *fasthttp.RequestCtx) {})
	v1 := r.Group("/v1")
	v1.GET("/users/{name}", func(ctx *fasthttp.RequestCtx) { ctx.WriteString(ctx.UserValue("name").(string)) })
	server := &fasthttp.Server{Handler: fasthttp.CompressHandler(r.Handler)}

	idle := make(chan struct{})
	go func() {
		sig := make(chan os.Signal, 1)
		signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
		<-sig
		if err := server.Shutdown(); err != nil {
			log.Print(err)
		}
		close(idle)
	}()
	addr := os.Getenv("LISTEN_ADDR")
	if addr == "" {
		addr = ":8080"
	}
	if err := server.ListenAndServe(addr); err != nil {
		log.Fatal(err)
	}
	<-idle
}
