// Package kept makes muxes for its metrics, beside functions that put routes on whatever
// they are given.
package kept

import (
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Register is for users.
func Register(e *echo.Echo) {
	e.GET("/orders", func(c echo.Context) error { return nil })
}

// Routes is for users.
func Routes(mux *http.ServeMux) {
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
}

// Scraped keeps its echo to itself.
func Scraped() {
	own := echo.New()
	own.HideBanner = true
	own.GET("/metrics", echo.WrapHandler(promhttp.Handler()))
	own.Logger.Fatal(own.Start(os.Getenv("SCRAPE_ADDR")))
}

// Shown has the routes for users on it, too.
func Shown() {
	own := echo.New()
	own.GET("/metrics", echo.WrapHandler(promhttp.Handler()))
	Register(own)
	own.Logger.Fatal(own.Start(os.Getenv("ADDR"))) // want "the server started by .*Start is never stopped"
}

// Served keeps its mux to itself.
func Served() error {
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	srv := &http.Server{Addr: os.Getenv("SCRAPE_ADDR"), Handler: mux}
	return srv.ListenAndServe()
}

var shared *http.ServeMux

// Lent has others register on its mux.
func Lent(put func(*http.ServeMux)) error {
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.Handler())
	shared = mux
	put(shared)
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}
