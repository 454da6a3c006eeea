// Command pantry keeps stock.
package main

import (
	"cmp"
	"context"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// deliveries are under way.
type deliveries struct{ sync.WaitGroup }

// Stop waits for them, until ctx ends.
func (d *deliveries) Stop(ctx context.Context) {
	done := make(chan struct{})
	go func() { d.Wait(); close(done) }()
	select {
	case <-done:
	case <-ctx.Done():
	}
}

func main() {
	metrics := flag.String("metrics", ":9100", "address of the metrics")
	flag.Parse()
	var under deliveries

	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", ok)
	mux.HandleFunc("GET /shelves", ok)
	srv := &http.Server{Addr: ":" + cmp.Or(os.Getenv("PANTRY_PORT"), "8585"), Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	counts := http.NewServeMux()
	counts.HandleFunc("GET /metrics", ok)

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	failed := make(chan error, 2)
	go func() { failed <- http.ListenAndServe(*metrics, counts) }()
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
	}
	log.Print("told to stop")
	first, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(first); err != nil {
		log.Print(err)
	}
	second, cancel2 := context.WithTimeout(context.WithoutCancel(ctx), 8*time.Second)
	defer cancel2()
	under.Stop(second)
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
