// Command helperstops has the server of one echo drained by a function of another package, and
// that of another not.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/labstack/echo/v4"

	"noshutdown/helperstops/web"
)

func main() {
	e, other := echo.New(), echo.New()
	go func() { serve(e.Start(os.Getenv("A_ADDR"))) }()
	go func() { serve(other.Start(os.Getenv("B_ADDR"))) }() // want `never stopped by Shutdown`
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	if err := web.Stop(e.Server); err != nil {
		log.Print(err)
	}
}

func serve(err error) {
	if err != http.ErrServerClosed {
		log.Fatal(err)
	}
}
