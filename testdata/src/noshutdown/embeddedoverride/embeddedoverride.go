// Package embeddedoverride hides the method that would stop its server.
package embeddedoverride

import (
	"context"
	"net/http"
)

// overrides has a method of the same name that does not pass it on.
type overrides struct{ *http.Server }

func (o *overrides) Shutdown(context.Context) error { return nil }

func runOverrides(ctx context.Context, h http.Handler) error {
	o := &overrides{&http.Server{Addr: ":8080", Handler: h}}
	context.AfterFunc(ctx, func() { o.Shutdown(context.Background()) })
	return o.ListenAndServe() // want "is never stopped by Shutdown"
}
