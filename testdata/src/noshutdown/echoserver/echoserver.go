// Package echoserver stops the servers that echo has inside.
package echoserver

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"
)

func inner(ctx context.Context) error {
	e := echo.New()
	context.AfterFunc(ctx, func() { e.Server.Shutdown(context.Background()) })
	return e.Start(":1323")
}

func custom(ctx context.Context) error {
	e := echo.New()
	s := &http.Server{Addr: ":1323"}
	context.AfterFunc(ctx, func() { s.Shutdown(context.Background()) })
	return e.StartServer(s)
}
