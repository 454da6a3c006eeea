// Command carried logs what its servers return in what other functions make of it, and goes on.
package main

import (
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
	go func() {
		zap.L().Warn("closed", zap.Error(http.ListenAndServe(os.Getenv("A_ADDR"), orders()))) // want `only logged`
	}()
	go func() {
		slog.Error("closed", slog.Any("err", http.ListenAndServe(os.Getenv("B_ADDR"), orders()))) // want `only logged`
	}()
	go func() {
		log.Print(fmt.Errorf("serve: %w", http.ListenAndServe(os.Getenv("C_ADDR"), orders()))) // want `only logged`
	}()
	go func() {
		logrus.WithError(http.ListenAndServe(os.Getenv("D_ADDR"), orders())).Error("closed") // want `only logged`
	}()
	go func() {
		log.Println("closed: " + http.ListenAndServe(os.Getenv("E_ADDR"), orders()).Error()) // want `only logged`
	}()
	go func() {
		log.Println(http.ListenAndServe(os.Getenv("F_ADDR"), orders()).Error()) // want `only logged`
	}()
	go func() {
		slog.Warn("closed", reason(http.ListenAndServe(os.Getenv("G_ADDR"), orders()))) // want `only logged`
	}()
	go func() {
		if err := fmt.Errorf("serve: %w", http.ListenAndServe(os.Getenv("H_ADDR"), orders())); err != nil { // want `only logged`
			log.Print(err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
}

func reason(err error) slog.Attr { return slog.Any("reason", err) }

func orders() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return mux
}
