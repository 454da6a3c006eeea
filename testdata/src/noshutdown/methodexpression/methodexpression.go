// Package methodexpression calls methods as functions.
package methodexpression

import (
	"context"
	"net/http"
)

// A method expression is the method as well.
func stopExpression(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	defer (*http.Server).Shutdown(srv, context.Background())
	return srv.ListenAndServe()
}
