// Package main adds its servers to a set, one after the other.
package main

import (
	"cmp"
	"crypto/tls"
	"net/http"
	"os"
)

type set struct{ all []*http.Server }

func (s *set) add(addr string, conf *tls.Config) {
	s.all = append(s.all, &http.Server{Addr: addr, TLSConfig: conf})
}

func (s *set) run() {
	for _, srv := range s.all {
		go srv.ListenAndServe()
	}
}

func main() {
	if os.Getenv("BOTH") != "" {
		both()
		return
	}
	var s set
	if os.Getenv("CERT") != "" {
		s.add(cmp.Or(os.Getenv("ADDR"), ":8080"), new(tls.Config))
	} else {
		s.add(cmp.Or(os.Getenv("ADDR"), ":8080"), nil)
	}
	s.run()
}

type pair struct{ all []*http.Server }

func (p *pair) add(addr string) { p.all = append(p.all, &http.Server{Addr: addr}) }

func (p *pair) run() {
	for _, srv := range p.all {
		go srv.ListenAndServe()
	}
}

func both() {
	var p pair
	p.add(cmp.Or(os.Getenv("API_ADDR"), ":8081"))
	p.add(cmp.Or(os.Getenv("HOOKS_ADDR"), ":8081")) // want `port "8081" is that of the one written at main.go:49, too`
	p.run()
}
