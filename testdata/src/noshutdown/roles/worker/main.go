// Command worker has a health server beside its work.
package main

import (
	"net/http"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	go http.ListenAndServe(":8081", mux)
	work()
}

func work() {
	for range time.Tick(time.Minute) {
		println("done")
	}
}
