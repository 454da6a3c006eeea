// Package main gets its servers from the functions that start them.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
)

func main() {
	var web, files, tool *http.Server
	var calls *grpc.Server
	go func() {
		var err error
		if web, err = serve(os.Getenv("WEB_ADDR")); err != nil {
			log.Fatal(err)
		}
	}()
	go func() {
		var err error
		if calls, err = serveCalls(os.Getenv("CALLS_ADDR")); err != nil {
			log.Fatal(err)
		}
	}()
	files = begin(os.Getenv("FILES_ADDR"))
	made := make(chan *http.Server, 1)
	go func() {
		if err := tell(os.Getenv("TOOL_ADDR"), made); err != nil {
			log.Fatal(err)
		}
	}()
	tool = <-made

	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if web != nil {
		web.Shutdown(ctx)
	}
	if calls != nil {
		calls.GracefulStop()
	}
	files.Shutdown(ctx)
	tool.Shutdown(ctx)
}

// serve returns its server when that has come to an end.
func serve(addr string) (*http.Server, error) {
	srv := &http.Server{Addr: addr}
	err := srv.ListenAndServe() // want `its Shutdown stands behind this call, which blocks`
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		return nil, err
	}
	return srv, nil
}

func serveCalls(addr string) (*grpc.Server, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	srv := grpc.NewServer()
	if err := srv.Serve(l); err != nil { // want `its GracefulStop stands behind this call, which blocks`
		return nil, err
	}
	return srv, nil
}

// begin returns its server at once.
func begin(addr string) *http.Server {
	srv := &http.Server{Addr: addr, Handler: http.FileServer(http.Dir("."))}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return srv
}

// tell gives its server away before it starts it.
func tell(addr string, made chan<- *http.Server) error {
	srv := &http.Server{Addr: addr, Handler: http.FileServer(http.Dir("."))}
	made <- srv
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
