// Command carried ends with what its server returns, which others carry to what ends it.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"go.uber.org/zap"
)

func main() {
	first := &http.Server{Addr: os.Getenv("A_ADDR"), ReadHeaderTimeout: time.Second}
	go func() {
		zap.L().Fatal("closed", zap.Error(first.ListenAndServe())) // want `ends the process before`
	}()
	second := &http.Server{Addr: os.Getenv("B_ADDR"), ReadHeaderTimeout: time.Second}
	go func() {
		log.Fatal(fmt.Errorf("closed: %w", second.ListenAndServe())) // want `ends the process before`
	}()
	third := &http.Server{Addr: os.Getenv("C_ADDR"), ReadHeaderTimeout: time.Second}
	go func() {
		if err := third.ListenAndServe(); err != http.ErrServerClosed {
			zap.L().Fatal("closed", zap.Error(err))
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	for _, srv := range []*http.Server{first, second, third} {
		_ = srv.Shutdown(ctx)
	}
}
