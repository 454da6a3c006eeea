// Package pair has two servers, and stops one in a goroutine while it stops the other.
package pair

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

type Pair struct{ public, staff *http.Server }

func New(public, staff string, h http.Handler) *Pair {
	return &Pair{public: &http.Server{Addr: public, Handler: h}, staff: &http.Server{Addr: staff, Handler: h}}
}

func (p *Pair) Start() {
	go serve(p.public)
	go serve(p.staff)
}

// Hurry leaves the drain of one server behind.
func (p *Pair) Hurry() {
	go p.stopPublic()
	p.stopStaff()
}

// Stop waits for both.
func (p *Pair) Stop() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		p.stopPublic()
	}()
	p.stopStaff()
	<-done
}

// Twice waits for what it has begun by doing it again.
func (p *Pair) Twice() {
	go func() { _ = p.staff.Shutdown(context.Background()) }()
	p.stopPublic()
	p.stopStaff()
}

func (p *Pair) stopPublic() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := p.public.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func (p *Pair) stopStaff() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := p.staff.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func serve(s *http.Server) {
	if err := s.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}
