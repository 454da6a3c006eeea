// Command server fills bottles. It serves with TLS or without, on a port that is bound
// before, and says where labels are asked for, which is another port.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	cert := flag.String("cert", "", "file of the certificate; none is for plain HTTP")
	key := flag.String("key", "", "file of its key")
	flag.Parse()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("GET /labels", func(w http.ResponseWriter, r *http.Request) {
		_, _ = fmt.Fprintf(w, "http://%s:8905/labels/", r.Host)
	})
	srv := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	l, err := net.Listen("tcp", ":8900")
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		if *cert == "" {
			err = srv.Serve(l)
		} else {
			err = srv.ServeTLS(l, *cert, *key)
		}
		if !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
