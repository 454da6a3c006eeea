// Package backoffice is the interface for the staff of the depots.
package backoffice

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/parcels/internal/parcel"
)

// Handler lets the staff remove parcels from store.
func Handler(store *parcel.Store) http.Handler {
	r := chi.NewRouter()
	r.Delete("/parcels/{number}", func(w http.ResponseWriter, req *http.Request) {
		store.Forget(chi.URLParam(req, "number"))
		w.WriteHeader(http.StatusNoContent)
	})
	return r
}
