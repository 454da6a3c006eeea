// Command events tells browsers what happens to a parcel, as it happens.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/go-chi/chi/v5"

	"example.com/parcels/internal/config"
	"example.com/parcels/internal/parcel"
)

func main() {
	cfg, err := config.Load()
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	store := parcel.NewStore()
	r := chi.NewRouter()
	r.Get("/parcels/{number}/events", func(w http.ResponseWriter, req *http.Request) {
		follow(w, req, store)
	})
	srv := &http.Server{Addr: cfg.Addr(), Handler: r, ReadHeaderTimeout: 5 * time.Second}
	go srv.ListenAndServe()

	<-ctx.Done()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

// follow sends the events of a parcel until the client has seen enough.
func follow(w http.ResponseWriter, req *http.Request, store *parcel.Store) {
	w.Header().Set("Content-Type", "text/event-stream")
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	sent := 0
	for {
		events, err := store.Events(chi.URLParam(req, "number"))
		for ; err == nil && sent < len(events); sent++ {
			fmt.Fprintf(w, "data: %s %s\n\n", events[sent].Place, events[sent].What)
		}
		http.NewResponseController(w).Flush()
		select {
		case <-req.Context().Done():
			return
		case <-tick.C:
		}
	}
}
