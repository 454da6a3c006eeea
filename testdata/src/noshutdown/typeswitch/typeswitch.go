// Package typeswitch looks for what it can stop.
package typeswitch

import (
	"context"
	"io"
	"net/http"
)

func stop(v any) {
	switch s := v.(type) {
	case *http.Server:
		s.Shutdown(context.Background())
	case io.Closer:
		s.Close()
	}
}

func run(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	defer stop(srv)
	return srv.ListenAndServe()
}
