// Command goroutines has its work in a goroutine, and a health server in
// main.
package main

import (
	"context"
	"net/http"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	go work(context.Background())
	http.ListenAndServe(":8081", mux)
}

func work(ctx context.Context) {
	for ctx.Err() == nil {
		time.Sleep(time.Minute)
	}
}
