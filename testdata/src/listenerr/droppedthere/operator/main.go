// Package main drops the error of what only its operator asks.
package main

import (
	"expvar"
	"log"
	"net/http"
	"os"

	"listenerr/droppedthere/web"
)

func main() {
	vars := http.NewServeMux()
	vars.Handle("/debug/vars", expvar.Handler())
	web.New(":"+os.Getenv("VARS_PORT"), vars).Start()

	api := http.NewServeMux()
	api.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), api))
}
