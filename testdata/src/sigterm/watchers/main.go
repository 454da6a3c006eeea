// Package main watches files, which ends with the process in any case.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"

	"github.com/fsnotify/fsnotify"
)

type index struct{ w *fsnotify.Watcher }

func (i *index) save() { log.Println("saved") }

func main() {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt)
		for range c {
			_ = w.Close()
			os.Exit(0)
		}
	}()
	go func() {
		i := &index{w}
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt) // want `only SIGINT is waited for`
		<-c
		_ = i.w.Close()
		i.save()
		os.Exit(0)
	}()
	log.Fatal(http.ListenAndServe(os.Getenv("ADDR"), nil))
}
