// Package web logs what it returns.
package web

import (
	"log"
	"net/http"
)

// Serve serves h at addr.
func Serve(addr, cert, key string, h http.Handler) error {
	var err error
	if cert != "" {
		err = http.ListenAndServeTLS(addr, cert, key, h)
	} else {
		err = http.ListenAndServe(addr, h)
	}
	if err != nil {
		log.Print("cannot serve: ", err)
	}
	return err
}

// Quiet serves h at addr, and logs instead of returning.
func Quiet(addr string, h http.Handler) error {
	err := http.ListenAndServe(addr, h)
	if err != nil {
		log.Print("cannot serve: ", err)
	}
	return nil
}
