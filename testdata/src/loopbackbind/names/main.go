// Package main has servers whose names say that they are for operators.
package main

import (
	"net"
	"net/http"
)

func main() {}

func startPprof()           { http.ListenAndServe("localhost:6060", handler()) }
func serveDebug()           { http.ListenAndServe("localhost:6061", handler()) }
func adminAPI()             { http.ListenAndServe("localhost:6062", handler()) }
func profiling()            { http.ListenAndServe("localhost:6063", handler()) }
func diagnostics()          { http.ListenAndServe("localhost:6064", handler()) }
func exportMetrics()        { http.ListenAndServe("localhost:6065", handler()) }
func handler() http.Handler { return nil }

const adminAddr = "localhost:6066"

func variables() {
	http.ListenAndServe(adminAddr, handler())
	debugServer := &http.Server{Addr: "localhost:6067"}
	debugServer.ListenAndServe()
	metricsListener, _ := net.Listen("tcp", "localhost:6068")
	http.Serve(metricsListener, nil)
}

func handlers() {
	diagMux := http.NewServeMux()
	http.ListenAndServe("localhost:6069", diagMux)
	http.ListenAndServe("localhost:6070", newAdminHandler())
}

func newAdminHandler() http.Handler { return nil }

type adminServer struct{}

func (adminServer) start() { http.ListenAndServe("localhost:6071", handler()) }

func service() {
	http.ListenAndServe("localhost:6072", handler()) // want `host "localhost"`
}
