// Command press makes wine. How long it may take to end is for flags to say.
package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"net/http"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"example.com/vault/internal/web"
)

// vats are at work.
type vats struct{ busy sync.WaitGroup }

// Shutdown waits until the work is done, as long as limit.
func (v *vats) Shutdown(limit time.Duration) error {
	done := make(chan struct{})
	go func() {
		v.busy.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-time.After(limit):
		return errors.New("something is left")
	}
}

func main() {
	drain := flag.Duration("drain", 20*time.Second, "how long to wait for requests")
	finish := flag.Int("finish", 10, "how many seconds to wait for vats")
	aside := flag.Duration("aside", 15*time.Second, "how long to wait for the operator")
	flag.Parse()
	v := &vats{}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /livez", ok)
	mux.HandleFunc("POST /grapes", func(w http.ResponseWriter, _ *http.Request) {
		v.busy.Go(func() { time.Sleep(time.Second) })
		ok(w, nil)
	})
	srv := &http.Server{Addr: ":8800", Handler: mux, ReadHeaderTimeout: 5 * time.Second}

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	go web.Serve(ctx, web.Options{Addr: ":8801", Drain: *aside})
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), *drain)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
	if err := v.Shutdown(time.Duration(*finish) * time.Second); err != nil {
		log.Print(err)
	}
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
