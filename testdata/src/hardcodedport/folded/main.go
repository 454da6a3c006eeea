// Package main has constant expressions.
package main

import (
	"fmt"
	"net/http"
)

func main() {}

const (
	portText      = "8103"
	typed    Port = 8104
)

type Port uint16

func constants() {
	http.ListenAndServe(":"+portText, nil)                   // want `port "8103".*written at main.go:12`
	http.ListenAndServe(fmt.Sprintf(":%d", int(typed)), nil) // want `port "8104".*written at main.go:13`
}
