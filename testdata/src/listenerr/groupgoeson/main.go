// Package main has functions in groups that log what fails, so that the group does not
// end.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"

	"listenerr/groupgoeson/web"
)

type own struct{ srv *http.Server }

func (o *own) serve() error {
	err := o.srv.ListenAndServe() // want `only logged, so with a port that is taken the process lives on`
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
	return nil
}

type called struct{ srv *http.Server }

func (c *called) serve() error {
	err := c.srv.ListenAndServe() // want `only logged, so with a port that is taken the process lives on`
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
	return nil
}

// alone is all that its group does: Wait returns when it does.
type alone struct{ srv *http.Server }

func (a *alone) serve() error {
	err := a.srv.ListenAndServe()
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
	return nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	o, c, a := &own{server("OWN")}, &called{server("CALLED")}, &alone{server("ALONE")}
	quiet, loud := web.NewQuiet(), web.NewLoud()

	g, ctx := errgroup.WithContext(ctx)
	g.Go(o.serve)
	g.Go(func() error { return c.serve() })
	g.Go(quiet.Serve) // want `only logged, so with a port that is taken the process lives on`
	g.Go(loud.Serve)
	g.Go(func() error {
		<-ctx.Done()
		return errors.Join(o.srv.Shutdown(context.Background()), c.srv.Shutdown(context.Background()), quiet.Stop(), loud.Stop())
	})
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}

	var one errgroup.Group
	one.Go(a.serve)
	if err := one.Wait(); err != nil {
		log.Fatal(err)
	}
}

func server(key string) *http.Server { return &http.Server{Addr: os.Getenv(key)} }
