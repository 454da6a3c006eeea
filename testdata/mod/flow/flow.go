// Package flow calls dead with contexts that have certainly ended, and live
// with all others.
package flow

import (
	"context"
	"log"
	"os"
	"os/signal"
	"time"

	"golang.org/x/sync/errgroup"
)

func dead(context.Context) error { return nil }
func live(context.Context) error { return nil }

func received(ctx context.Context) {
	live(ctx)
	<-ctx.Done()
	dead(ctx)
}

func twoPaths(ctx context.Context, failed chan error) {
	select {
	case <-ctx.Done():
		dead(ctx)
	case err := <-failed:
		log.Print(err)
		live(ctx)
	}
	live(ctx)
}

func onePathLeft(ctx context.Context, failed chan error) error {
	select {
	case <-ctx.Done():
	case err := <-failed:
		return err
	}
	return dead(ctx)
}

func fatalLeft(ctx context.Context, failed chan error) {
	select {
	case <-ctx.Done():
	case err := <-failed:
		log.Fatal(err)
	}
	dead(ctx)
}

func assignedReceive(ctx context.Context, failed chan error) {
	for {
		select {
		case _, ok := <-ctx.Done():
			log.Print(ok)
			dead(ctx)
			return
		case <-failed:
			live(ctx)
		}
	}
}

func reused(ctx context.Context) {
	<-ctx.Done()
	dead(ctx)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	live(ctx)
}

func shadowed(ctx context.Context) {
	<-ctx.Done()
	{
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		live(ctx)
	}
	dead(ctx)
}

func derivedAfter(ctx context.Context) {
	<-ctx.Done()
	late, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	dead(late)
	dead(context.WithValue(ctx, "k", 1))
	free, stop := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer stop()
	live(free)
	live(context.WithoutCancel(ctx))
}

func derivedBefore(ctx context.Context) {
	short, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	free := context.WithoutCancel(ctx)
	<-ctx.Done()
	dead(short)
	live(free)
}

func child(ctx context.Context) {
	short, cancel := context.WithTimeout(ctx, time.Second)
	<-short.Done()
	dead(short)
	live(ctx)
	cancel()
}

func cancelled() {
	ctx, cancel := context.WithCancel(context.Background())
	live(ctx)
	cancel()
	dead(ctx)
}

func deferredCancel() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	live(ctx)
}

func cancelReused() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	cancel()
	ctx, cancel = context.WithTimeout(context.Background(), time.Second)
	live(ctx)
}

func signals() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	<-ctx.Done()
	stop()
	dead(ctx)
	var late, cancel = context.WithTimeout(ctx, time.Second)
	defer cancel()
	dead(late)
}

func stopped() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	stop()
	dead(ctx)
}

func group(ctx context.Context) {
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		live(gctx)
		<-gctx.Done()
		return dead(gctx)
	})
	live(gctx)
	log.Print(g.Wait())
	dead(gctx)
	live(ctx)
}

func literals(ctx context.Context) {
	go func() {
		live(ctx)
		<-ctx.Done()
		dead(ctx)
	}()
	live(ctx)
	<-ctx.Done()
	go func() { dead(ctx) }()
	for range 3 {
		func() { dead(ctx) }()
	}
}

func literalReassigned(parent context.Context) {
	ctx := parent
	<-ctx.Done()
	go func() { live(ctx) }()
	ctx = context.Background()
	live(ctx)
}

func deferred(ctx context.Context) {
	defer func() {
		dead(ctx)
	}()
	defer dead(ctx)
	<-ctx.Done()
}

func deferredEarly(ctx context.Context, failed chan error) error {
	defer func() { live(ctx) }()
	select {
	case <-ctx.Done():
	case err := <-failed:
		return err
	}
	return nil
}

func after(ctx context.Context) {
	context.AfterFunc(ctx, func() { dead(ctx) })
	live(ctx)
}

type server struct {
	ctx    context.Context
	parent *server
}

func (s *server) fields(other *server) {
	<-s.ctx.Done()
	dead(s.ctx)
	live(other.ctx)
	live(s.parent.ctx)
	s.ctx = context.Background()
	live(s.ctx)
}

func (s *server) replaced(other *server) {
	<-s.ctx.Done()
	s = other
	live(s.ctx)
}

func loop(ctx context.Context, more bool) {
	for more {
		live(ctx)
		<-ctx.Done()
		dead(ctx)
		ctx = context.Background()
	}
	live(ctx)
}

func background() {
	<-make(chan os.Signal)
	live(context.Background())
}
