// Package main gives requests a context that ends when all is closed.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"drain/lateend/kit"
)

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	c := kit.New()
	ctx := c.Context()
	srv := &http.Server{Addr: ":" + port, BaseContext: func(net.Listener) context.Context { return ctx }}
	c.Add(func() error {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx)
	})
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-ctx.Done()

}
