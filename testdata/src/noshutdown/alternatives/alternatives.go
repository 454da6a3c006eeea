// Package main starts one server of several forms, and two servers of two.
package main

import (
	"crypto/tls"
	"log"
	"net/http"
	"os"
)

func serve(how string, h http.Handler) error {
	addr := os.Getenv("ADDR")
	switch how {
	case "managed":
		srv := &http.Server{Addr: addr, Handler: h, TLSConfig: &tls.Config{GetCertificate: certificate}}
		return srv.ListenAndServeTLS("", "") // want `is never stopped by Shutdown`
	case "files":
		srv := &http.Server{Addr: addr, Handler: h, TLSConfig: &tls.Config{}}
		return srv.ListenAndServeTLS("cert.pem", "key.pem")
	default:
		return http.ListenAndServe(addr, h)
	}
}

func certificate(*tls.ClientHelloInfo) (*tls.Certificate, error) { return nil, os.ErrNotExist }

// both starts one server here and another there.
func both(tool bool) error {
	if tool {
		srv := &http.Server{Addr: os.Getenv("TOOL_ADDR"), Handler: http.FileServer(http.Dir("tool"))}
		return srv.ListenAndServe() // want `is never stopped by Shutdown`
	}
	srv := &http.Server{Addr: os.Getenv("WEB_ADDR"), Handler: http.HandlerFunc(orders)}
	return srv.ListenAndServe() // want `is never stopped by Shutdown`
}

func orders(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err == nil {
		w.Write([]byte(r.Form.Get("id")))
	}
}

func main() {
	go func() { log.Fatal(both(os.Getenv("TOOL") != "")) }()
	log.Print(serve(os.Getenv("HOW"), http.HandlerFunc(orders)))
}
