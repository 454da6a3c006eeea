// Package main gives a port to what serves behind an interface, and shows it.
package main

import (
	"log"
	"os"

	"portaddr/behind/router"
)

type fields map[string]any

type logger struct{ with fields }

// WithFields returns a logger that shows f, too.
func (l logger) WithFields(f fields) logger { return logger{with: f} }

func (l logger) info(s string) { log.Print(s, l.with) }

type settings map[string]string

func (s settings) check() {
	if s["port"] == "" {
		log.Fatal("no port")
	}
}

func main() {
	var l logger
	l.WithFields(fields{"port": os.Getenv("APP_PORT")}).info("starts")
	go router.New().Serve(os.Getenv("APP_PORT")) // want `"APP_PORT" decides this port with no fallback and no check`
	settings{"port": os.Getenv("ADMIN_PORT")}.check()
	go router.New().Serve(os.Getenv("ADMIN_PORT"))
	router.NewCareful().ServeChecked(os.Getenv("CHECKED_PORT"))
}
