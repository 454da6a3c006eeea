// Command gate lets guests in.
package main

import (
	"cmp"
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	doors := http.NewServeMux()
	doors.HandleFunc("GET /livez", ok)
	doors.HandleFunc("POST /enter", ok)
	srv := &http.Server{Addr: ":8443", Handler: doors, ReadHeaderTimeout: 5 * time.Second}

	lis, err := net.Listen("tcp4", net.JoinHostPort(os.Getenv("ADMIN_HOST"), cmp.Or(os.Getenv("ADMIN_PORT"), "8081")))
	if err != nil {
		log.Fatal(err)
	}
	rules := http.NewServeMux()
	rules.HandleFunc("GET /livez", ok)
	rules.HandleFunc("PUT /rules", ok)
	admin := &http.Server{Handler: rules, ReadHeaderTimeout: 5 * time.Second}

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	failed := make(chan error, 2)
	go func() { failed <- admin.Serve(lis) }()
	go func() { failed <- srv.ListenAndServeTLS("/tls/gate.crt", "/tls/gate.key") }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
	}
	time.Sleep(3 * time.Second) // until nobody sends guests here any more
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), 6*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
	if err := admin.Shutdown(drain); err != nil {
		log.Print(err)
	}
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
