// Package main counts servers out of groups in which others stay, or none.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

type app struct {
	wg  sync.WaitGroup
	srv *http.Server
}

func newApp(key string) *app { return &app{srv: &http.Server{Addr: os.Getenv(key)}} }

// run waits for both.
func (a *app) run(ctx context.Context) {
	a.wg.Add(2)
	go a.serve()
	go a.work(ctx)
	a.wg.Wait()
}

func (a *app) serve() {
	defer a.wg.Done()
	if err := a.srv.ListenAndServe(); err != nil && err != http.ErrServerClosed { // want `is only logged, so with a port that is taken the process lives on`
		log.Print(err)
	}
}

func (a *app) work(ctx context.Context) {
	defer a.wg.Done()
	<-ctx.Done()
	_ = a.srv.Shutdown(context.Background())
}

// brief does something once, beside a server: that is all who waits for the group waits for.
type brief struct {
	wg  sync.WaitGroup
	srv *http.Server
}

func (b *brief) run() {
	b.wg.Add(2)
	go b.serve()
	go b.warm()
	b.wg.Wait()
}

func (b *brief) serve() {
	defer b.wg.Done()
	if err := b.srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
		log.Print(err)
	}
}

func (b *brief) warm() {
	defer b.wg.Done()
	log.Print("warm")
}

// told tells the other by the context.
type told struct {
	wg     sync.WaitGroup
	srv    *http.Server
	cancel context.CancelFunc
}

func (t *told) run(ctx context.Context) {
	ctx, t.cancel = context.WithCancel(ctx)
	t.wg.Add(2)
	go t.serve()
	go t.work(ctx)
	t.wg.Wait()
}

func (t *told) serve() {
	defer t.wg.Done()
	defer t.cancel()
	if err := t.srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
		log.Print(err)
	}
}

func (t *told) work(ctx context.Context) {
	defer t.wg.Done()
	<-ctx.Done()
	_ = t.srv.Shutdown(context.Background())
}

// lent gives functions the group.
func lent(ctx context.Context) {
	var wg sync.WaitGroup
	wg.Add(2)
	srv := &http.Server{Addr: os.Getenv("LENT_ADDR")}
	go serve(&wg, srv)
	go stop(ctx, &wg, srv)
	wg.Wait()
}

func serve(wg *sync.WaitGroup, srv *http.Server) {
	defer wg.Done()
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed { // want `is only logged, so with a port that is taken the process lives on`
		log.Print(err)
	}
}

func stop(ctx context.Context, wg *sync.WaitGroup, srv *http.Server) {
	defer wg.Done()
	<-ctx.Done()
	_ = srv.Shutdown(context.Background())
}

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	switch len(os.Args) {
	case 1:
		newApp("ADDR").run(ctx)
	case 2:
		b := &brief{srv: &http.Server{Addr: os.Getenv("BRIEF_ADDR")}}
		b.run()
	case 3:
		t := &told{srv: &http.Server{Addr: os.Getenv("TOLD_ADDR")}}
		t.run(ctx)
	case 4:
		lent(ctx)
	}
}
