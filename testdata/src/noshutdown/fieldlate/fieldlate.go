// Package fieldlate fills the field when the server starts.
package fieldlate

import (
	"context"
	"net/http"
)

// late gets its server after it was made.
type late struct{ srv *http.Server }

func (l *late) run(h http.Handler) error {
	l.srv = &http.Server{Addr: ":8080", Handler: h}
	return l.srv.ListenAndServe()
}

func (l *late) stop() {
	if l.srv != nil {
		l.srv.Shutdown(context.Background())
	}
}
