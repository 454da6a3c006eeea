package main

import (
	"errors"
	"net/http"
	"os"
)

// empty looks at errors and does nothing about them.
func empty(failed chan<- error) {
	go func() {
		err := http.ListenAndServe(os.Getenv("ADDR1"), nil) // want `the error of http.ListenAndServe is dropped`
		if err != nil {
			// log.Fatal(err)
		}
	}()
	go func() {
		srv := &http.Server{Addr: os.Getenv("ADDR2")}
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) { // want `is dropped`
		}
	}()
	go func() {
		err := http.ListenAndServe(os.Getenv("ADDR3"), nil)
		if err != nil {
			// told below
		}
		failed <- err
	}()
	go func() {
		if err := http.ListenAndServe(os.Getenv("ADDR4"), nil); told(err) {
		}
	}()
}

func told(err error) bool { println(err.Error()); return true }
