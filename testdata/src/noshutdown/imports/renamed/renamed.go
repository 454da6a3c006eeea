// Package renamed imports net/http under another name.
package renamed

import (
	"context"
	web "net/http"
)

func handleless(h web.Handler) error {
	return web.ListenAndServe(":8080", h) // want "http.ListenAndServe gives no handle"
}

func stopped(ctx context.Context, h web.Handler) error {
	srv := &web.Server{Addr: ":8080", Handler: h}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}
