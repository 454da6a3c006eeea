// Package main leaves on, or leaves to a flag, what others switch off.
package main

import (
	"flag"
	"net/http"

	"hardcodedport/switchedoff/hook"
)

type config struct {
	mode string
}

func run(addr string, off bool) {
	if !off {
		http.ListenAndServe(addr, nil)
	}
}

// mode can be set by the linker.
var mode = "quiet"

func serve(c config) {
	if c.mode == "loud" {
		http.ListenAndServe(":8654", nil) // want `port "8654" is hardcoded`
	}
}

func main() {
	off := flag.Bool("off", true, "do not listen")
	flag.Parse()
	go hook.New(hook.Options{Addr: ":8650"}) // want `port "8650" is hardcoded.*hook.go:25`
	go run(":8651", *off)                    // want `port "8651" is hardcoded`
	go run(":8652", true)
	go run(":8653", false) // want `port "8653" is hardcoded`
	serve(config{mode: mode})
}
