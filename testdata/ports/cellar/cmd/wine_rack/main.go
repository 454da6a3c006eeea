// Command wine_rack knows where bottles lie. Its port is in a variable that a Service
// of Kubernetes has, too.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /livez", ok)
	mux.HandleFunc("GET /rows/{row}", ok)
	http.HandleFunc("/healthz", ok) // of the default mux, which nobody serves
	srv := &http.Server{Addr: ":" + port("8700", "WINE_RACK_PORT", "LISTENING_PORT"), Handler: mux, ReadHeaderTimeout: 5 * time.Second}

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
}

// port is the first of the variables that is no link.
func port(def string, names ...string) string {
	for _, name := range names {
		if v := os.Getenv(name); v != "" && !strings.Contains(v, "://") {
			return v
		}
	}
	return def
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
