// Package main closes what another package has once its server is drained.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/quietend/store"
	"drain/quietend/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch len(os.Args) {
	case 1:
		log.Print(quiet(ctx))
	case 2:
		log.Print(loud(ctx))
	case 3:
		log.Print(others(ctx))
	}
}

// quiet returns with the server, whose drain nobody hears the end of.
func quiet(ctx context.Context) error {
	db := store.Open()
	defer store.Close(db)
	srv := web.New(os.Getenv("QUIET"))
	go end(ctx, srv, db)
	return srv.Start() // want `returns as soon as \(\*web.Server\).Shutdown begins at main.go:\d+, and main ends without waiting for it`
}

func end(ctx context.Context, srv *web.Server, db *store.DB) {
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
	store.Close(db)
}

// loud waits for what is closed behind the drain.
func loud(ctx context.Context) error {
	db := store.Open()
	srv := web.New(os.Getenv("LOUD"))
	go endLoudly(ctx, srv, db)
	if err := srv.Start(); err != nil {
		return err
	}
	<-db.Closed()
	return nil
}

func endLoudly(ctx context.Context, srv *web.Server, db *store.DB) {
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	srv.Shutdown(limit)
	store.CloseLoud(db)
}

// others stops another server than the one that it starts.
func others(ctx context.Context) error {
	one, two := web.New(os.Getenv("ONE")), web.New(os.Getenv("TWO"))
	go endOne(ctx, two)
	return one.Start()
}

func endOne(ctx context.Context, srv *web.Server) {
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	srv.Shutdown(limit)
}
