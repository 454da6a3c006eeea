package foreignnested

import (
	"net/http"
	"noshutdown/foreign/lifecycle"
)

func inNested(h http.Handler) lifecycle.Apps {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	return lifecycle.Apps{All: []*lifecycle.App{{Server: srv}}}
}
