// Package rpc serves calls.
package rpc

import (
	"net"
	"os"

	"google.golang.org/grpc"
)

// App is a server.
type App struct{ srv *grpc.Server }

// New makes one.
func New() *App { return &App{grpc.NewServer()} }

// MustRun serves.
func (a *App) MustRun() {
	l, err := net.Listen("tcp", os.Getenv("GRPC_ADDR"))
	if err != nil {
		panic(err)
	}
	if err := a.srv.Serve(l); err != nil {
		panic(err)
	}
}

// Stop drains the server.
func (a *App) Stop() { a.srv.GracefulStop() }
