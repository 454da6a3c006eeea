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
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
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
