// Package lifecycle gives its servers to libraries that start and stop them.
package lifecycle

import (
	"context"
	"net"
	"net/http"

	"github.com/oklog/run"
	"go.uber.org/fx"
	"sigs.k8s.io/controller-runtime/pkg/manager"
)

func hooks(lc fx.Lifecycle, h http.Handler) *http.Server {
	srv := &http.Server{Addr: ":8080", Handler: h}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go srv.ListenAndServe()
			return nil
		},
		OnStop: srv.Shutdown,
	})
	return srv
}

func hooksInvoked() {
	fx.New(
		fx.Provide(newServer),
		fx.Invoke(func(lc fx.Lifecycle, srv *http.Server) {
			lc.Append(fx.Hook{
				OnStart: func(context.Context) error {
					go srv.ListenAndServe()
					return nil
				},
				OnStop: func(ctx context.Context) error { return srv.Shutdown(ctx) },
			})
		}),
	).Run()
}

func newServer() *http.Server { return &http.Server{Addr: ":8080"} }

func actors(h http.Handler) error {
	var g run.Group
	srv := &http.Server{Addr: ":8080", Handler: h}
	g.Add(func() error { return srv.ListenAndServe() }, func(error) { srv.Close() })
	return g.Run()
}

func actorsOnListener(l net.Listener, h http.Handler) error {
	var g run.Group
	g.Add(func() error { return http.Serve(l, h) }, func(error) { l.Close() })
	return g.Run()
}

func runnable(mgr manager.Manager, h http.Handler) error {
	return mgr.Add(manager.RunnableFunc(func(ctx context.Context) error {
		return http.ListenAndServe(":8080", h)
	}))
}
