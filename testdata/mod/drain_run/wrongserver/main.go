// Command wrongserver stops the server that echo has made, and not the one that it has started.
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

	"example.com/drainrun/internal/slow"
	"github.com/labstack/echo/v4"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	e := echo.New()
	e.HideBanner = true
	e.GET("/", echo.WrapHandler(slow.Handler()))
	srv := &http.Server{Addr: "127.0.0.1:" + os.Getenv("PORT")}
	go func() {
		if err := e.StartServer(srv); !errors.Is(err, http.ErrServerClosed) {
			e.Logger.Fatal(err)
		}
	}()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	defer cancel()
	if err := e.Shutdown(limit); err != nil { // want `\(\*echo.Echo\).Shutdown stops another server than the one that \(\*echo.Echo\).StartServer starts at main.go:\d+, so requests in flight are lost`
		log.Fatal(err)
	}
}
