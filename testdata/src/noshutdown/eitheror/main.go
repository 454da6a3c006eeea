// Package main starts what it serves in one of two forms: one edit mends both.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	addr := ":" + os.Getenv("PORT")
	if cert := os.Getenv("CERT"); cert != "" {
		log.Fatal(http.ListenAndServeTLS(addr, cert, os.Getenv("KEY"), mux)) // want `gives no handle`
	} else {
		log.Fatal(http.ListenAndServe(addr, mux))
	}
}

func serve(kind string, mux, hooks http.Handler) error {
	switch kind {
	case "plain":
		return http.ListenAndServe(":"+os.Getenv("PORT"), mux) // want `gives no handle`
	case "hooks":
		return http.ListenAndServe(":"+os.Getenv("HOOKS_PORT"), hooks) // want `gives no handle`
	}
	return nil
}

func both(mux http.Handler) {
	go http.ListenAndServe(":"+os.Getenv("PORT"), mux) // want `gives no handle`
	if os.Getenv("HOOKS_PORT") != "" {
		http.ListenAndServe(":"+os.Getenv("HOOKS_PORT"), mux) // want `gives no handle`
	}
}

func early(mux http.Handler, cert string) {
	if cert != "" {
		if err := http.ListenAndServeTLS(":"+os.Getenv("PORT"), cert, os.Getenv("KEY"), mux); err != nil { // want `gives no handle`
			log.Print(err)
		}
		return
	}
	if err := http.ListenAndServe(":"+os.Getenv("PORT"), mux); err != nil {
		log.Print(err)
	}
}

func later(mux http.Handler, cert string) {
	if cert != "" {
		go http.ListenAndServeTLS(":"+os.Getenv("TLS_PORT"), cert, os.Getenv("KEY"), mux) // want `gives no handle`
		log.Print("with TLS, too")
	}
	http.ListenAndServe(":"+os.Getenv("PORT"), mux) // want `gives no handle`
}

func again(mux http.Handler, certs []string) {
	for _, cert := range certs {
		if cert != "" {
			go http.ListenAndServeTLS(":"+os.Getenv("TLS_PORT"), cert, os.Getenv("KEY"), mux) // want `gives no handle`
			continue
		}
		go http.ListenAndServe(":"+os.Getenv("PORT"), mux) // want `gives no handle`
	}
}
