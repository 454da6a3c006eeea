// Package main ends with the loggers of others.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/rs/zerolog/log"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

var srv = &http.Server{Addr: os.Getenv("ADDR")}

func main() {
	go zerologs()
	go zaps()
	go logruses()
	go slogs()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	_ = srv.Shutdown(context.Background())
}

func zerologs() {
	if err := srv.ListenAndServe(); err != nil {
		log.Error().Err(err).Send()
	}
	if err := srv.ListenAndServe(); err != nil {
		log.Fatal().Err(err).Msg("listening") // want `so this ends the process`
	}
}

func zaps() {
	err := srv.ListenAndServe()
	if err != nil {
		zap.S().Errorw("listening", "error", err)
	}
	err = srv.ListenAndServe()
	zap.S().Fatalw("listening", "error", err) // want `so this ends the process`
}

func logruses() {
	logrus.WithError(srv.ListenAndServe()).Error("listening")
	logrus.Fatal(srv.ListenAndServe()) // want `so this ends the process`
	if err := srv.ListenAndServe(); err != nil {
		logrus.WithError(err).Fatal("listening") // want `so this ends the process`
	}
}

func slogs() {
	if err := srv.ListenAndServe(); err != nil {
		slog.Error("listening", "error", err)
		os.Exit(1) // want `so this ends the process`
	}
	if err := srv.ListenAndServe(); err != nil {
		panic(fmt.Errorf("listening: %w", err)) // want `so this ends the process`
	}
}
