// Package main keeps its server in a struct that is also decoded into: the
// decoder does not reach the server's own fields.
package main

import (
	"encoding/json"
	"net/http"
	_ "net/http/pprof"
	"os"
)

type daemon struct {
	Name    string
	Profile *http.Server
}

func main() {
	d := &daemon{}
	if err := json.NewDecoder(os.Stdin).Decode(d); err != nil {
		os.Exit(1)
	}
	d.Profile = &http.Server{Addr: os.Getenv("PROFILE_ADDR"), Handler: http.DefaultServeMux}
	d.Profile.ListenAndServe()
}
