// Package actors makes groups that serve until a signal comes.
package actors

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/actorgroup/aside"
	"drain/actorgroup/group"
)

func listen() (net.Listener, error) {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	return net.Listen("tcp", net.JoinHostPort("", port))
}

func await(ctx context.Context) error {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
	select {
	case s := <-c:
		return fmt.Errorf("received %s", s)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// App runs a group.
type App struct{ group group.Group }

// New has the group wait for the drain.
func New() (*App, error) {
	l, err := listen()
	if err != nil {
		return nil, err
	}
	a, srv := new(App), new(http.Server)
	ctx, cancel := context.WithCancel(context.Background())
	a.group.Add(func() error { return await(ctx) }, func(error) { cancel() })
	a.group.Add(func() error { return srv.Serve(l) }, func(error) {
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	})
	return a, nil
}

// Begun has the group begin the drain.
func Begun() (*App, error) {
	l, err := listen()
	if err != nil {
		return nil, err
	}
	a, srv := new(App), new(http.Server)
	ctx, cancel := context.WithCancel(context.Background())
	a.group.Add(func() error { return await(ctx) }, func(error) { cancel() })
	a.group.Add(func() error { return srv.Serve(l) }, func(error) {
		go srv.Shutdown(context.Background())
	})
	return a, nil
}

// Waits has one actor wait for the drain that another begins.
func Waits() (*App, error) {
	l, err := listen()
	if err != nil {
		return nil, err
	}
	a, srv, drained := new(App), new(http.Server), make(chan struct{})
	ctx, cancel := context.WithCancel(context.Background())
	a.group.Add(func() error { return await(ctx) }, func(error) { cancel() })
	a.group.Add(func() error {
		err := srv.Serve(l)
		<-drained
		return err
	}, func(error) {
		go func() {
			defer close(drained)
			_ = srv.Shutdown(context.Background())
		}()
	})
	return a, nil
}

// Run runs the actors.
func (a *App) Run() error { return a.group.Run() }

// Aside makes a group that does not wait for interrupts.
func Aside() (*aside.Group, error) {
	l, err := listen()
	if err != nil {
		return nil, err
	}
	g, srv := new(aside.Group), new(http.Server)
	ctx, cancel := context.WithCancel(context.Background())
	g.Add(func() error { return await(ctx) }, func(error) { cancel() })
	g.Add(func() error { return srv.Serve(l) }, func(error) {
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	})
	return g, nil
}
