// Package main runs servers in groups.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

func server(key string) *http.Server {
	return &http.Server{Addr: os.Getenv(key), Handler: http.FileServer(http.Dir("."))}
}

// thrown throws the context of its group away.
func thrown(ctx context.Context) error {
	web, git := server("WEB"), server("GIT")
	g, _ := errgroup.WithContext(ctx)
	for _, s := range []*http.Server{web, git} {
		g.Go(func() error {
			if err := s.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `the error of \(\*http.Server\).ListenAndServe ends nothing: its group, g, has no context that ends the others`
				return err
			}
			return nil
		})
		g.Go(func() error {
			<-ctx.Done()
			return s.Shutdown(context.WithoutCancel(ctx))
		})
	}
	return g.Wait()
}

type both struct {
	web, git *http.Server
	group    errgroup.Group
}

// run has a group without a context.
func (b *both) run() error {
	b.group.Go(b.web.ListenAndServe) // want `its group, group, has no context that ends the others`
	b.group.Go(b.serveGit)
	return b.group.Wait()
}

func (b *both) serveGit() error { return b.git.ListenAndServe() }

// heard stops the others when one fails.
func heard(ctx context.Context) error {
	web, git := server("WEB2"), server("GIT2")
	g, ctx := errgroup.WithContext(ctx)
	for _, s := range []*http.Server{web, git} {
		g.Go(s.ListenAndServe)
		g.Go(func() error {
			<-ctx.Done()
			return s.Shutdown(context.WithoutCancel(ctx))
		})
	}
	return g.Wait()
}

// told has a group without a context, and another way to tell.
func told(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	web := server("WEB3")
	var g errgroup.Group
	g.Go(func() error {
		defer cancel()
		return web.ListenAndServe()
	})
	g.Go(func() error {
		<-ctx.Done()
		return web.Shutdown(context.WithoutCancel(ctx))
	})
	return g.Wait()
}

// pair closes one server when the other fails.
type pair struct{ web, git *http.Server }

func (p *pair) run() error {
	var g errgroup.Group
	g.Go(func() error {
		err := p.web.ListenAndServe()
		if !errors.Is(err, http.ErrServerClosed) {
			p.git.Close()
		}
		return err
	})
	g.Go(p.serveGit)
	return g.Wait()
}

func (p *pair) serveGit() error {
	defer p.web.Close()
	return p.git.ListenAndServe()
}

// unhooked takes back what the end of the context would call: that tells nobody.
func unhooked(ctx context.Context) error {
	web, git := server("WEB7"), server("GIT7")
	var g errgroup.Group
	g.Go(func() error {
		stop := context.AfterFunc(ctx, func() { log.Print("the end") })
		defer stop()
		return web.ListenAndServe() // want `the error of \(\*http.Server\).ListenAndServe ends nothing`
	})
	g.Go(func() error {
		<-ctx.Done()
		return git.Shutdown(context.WithoutCancel(ctx))
	})
	g.Go(git.ListenAndServe)
	return g.Wait()
}

// alone has nothing else in its group.
func alone() error {
	web := server("WEB4")
	var g errgroup.Group
	g.Go(web.ListenAndServe)
	g.Go(func() error { return os.MkdirAll("data", 0o755) })
	return g.Wait()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	b := &both{web: server("WEB5"), git: server("GIT5")}
	for _, f := range []func(context.Context) error{thrown, heard, told, unhooked} {
		log.Print(f(ctx))
	}
	p := &pair{web: server("WEB6"), git: server("GIT6")}
	log.Print(b.run(), alone(), p.run())
}

// leaves has one that looks at the context, and returns then without a stop of the others.
func leaves(quit <-chan os.Signal) error {
	web, git := server("WEB8"), server("GIT8")
	g, ctx := errgroup.WithContext(context.Background())
	g.Go(web.ListenAndServe) // want `its group, g, has no context that ends the others`
	g.Go(git.ListenAndServe)
	g.Go(func() error {
		select {
		case <-quit:
		case <-ctx.Done():
			log.Print("one has failed")
			return nil
		}
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return errors.Join(web.Shutdown(limit), git.Shutdown(limit))
	})
	return g.Wait()
}

// goesOn has one that looks at the context, and stops the others then, too.
func goesOn(quit <-chan os.Signal) error {
	web, git := server("WEB9"), server("GIT9")
	g, ctx := errgroup.WithContext(context.Background())
	g.Go(web.ListenAndServe)
	g.Go(git.ListenAndServe)
	g.Go(func() error {
		select {
		case <-quit:
		case <-ctx.Done():
			log.Print("one has failed")
		}
		return errors.Join(web.Shutdown(context.Background()), git.Shutdown(context.Background()))
	})
	return g.Wait()
}

// leavesOpen stops the others when it returns.
func leavesOpen(quit <-chan os.Signal) error {
	web, git := server("WEB10"), server("GIT10")
	g, ctx := errgroup.WithContext(context.Background())
	g.Go(web.ListenAndServe)
	g.Go(git.ListenAndServe)
	g.Go(func() error {
		defer web.Shutdown(context.Background())
		defer git.Shutdown(context.Background())
		select {
		case <-quit:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	return g.Wait()
}
