// Package main has its address where no statement can go: no fix.
package main

import "net/http"

var srv = &http.Server{Addr: ":8080"} // want `port "8080"`

func main() { srv.ListenAndServe() }
