// Package main returns the errors of its servers by way of a variable.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
)

func plain() error {
	err := http.ListenAndServe(os.Getenv("A"), nil)
	log.Print("no longer served")
	return err
}

func unlessClosed(srv *http.Server) error {
	err := srv.ListenAndServe()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

func closedIsNone(srv *http.Server) error {
	err := srv.ListenAndServe()
	if err == http.ErrServerClosed {
		err = nil
	}
	return err
}

func main() {
	switch len(os.Args) {
	case 1:
		plain() // want `the error of http.ListenAndServe is dropped`
	case 2:
		unlessClosed(&http.Server{Addr: os.Getenv("B")}) // want `the error of \(\*http.Server\).ListenAndServe is dropped`
	case 3:
		closedIsNone(&http.Server{Addr: os.Getenv("C")}) // want `the error of \(\*http.Server\).ListenAndServe is dropped`
	case 4:
		if err := plain(); err != nil {
			log.Fatal(err)
		}
	}
}
