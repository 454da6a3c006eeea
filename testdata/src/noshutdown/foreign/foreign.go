// Package foreign puts servers into values of other packages' types.
package foreign

import (
	"net/http"

	"noshutdown/foreign/lifecycle"
)

func inLiteral(h http.Handler) *lifecycle.App {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	return &lifecycle.App{Server: srv}
}

func inField(h http.Handler, app *lifecycle.App) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	app.Server = srv
	return srv.ListenAndServe()
}

// app is a type of this package, which does not stop it.
type app struct{ server *http.Server }

func inOwn(h http.Handler) *app {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe() // want "is never stopped by Shutdown"
	return &app{server: srv}
}
