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
	dead(ctx) // on the way that matters
	late, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	dead(late)
	ctx = context.Background()
	live(ctx)
}

func askedAfterwards(ctx context.Context, failed chan error) {
	select {
	case <-ctx.Done():
	case <-failed:
	}
	if ctx.Err() == nil {
		live(ctx)
	}
	live(ctx)
}

func branch(ctx context.Context, wait bool) {
	if wait {
		<-ctx.Done()
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

func deferredLate(ctx context.Context, skip bool) {
	if skip {
		return
	}
	defer func() { dead(ctx) }()
	<-ctx.Done()
}

func deferredEarly(ctx context.Context, skip bool) {
	defer func() { live(ctx) }()
	if skip {
		return
	}
	<-ctx.Done()
}

func deferredSelect(ctx context.Context, failed chan error) error {
	defer func() { dead(ctx) }() // on the way that matters
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

// reusedParam gives its parameter a context of its own, as := does at the top
// of a function.
func reusedParam(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		<-ctx.Done()
		dead(ctx)
	}()
	go func() {
		cancel()
		dead(ctx)
	}()
	live(ctx)
	cancel()
	dead(ctx)
}

// parentReused derives from a variable that holds another context by the time
// that it is waited for.
func parentReused() {
	ctx := context.Background()
	limit, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	<-ctx.Done()
	live(limit)
	dead(ctx)
}

// cancelOther calls the cancel function of the context before.
func cancelOther() {
	ctx, cancel := context.WithCancel(context.Background())
	ctx, done := context.WithTimeout(context.Background(), time.Second)
	cancel()
	live(ctx)
	done()
	dead(ctx)
}

// cancelParent calls the cancel function of what the context is derived from.
func cancelParent() {
	ctx, cancel := context.WithCancel(context.Background())
	ctx, done := context.WithTimeout(ctx, time.Second)
	defer done()
	cancel()
	live(ctx) // should be dead: the context between has no name any more
}

func grandchild(base context.Context) {
	ctx, cancel := context.WithCancel(base)
	defer cancel()
	ctx, done := context.WithTimeout(ctx, time.Second)
	defer done()
	<-base.Done()
	dead(ctx)
}

func channel(ctx context.Context) {
	done := ctx.Done()
	live(ctx)
	<-done
	dead(ctx)
}

func channelSelect(ctx context.Context, failed chan error) {
	done := ctx.Done()
	select {
	case <-done:
		dead(ctx)
	case <-failed:
		live(ctx)
	}
}

func copied(ctx context.Context) {
	again := ctx
	<-ctx.Done()
	dead(again)
	ctx = context.Background()
	dead(again)
	live(ctx)
}

func swapped(a, b context.Context) {
	<-a.Done()
	a, b = b, a
	live(a)
	live(b) // should be dead
}

// literalAssigns has its variable assigned at any time.
func literalAssigns(ctx context.Context) {
	go func() { ctx = context.Background() }()
	<-ctx.Done()
	go func() { live(ctx) }()
}

func taken(ctx context.Context) {
	<-ctx.Done()
	renew(&ctx)
	live(ctx)
	go func() { live(ctx) }()
}

func renew(*context.Context) {}

// loopReassigns makes literals that see the contexts of later rounds.
func loopReassigns(ctx context.Context) {
	for {
		<-ctx.Done()
		go func() { live(ctx) }()
		ctx = context.Background()
	}
}

func eachRound(parents []context.Context) {
	for _, parent := range parents {
		ctx, cancel := context.WithCancel(parent)
		go func() {
			cancel()
			dead(ctx)
		}()
		live(ctx)
	}
}

func switched(ctx context.Context, kind int) {
	switch kind {
	case 0:
		<-ctx.Done()
		dead(ctx)
		fallthrough
	case 1:
		live(ctx)
	default:
		return
	}
	live(ctx)
}

func jumps(ctx context.Context, failed bool) {
	if failed {
		goto stop
	}
	<-ctx.Done()
	dead(ctx)
stop:
	live(ctx)
}

func generic[T any](ctx context.Context, c chan T) {
	select {
	case <-c:
		live(ctx)
	case <-ctx.Done():
		dead(ctx)
	}
}

func deferredOrder(ctx context.Context) {
	defer live(ctx) // should be dead: it is given the first one
	<-ctx.Done()
	ctx = context.Background()
	live(ctx)
}

func waitFor(ctx context.Context) { <-ctx.Done() }

func waitForEither(ctx context.Context, c chan int) {
	select {
	case <-ctx.Done():
	case <-c:
	}
}

func waitForAnother(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	cancel()
	<-ctx.Done()
}

func waitForOrNot(ctx context.Context, now bool) {
	if now {
		return
	}
	<-ctx.Done()
}

func helpers(ctx, other context.Context, c chan int) {
	waitForEither(other, c)
	live(other)
	waitForAnother(other)
	live(other)
	waitForOrNot(other, true)
	live(other)
	go waitFor(ctx)
	live(ctx)
	waitFor(ctx)
	dead(ctx)
	live(other)
}

func expired(parent context.Context, quit, other chan int, minutes time.Duration) {
	limit, cancel := context.WithTimeout(parent, 5*time.Second)
	defer cancel()
	run, end := context.WithTimeout(parent, 24*time.Hour)
	defer end()
	set, unset := context.WithTimeout(parent, minutes)
	defer unset()
	<-other
	live(limit)
	<-quit
	dead(limit)
	live(run)
	live(set)
	live(parent)
	limit, cancel = context.WithTimeout(parent, 5*time.Second)
	defer cancel()
	live(limit)
}

func polled(ctx, other, third context.Context, ready bool) {
	for ctx.Err() == nil {
		live(ctx)
	}
	dead(ctx)
	if other.Err() != nil && ready {
		dead(other)
		return
	}
	live(other)
	if nil == third.Err() || !(third.Err() != nil) {
		live(third)
	}
	for ready && third.Err() == nil {
		live(third)
	}
	live(third)
	if !ready || !(third.Err() != nil) {
		return
	}
	dead(third)
}

func lastsAMinute() {}

func elapsed(parent context.Context) {
	short, cancel := context.WithTimeout(parent, 30*time.Second)
	defer cancel()
	long, end := context.WithTimeout(parent, 90*time.Second)
	defer end()
	live(short)
	lastsAMinute()
	dead(short)
	live(long)
	later, stop := context.WithTimeout(parent, 30*time.Second)
	defer stop()
	live(later)
	live(parent)
}
