// Package main gives package b its addresses.
package main

import (
	"fmt"
	"net/http"
	"os"

	"hardcodedport/cross/b"
	other "hardcodedport/cross/c/b"
)

func main() {
	b.Serve(":9511", nil) // want `port "9511" is hardcoded, so the platform cannot choose another \(passed to http.ListenAndServe at .*b.go:19\)`
	b.Serve(os.Getenv("ADDR"), nil)
	b.ServePort(9512) // want `port "9512".*passed to http.ListenAndServe at .*b.go:19`
	b.ServeEnv(":9513")
	other.Serve(":9514", nil)
}

func constants() {
	http.ListenAndServe(fmt.Sprintf(":%d", b.DefaultPort), nil) // want `port "9501".*written at .*b.go:13`
	http.ListenAndServe(b.DefaultAddr, nil)                     // want `port "9502".*written at .*b.go:14`
	http.ListenAndServe(b.Changeable, nil)                      // want `port "9503".*written at .*b.go:17`
}

func fields() {
	s := &b.Server{Addr: ":9515"} // want `port "9515".*passed to net.Listen at .*b.go:42`
	s.Listen()
	b.New("9516").Run() // want `port "9516"`
	b.New(os.Getenv("PORT")).Run()
}

func helpers() {
	b.Serve(":"+b.Env("PORT", "9517"), nil)
	_ = b.Env("DB_PORT", "5432")
	http.ListenAndServe(b.Address(), nil) // want `port "9505".*written at .*b.go:58`
	http.ListenAndServe(b.FromEnv(), nil)
}

func servers() {
	srv := b.HTTPServer(":9518", nil) // want `port "9518"`
	srv.ListenAndServe()
	b.Start(&http.Server{Addr: ":9519"}) // want `port "9519"`
	b.Start(&http.Server{Addr: os.Getenv("ADDR")})
}

func pointers() {
	addr := ":9520"
	b.Fill(&addr)
	b.Serve(addr, nil)
}
