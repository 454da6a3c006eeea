// Package fieldlocal starts a server as a variable and stops it as a field.
package fieldlocal

import (
	"context"
	"net/http"
)

// local is started as a variable and stopped as a field.
type local struct{ srv *http.Server }

func (l *local) run(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	l.srv = srv
	return srv.ListenAndServe()
}

func (l *local) stop() { l.srv.Shutdown(context.Background()) }
