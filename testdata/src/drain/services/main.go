// Package main runs two services in a group, whose mistake is reported there.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/services/service"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	api := http.NewServeMux()
	api.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	hooks := http.NewServeMux()
	hooks.HandleFunc("/hook", func(w http.ResponseWriter, r *http.Request) {})

	group := service.NewGroup(
		service.NewHTTP("api", env("API_ADDR", ":8080"), api),
		service.NewHTTP("hooks", env("HOOKS_ADDR", ":8081"), hooks),
	)
	if err := group.Run(ctx, 10*time.Second); err != nil {
		log.Fatal(err)
	}
}

func env(key, def string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return def
}
