package closerelement

import (
	"context"
	"io"
	"net/http"
)

type stopper interface{ Shutdown(context.Context) error }

func closeAll(cs ...io.Closer) {}

func stopAll([]stopper) {}

func asElement(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	defer stopAll([]stopper{srv})
	return srv.ListenAndServe()
}

func asMapValue(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	all := map[string]interface{ Shutdown(context.Context) error }{"api": srv}
	for _, s := range all {
		defer s.Shutdown(context.Background())
	}
	return srv.ListenAndServe()
}

func asAppended(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	var all []io.Closer
	all = append(all, srv)
	defer closeAll(all...)
	return srv.ListenAndServe()
}

func asResult(h http.Handler) io.Closer {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	return srv
}
