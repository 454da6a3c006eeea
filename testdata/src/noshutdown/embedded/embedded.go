// Package embedded has servers that are parts of other types.
package embedded

import (
	"context"
	"net/http"
)

type stopped struct{ *http.Server }

func runStopped(ctx context.Context, h http.Handler) error {
	s := &stopped{Server: &http.Server{Addr: ":8080", Handler: h}}
	context.AfterFunc(ctx, func() { s.Shutdown(context.Background()) })
	return s.ListenAndServe()
}
