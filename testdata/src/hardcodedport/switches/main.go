// Package main listens where a switch is off, that only some arguments turn on.
package main

import (
	"log"
	"net/http"
	"os"
)

type settings struct{ quiet, never bool }

var mode string

func init() {
	if len(os.Args) > 3 {
		mode = os.Args[0][:0] + "report"
	}
}

func read() *settings {
	s := &settings{}
	for _, a := range os.Args {
		if a == "quiet" {
			s.quiet = true
		}
	}
	return s
}

func given(name string) (found bool) {
	for _, a := range os.Args {
		if a == name {
			found = true
			return
		}
	}
	return
}

func main() {
	s := read()
	if s.quiet {
		log.Print("hush")
	} else {
		go http.ListenAndServe(":8301", nil) // want `port "8301" is hardcoded`
	}
	if s.never {
		go http.ListenAndServe(":8302", nil) // nothing turns this on
	}
	if given("version") {
		log.Print("1")
	} else if given("serve") {
		go http.ListenAndServe(":8303", nil) // want `port "8303" is hardcoded`
	}
	var once bool
	for range 2 {
		if !once {
			go http.ListenAndServe(":8304", nil) // want `port "8304" is hardcoded`
		}
		once = true
	}
	if mode == "report" {
		log.Print("report")
	} else {
		log.Fatal(http.ListenAndServe(":8305", nil)) // want `port "8305" is hardcoded`
	}
}
