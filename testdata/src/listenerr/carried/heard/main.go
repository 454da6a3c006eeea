// Command heard hears of each error that something carries.
package main

import (
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

func main() {
	failed := make(chan error, 2)
	go func() {
		zap.L().Fatal("closed", zap.Error(http.ListenAndServe(os.Getenv("A_ADDR"), orders())))
	}()
	go func() {
		failed <- fmt.Errorf("serve: %w", http.ListenAndServe(os.Getenv("B_ADDR"), orders()))
	}()
	go func() {
		slog.Error("closed", noted(http.ListenAndServe(os.Getenv("C_ADDR"), orders())))
	}()
	go func() {
		logrus.WithError(http.ListenAndServe(os.Getenv("D_ADDR"), orders())).Fatal("closed")
	}()
	go func() {
		log.Print(fmt.Errorf("serve: %w", http.ListenAndServe(os.Getenv("E_ADDR"), orders())))
		failed <- errors.New("closed")
	}()
	go func() {
		slog.Error("closed", "err", must(http.ListenAndServe(os.Getenv("F_ADDR"), orders())))
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	select {
	case <-quit:
	case err := <-failed:
		log.Fatal(err)
	case <-broken:
	}
}

var broken = make(chan struct{})

// noted tells main, too.
func noted(err error) slog.Attr {
	close(broken)
	return slog.Any("err", err)
}

// must ends the process.
func must(err error) string {
	if err != nil {
		log.Fatal(err)
	}
	return ""
}

func orders() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return mux
}
