// Package main drops errors that another package logs and returns.
package main

import (
	"log"
	"net/http"
	"os"

	"listenerr/logsreturns/web"
)

func main() {
	go web.Serve(os.Getenv("WEB_ADDR"), "", "", http.FileServer(http.Dir("."))) // want `the error of http.ListenAndServe is dropped`
	go func() {
		log.Fatal(web.Serve(os.Getenv("FILES_ADDR"), "", "", http.FileServer(http.Dir("."))))
	}()
	select {}
}
