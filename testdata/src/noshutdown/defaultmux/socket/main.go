// Package main takes over all connections that come to the default mux.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/stream", func(w http.ResponseWriter, r *http.Request) {
		conn, buf, err := w.(http.Hijacker).Hijack()
		if err != nil {
			log.Print(err)
			return
		}
		defer conn.Close()
		buf.WriteString("hello\n")
		buf.Flush()
	})
	log.Fatal(http.ListenAndServe(os.Getenv("ADDR"), nil))
}
