package parcel

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
)

// Routes registers the tracking API on r.
func (s *Store) Routes(r chi.Router) {
	r.Get("/parcels/{number}", s.show)
	r.Post("/parcels/{number}/events", s.record)
}

func (s *Store) show(w http.ResponseWriter, r *http.Request) {
	events, err := s.Events(chi.URLParam(r, "number"))
	if errors.Is(err, ErrUnknown) {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(events)
}

func (s *Store) record(w http.ResponseWriter, r *http.Request) {
	var e Event
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if e.At.IsZero() {
		e.At = time.Now()
	}
	s.Record(chi.URLParam(r, "number"), e)
	w.WriteHeader(http.StatusNoContent)
}
