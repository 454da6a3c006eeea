// Package main has hooks that start servers; some stop them.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"go.uber.org/fx"
)

// serve has a hook that only says that it stops.
func serve(lc fx.Lifecycle, router *gin.Engine) {
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := router.Run(os.Getenv("ADDR")); err != nil { // want `gives no handle to shut the server down`
					log.Fatal(err)
				}
			}()
			return nil
		},
		OnStop: func(context.Context) error {
			log.Print("stopping")
			return nil
		},
	})
}

// forgets has the handle, and does not use it.
func forgets(lc fx.Lifecycle) {
	srv := &http.Server{Addr: os.Getenv("ADDR2")}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() { log.Print(srv.ListenAndServe()) }() // want `is never stopped by Shutdown`
			return nil
		},
		OnStop: func(context.Context) error { return nil },
	})
}

// stops stops what it starts.
func stops(lc fx.Lifecycle) {
	srv := &http.Server{Addr: os.Getenv("ADDR3")}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() { log.Print(srv.ListenAndServe()) }()
			return nil
		},
		OnStop: srv.Shutdown,
	})
}

// blocks serves in the hook that is to return before the program has started.
func blocks(lc fx.Lifecycle, srv *http.Server) {
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error { return srv.ListenAndServe() }, // want `never stopped: its Shutdown stands behind this call, which blocks`
		OnStop:  srv.Shutdown,
	})
}

// given is given its server by fx, as others may be.
func given(lc fx.Lifecycle, srv *http.Server) {
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() { log.Print(srv.ListenAndServe()) }()
			return nil
		},
	})
}

// site is what fx makes of the program.
type site struct{ srv *http.Server }

// closes cuts off the server that it is given.
func closes(lc fx.Lifecycle, on site) {
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() { log.Print(on.srv.ListenAndServe()) }() // want `only stopped abruptly`
			return nil
		},
		OnStop: func(context.Context) error { return on.srv.Close() },
	})
}

// other is another part of it.
type other struct{ srv *http.Server }

// closesLast closes it when its stop takes too long.
func closesLast(lc fx.Lifecycle, on other) {
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() { log.Print(on.srv.ListenAndServe()) }()
			return nil
		},
		OnStop: func(ctx context.Context) error {
			if err := on.srv.Shutdown(ctx); err != nil {
				return on.srv.Close()
			}
			return nil
		},
	})
}

func main() {
	fx.New(
		fx.Provide(gin.New, func(srv *http.Server) (site, other) { return site{srv}, other{new(http.Server)} }, func() *http.Server { return &http.Server{Addr: os.Getenv("ADDR4")} }),
		fx.Invoke(serve, forgets, stops, given, closes, closesLast),
	).Run()
}
