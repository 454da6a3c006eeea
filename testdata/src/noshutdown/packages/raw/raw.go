// Package raw leaves the stop to the program.
package raw

import "net/http"

// New makes a server for others to start and stop.
func New(addr string, h http.Handler) *http.Server { return &http.Server{Addr: addr, Handler: h} }

// Server is there for all.
var Server = &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}

// Start starts it.
func Start() error { return Server.ListenAndServe() }

// App has a server in an exported field.
type App struct{ Server *http.Server }

// Make makes an App.
func Make(h http.Handler) *App { return &App{Server: &http.Server{Addr: ":8080", Handler: h}} }

// Run runs it.
func (a *App) Run() error { return a.Server.ListenAndServe() }

// Launch starts a server and gives it to the caller.
func Launch(h http.Handler) *http.Server {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	return srv
}

// Stopper starts a server and gives the caller the way to stop it.
func Stopper(h http.Handler) func() error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	return func() error { return srv.Shutdown(nil) }
}
