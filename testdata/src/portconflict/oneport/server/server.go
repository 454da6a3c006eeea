// Package server starts two servers on what it is given.
package server

import "net/http"

type Pair struct{ api, metrics *http.Server }

func New(port string) *Pair {
	return &Pair{
		api:     &http.Server{Addr: ":" + port},
		metrics: &http.Server{Addr: ":" + port},
	}
}

func Apart(port, other string) *Pair {
	return &Pair{
		api:     &http.Server{Addr: ":" + port},
		metrics: &http.Server{Addr: ":" + other},
	}
}

func (p *Pair) Start() error {
	go p.metrics.ListenAndServe()
	return p.api.ListenAndServe()
}
