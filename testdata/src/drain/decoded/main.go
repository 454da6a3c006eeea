// Package main keeps its server beside the settings that it reads from a file, in a
// field that no decoder fills.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type web struct {
	Listen string `json:"listen"`
	server *http.Server
}

type app struct {
	Web *web `json:"web"`
}

func (a *app) start() {
	if a.Web.Listen == "" {
		return
	}
	a.Web.server = &http.Server{Addr: a.Web.Listen}
	go func() {
		if err := a.Web.server.ListenAndServe(); err != nil {
			log.Fatal(err) // want `as soon as \(\*http.Server\).Shutdown begins`
		}
	}()
}

func (a *app) stop() {
	if a.Web.server == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := a.Web.server.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func main() {
	text, err := os.ReadFile("settings.json")
	if err != nil {
		log.Fatal(err)
	}
	a := new(app)
	if err := json.Unmarshal(text, a); err != nil {
		log.Fatal(err)
	}
	a.start()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	<-told
	a.stop()
}
