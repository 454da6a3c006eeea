// Package main waits behind servers that may tell that they are started already, but not
// that they could not listen.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/startedonce/web"
)

func main() {
	api := web.New(os.Getenv("API_ADDR"))
	if err := api.Start(); err != nil { // want `the error of net.Listen is only logged`
		log.Fatal(err)
	}
	files := web.New(os.Getenv("FILES_ADDR"))
	if err := files.StartOrTell(); err != nil {
		log.Fatal(err)
	}
	pages := web.New(os.Getenv("PAGES_ADDR"))
	if err := pages.StartAndTell(); err != nil {
		log.Fatal(err)
	}
	if err := serve(os.Getenv("TASKS_ADDR"), os.Getenv("TASKS")); err != nil {
		log.Fatal(err)
	}
	noted := web.NewNoted()
	noted.Start(os.Getenv("NOTED_ADDR")) // want `the error of net.Listen is only logged`
	asked := web.NewAsked()
	asked.Start(os.Getenv("ASKED_ADDR"))
	if asked.Stopped() {
		os.Exit(1)
	}
	asked.Open(os.Getenv("OPEN_ADDR"))
	if !asked.Listening() {
		os.Exit(1)
	}
	asked.Begin(os.Getenv("BEGUN_ADDR"))
	if !asked.Up {
		os.Exit(1)
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	noted.Stop()
	api.Stop()
	files.Stop()
	pages.Stop()
}

func serve(addr, dir string) error {
	if _, err := os.Stat(dir); err != nil {
		return err
	}
	l, err := net.Listen("tcp", addr) // want `the error of net.Listen is only logged`
	if err != nil {
		log.Print("cannot listen: ", err)
		return nil
	}
	go func() { log.Fatal(http.Serve(l, http.FileServer(http.Dir(dir)))) }()
	return nil
}
