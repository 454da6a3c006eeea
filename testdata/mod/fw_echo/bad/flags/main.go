// Package main takes the address from the command line only, and closes the
// server where it should drain it. The second echo is served by a server that
// nobody stops.
package main

import (
	"flag"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/labstack/echo/v4"
)

func main() {
	addr := flag.String("addr", ":1323", "address to listen on")
	flag.Parse()
	e := echo.New()
	g := e.Group("/v1")
	g.GET("/orders", func(c echo.Context) error { return c.NoContent(http.StatusNoContent) })
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	go func() {
		<-c
		e.Close()
	}()

	other := echo.New()
	srv := &http.Server{Addr: ":9443"} // want `hardcodedport: port "9443"`
	go other.StartServer(srv)          // want `noshutdown: .* never stopped by Shutdown` `nohealth: no route of this program` `listenerr: the error of .*StartServer is dropped`

	e.Logger.Fatal(e.Start(*addr)) // want `noshutdown: .* only stopped abruptly \(Close\)`
}
