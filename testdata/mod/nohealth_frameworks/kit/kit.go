// Package kit is a library of somebody else's.
package kit

import (
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"
)

// NewRouter makes a router; who knows what is on it.
func NewRouter() *chi.Mux {
	r := chi.NewRouter()
	r.Get("/"+os.Getenv("PROBE"), func(w http.ResponseWriter, r *http.Request) {})
	return r
}

// Routes registers routes of its own.
func Routes(r chi.Router) {}

// Middleware may answer any request.
func Middleware(next http.Handler) http.Handler { return next }

// Mount registers routes on what it is given.
func Mount(mux *http.ServeMux) {}

// UI is a handler for a whole user interface.
func UI() http.Handler { return http.NotFoundHandler() }

// Registrar is given by whoever wants routes.
type Registrar interface{ Register(mux *http.ServeMux) }

// App holds a router.
type App struct{ Router chi.Router }

// Run serves.
func (a App) Run() {}
