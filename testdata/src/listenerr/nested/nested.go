// Package main looks at errors in and behind branches.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var (
	web   = &http.Server{Addr: os.Getenv("WEB_ADDR")}
	api   = &http.Server{Addr: os.Getenv("API_ADDR")}
	other = &http.Server{Addr: os.Getenv("OTHER_ADDR")}
	last  = &http.Server{Addr: os.Getenv("LAST_ADDR")}
)

func main() {
	secure := os.Getenv("SECURE") != ""
	startWeb(secure)
	startAPI(secure)
	startOther(secure)
	failed := make(chan error)
	startLast(secure, failed)
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	select {
	case <-quit:
	case err := <-failed:
		log.Fatal(err)
	}
}

func startWeb(secure bool) {
	go func() {
		var err error
		if secure {
			log.Print("with TLS")
			if err = web.ListenAndServeTLS("cert.pem", "key.pem"); err != nil { // want `the error of \(\*http.Server\).ListenAndServeTLS is only logged`
				log.Print(err)
			}
		} else {
			if err = web.ListenAndServe(); err != nil {
				log.Print(err)
			}
		}
	}()
}

func startAPI(secure bool) {
	go func() {
		var err error
		switch {
		case secure:
			err = api.ListenAndServeTLS("cert.pem", "key.pem") // want `the error of \(\*http.Server\).ListenAndServeTLS is only logged`
		default:
			err = api.ListenAndServe()
		}
		if err != nil {
			log.Print(err)
		} else {
			log.Print("stopped")
		}
	}()
}

// startOther ends the process behind the branch.
func startOther(secure bool) {
	go func() {
		var err error
		if secure {
			if err = other.ListenAndServeTLS("cert.pem", "key.pem"); err != nil {
				log.Print(err)
			}
		} else {
			if err = other.ListenAndServe(); err != nil {
				log.Print(err)
			}
		}
		if err != nil {
			os.Exit(1)
		}
	}()
}

// startLast tells main behind the branch.
func startLast(secure bool, failed chan<- error) {
	go func() {
		var err error
		if secure {
			err = last.ListenAndServeTLS("cert.pem", "key.pem")
		} else {
			err = last.ListenAndServe()
		}
		if err != nil {
			log.Print(err)
		}
		failed <- err
	}()
}
