// Command metricskit has a library put its metrics on an echo of their own.
package main

import (
	"os"

	"github.com/labstack/echo-contrib/prometheus"
	"github.com/labstack/echo/v4"
)

func main() {
	e := echo.New()
	go scraped(e)
	serve(e)
}

func serve(e *echo.Echo) {
	e.GET("/orders", func(c echo.Context) error { return nil })
	e.Logger.Fatal(e.Start(os.Getenv("ADDR"))) // want "the server started by .*Start is never stopped"
}

func scraped(e *echo.Echo) {
	own := echo.New()
	prom := prometheus.NewPrometheus("echo", nil)
	e.Use(prom.HandlerFunc)
	prom.SetMetricsPath(own)
	own.Logger.Fatal(own.Start(os.Getenv("SCRAPE_ADDR")))
}
