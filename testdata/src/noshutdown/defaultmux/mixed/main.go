// Package main answers requests beside the connections that it takes over.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/stream", func(w http.ResponseWriter, r *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			log.Print(err)
			return
		}
		conn.Close()
	})
	http.HandleFunc("/orders", orders)
	serve(os.Getenv("ADDR"))
}

func serve(addr string) {
	log.Fatal(http.ListenAndServe(addr, nil)) // want `http.ListenAndServe gives no handle`
}

func orders(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err == nil {
		w.Write([]byte(r.Form.Get("id")))
	}
}
