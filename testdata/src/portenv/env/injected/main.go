// Command injected is given the function that asks.
package main

import (
	"context"
	"net"
	"net/http"
	"os"
)

func run(ctx context.Context, getenv func(string) string) error {
	srv := &http.Server{
		Addr:    net.JoinHostPort(getenv("HOST"), getenv("PORT")),
		Handler: http.FileServer(http.Dir(".")),
	}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}

func main() {
	if err := run(context.Background(), os.Getenv); err != nil {
		os.Exit(1)
	}
}
