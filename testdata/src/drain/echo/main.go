// Package main serves with echo.
package main

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	documented(ctx)
	fatal(ctx)
	checked(ctx)
	inner(ctx)
	wrong(ctx)
	wrongInner(ctx)
	rightServer(ctx)
	both(ctx)
}

// documented is echo's own recipe.
func documented(ctx context.Context) {
	e := echo.New()
	go func() {
		if err := e.Start(os.Getenv("ADDR")); err != nil && err != http.ErrServerClosed {
			e.Logger.Fatal("shutting down the server")
		}
	}()
	<-ctx.Done()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := e.Shutdown(ctx); err != nil {
		e.Logger.Fatal(err)
	}
}

func fatal(ctx context.Context) {
	e := echo.New()
	go func() {
		e.Logger.Fatal(e.Start(os.Getenv("ADDR"))) // want `\(\*echo.Echo\).Start returns as soon as \(\*echo.Echo\).Shutdown begins`
	}()
	<-ctx.Done()
	_ = e.Shutdown(ctx) // want `has already ended here`
}

func checked(ctx context.Context) {
	e := echo.New()
	go func() {
		if err := e.Start(os.Getenv("ADDR")); err != nil {
			e.Logger.Fatal(err) // want `so this ends the process`
		}
	}()
	<-ctx.Done()
	_ = e.Shutdown(context.Background())
}

// inner stops the server that echo makes for itself, which Start starts.
func inner(ctx context.Context) {
	e := echo.New()
	go func() {
		if err := e.Start(os.Getenv("ADDR")); !errors.Is(err, http.ErrServerClosed) {
			e.Logger.Fatal(err)
		}
	}()
	<-ctx.Done()
	_ = e.Server.Shutdown(context.Background())
}

func wrong(ctx context.Context) {
	e := echo.New()
	s := &http.Server{Addr: os.Getenv("ADDR"), ReadTimeout: time.Second}
	go func() {
		if err := e.StartServer(s); err != nil && err != http.ErrServerClosed {
			e.Logger.Fatal(err)
		}
	}()
	<-ctx.Done()
	_ = e.Shutdown(context.Background()) // want `\(\*echo.Echo\).Shutdown stops another server than the one that \(\*echo.Echo\).StartServer starts at main.go:\d+`
}

func wrongInner(ctx context.Context) {
	e := echo.New()
	s := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := e.StartServer(s); err != nil && err != http.ErrServerClosed {
			e.Logger.Fatal(err)
		}
	}()
	<-ctx.Done()
	_ = e.Server.Shutdown(context.Background()) // want `stops another server than the one`
}

func rightServer(ctx context.Context) {
	e := echo.New()
	s := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := e.StartServer(s); err != nil && err != http.ErrServerClosed {
			e.Logger.Fatal(err)
		}
	}()
	<-ctx.Done()
	_ = s.Shutdown(context.Background())
}

// both gives the server that echo has anyway.
func both(ctx context.Context) {
	e := echo.New()
	e.Server.Addr = os.Getenv("ADDR")
	go func() {
		if err := e.StartServer(e.Server); err != nil && err != http.ErrServerClosed {
			e.Logger.Fatal(err)
		}
	}()
	<-ctx.Done()
	_ = e.Shutdown(context.Background())
}
