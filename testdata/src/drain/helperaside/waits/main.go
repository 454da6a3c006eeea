// Command waits has hooks that wait for what helperaside leaves, and one that drains nothing.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"sync"

	"go.uber.org/fx"

	"drain/helperaside/web"
)

func main() {
	fx.New(fx.Invoke(there, told, counted, either, same)).Run()
}

// there drains in the hook itself.
func there(lc fx.Lifecycle) {
	srv := &http.Server{Addr: os.Getenv("A_ADDR")}
	lc.Append(fx.Hook{
		OnStart: serve(srv),
		OnStop: func(context.Context) error {
			go web.Refresh(srv)
			web.Stop(srv)
			return nil
		},
	})
}

// told hears of the end.
func told(lc fx.Lifecycle) {
	srv := &http.Server{Addr: os.Getenv("B_ADDR")}
	lc.Append(fx.Hook{
		OnStart: serve(srv),
		OnStop: func(ctx context.Context) error {
			done := make(chan struct{})
			go func() {
				web.Stop(srv)
				close(done)
			}()
			select {
			case <-done:
			case <-ctx.Done():
			}
			return nil
		},
	})
}

// counted waits in another hook.
func counted(lc fx.Lifecycle) {
	srv := &http.Server{Addr: os.Getenv("C_ADDR")}
	var wg sync.WaitGroup
	lc.Append(fx.Hook{
		OnStop: func(context.Context) error {
			wg.Wait()
			return nil
		},
	})
	lc.Append(fx.Hook{
		OnStart: serve(srv),
		OnStop: func(context.Context) error {
			wg.Add(1)
			go func() {
				defer wg.Done()
				web.Stop(srv)
			}()
			return nil
		},
	})
}

// either waits when the goroutine is started.
func either(lc fx.Lifecycle) {
	srv := &http.Server{Addr: os.Getenv("D_ADDR")}
	lc.Append(fx.Hook{
		OnStart: serve(srv),
		OnStop: func(context.Context) error {
			var wg sync.WaitGroup
			wg.Go(func() { web.Stop(srv) })
			wg.Wait()
			return nil
		},
	})
}

// same waits in another hook for what this package drains.
func same(lc fx.Lifecycle) {
	srv := &http.Server{Addr: os.Getenv("E_ADDR")}
	done := make(chan struct{})
	lc.Append(fx.Hook{
		OnStop: func(context.Context) error {
			<-done
			return nil
		},
	})
	lc.Append(fx.Hook{
		OnStart: serve(srv),
		OnStop: func(ctx context.Context) error {
			go func() {
				defer close(done)
				_ = srv.Shutdown(ctx)
			}()
			return nil
		},
	})
}

func serve(srv *http.Server) func(context.Context) error {
	return func(context.Context) error {
		go func() {
			if err := srv.ListenAndServe(); err != http.ErrServerClosed {
				log.Fatal(err)
			}
		}()
		return nil
	}
}
