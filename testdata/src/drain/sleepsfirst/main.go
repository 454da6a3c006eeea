// Package main sleeps until load balancers have noticed, and then stops.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
)

const noticed = time.Minute

func main() {
	switch os.Args[1] {
	case "long":
		long(&http.Server{Addr: os.Getenv("ADDR")})
	case "short":
		short(&http.Server{Addr: os.Getenv("ADDR2")})
	case "rpc":
		rpc(grpc.NewServer())
	case "later":
		later(&http.Server{Addr: os.Getenv("ADDR3")})
	}
}

func signals() chan os.Signal {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM)
	return sig
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
}

// long is killed while it sleeps.
func long(srv *http.Server) {
	go serve(srv)
	<-signals()
	log.Print("stopping")
	time.Sleep(noticed)
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = srv.Shutdown(limit) // want `Shutdown is called 1m0s after the signal, which is not within the platform's grace period of 30s`
}

// short has time left.
func short(srv *http.Server) {
	go serve(srv)
	<-signals()
	time.Sleep(5 * time.Second)
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = srv.Shutdown(limit)
}

func rpc(srv *grpc.Server) {
	l, err := net.Listen("tcp", os.Getenv("RPC_ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		if err := srv.Serve(l); err != nil {
			log.Fatal(err)
		}
	}()
	<-signals()
	time.Sleep(noticed)
	srv.GracefulStop() // want `GracefulStop is called 1m0s after the signal`
}

// later stops without a signal, when its time has come.
func later(srv *http.Server) {
	go serve(srv)
	time.Sleep(noticed)
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = srv.Shutdown(limit)
}
