// Package main stops the server of an echo that serves with another.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"
)

func main() {
	plain()
	both()
	right()
	e := echo.New()
	go func() {
		if err := e.StartTLS(os.Getenv("ADDR"), "cert.pem", "key.pem"); err != nil {
			log.Fatal(err) // nothing makes it return
		}
	}()
	wait()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = e.Server.Shutdown(ctx) // want `\(\*http.Server\).Shutdown stops another server than the one that \(\*echo.Echo\).StartTLS starts`
}

func plain() {
	e := echo.New()
	go func() {
		if err := e.Start(os.Getenv("ADDR")); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	wait()
	_ = e.Server.Shutdown(context.Background())
}

func right() {
	e := echo.New()
	go func() {
		if err := e.StartTLS(os.Getenv("ADDR"), "cert.pem", "key.pem"); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	wait()
	_ = e.TLSServer.Shutdown(context.Background())
}

func both() {
	e := echo.New()
	go func() {
		if err := e.StartTLS(os.Getenv("ADDR"), "cert.pem", "key.pem"); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	wait()
	_ = e.Server.Shutdown(context.Background())
	_ = e.Shutdown(context.Background())
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}
