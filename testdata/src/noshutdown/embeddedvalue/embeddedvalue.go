// Package embeddedvalue has a server inside another type.
package embeddedvalue

import (
	"context"
	"net/http"
)

type value struct {
	http.Server
	name string
}

func runValue(ctx context.Context, h http.Handler) error {
	v := &value{name: "api"}
	v.Handler = h
	context.AfterFunc(ctx, func() { v.Server.Shutdown(context.Background()) })
	return v.ListenAndServe()
}
