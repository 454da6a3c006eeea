// Package app runs servers of which it knows an interface.
package app

import "net/http"

// Server is started.
type Server interface{ Start() error }

// App is several of them.
type App struct{ servers []Server }

// Add adds one.
func (a *App) Add(s Server) { a.servers = append(a.servers, s) }

// Run starts all.
func Run(servers ...Server) error {
	failed := make(chan error, len(servers))
	for _, s := range servers {
		go func() { failed <- s.Start() }()
	}
	return <-failed
}

// Run starts all that were added.
func (a *App) Run() error { return Run(a.servers...) }

// One starts one of two.
func One(first, second Server) error {
	if err := first.Start(); err != nil {
		return second.Start()
	}
	return nil
}

// HTTP is a server.
type HTTP struct{ srv *http.Server }

// NewHTTP makes one.
func NewHTTP(addr string) *HTTP {
	return &HTTP{&http.Server{Addr: addr, Handler: http.NotFoundHandler()}}
}

// Start serves.
func (h *HTTP) Start() error { return h.srv.ListenAndServe() }
