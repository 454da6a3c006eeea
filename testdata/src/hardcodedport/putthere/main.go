// Package main starts servers whose addresses another package puts there.
package main

import (
	"log"
	"net/http"
	"os"

	"hardcodedport/putthere/srv"
)

func main() {
	var err error
	switch os.Args[1] {
	case "fixed":
		s := &http.Server{}
		srv.Fixed(s)
		err = s.ListenAndServe() // want `port "8080" is hardcoded`
	case "named":
		s := &http.Server{}
		srv.Named(s)
		err = s.ListenAndServe() // want `port "80" is hardcoded`
	case "applied":
		s := &http.Server{}
		srv.FromEnv().Apply(s)
		err = s.ListenAndServe()
	case "default":
		s := &http.Server{Addr: os.Getenv("DEFAULT_ADDR")}
		srv.Default(s, ":8081")
		err = s.ListenAndServe()
	case "outer":
		s := new(http.Server)
		srv.Outer(s)
		err = s.ListenAndServe()
	case "embedded":
		s := srv.Embedding()
		if a := os.Getenv("EMBEDDED_ADDR"); a != "" {
			s.Addr = a
		}
		err = s.ListenAndServe()
	case "left":
		s := srv.Embedding()
		err = s.ListenAndServe()
	case "new":
		err = srv.New(&http.Server{}).Run()
	}
	log.Fatal(err)
}
