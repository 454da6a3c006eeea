// Package fieldpair has a type with two servers, of which it stops one.
package fieldpair

import (
	"context"
	"net/http"
)

// pair has two servers and stops one.
type pair struct{ public, internal *http.Server }

func (p *pair) run(h http.Handler) {
	p.public = &http.Server{Addr: ":8080", Handler: h}
	p.internal = &http.Server{Addr: ":8081", Handler: h}
	go p.public.ListenAndServe()
	go p.internal.ListenAndServe() // want "is never stopped by Shutdown"
}

func (p *pair) stop() { p.public.Shutdown(context.Background()) }
