// Package httpserver runs the servers of all programs of the company.
package httpserver

import (
	"encoding/json"
	"flag"
	"net/http"
	"os"
)

// Run listens on addr.
func Run(addr string, h http.Handler) error { return http.ListenAndServe(addr, h) }

// RunPort listens where PORT says.
func RunPort(h http.Handler) error { return http.ListenAndServe(":"+os.Getenv("PORT"), h) }

// RunFlag listens where the command line says.
func RunFlag(h http.Handler) error {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	return http.ListenAndServe(":"+*port, h)
}

// RunFile listens where a file says.
func RunFile(h http.Handler) error {
	var config struct{ Addr string }
	f, err := os.Open("platform.json")
	if err != nil {
		return err
	}
	if err := json.NewDecoder(f).Decode(&config); err != nil {
		return err
	}
	return http.ListenAndServe(config.Addr, h)
}
