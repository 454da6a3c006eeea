// Package main has one port for development and another for production.
package main

import (
	"net/http"
	"os"
)

func port() string {
	if os.Getenv("STAGE") == "production" {
		return os.Getenv("PORT")
	}
	return "8001"
}

func first() string {
	if os.Getenv("STAGE") != "production" {
		return "8002"
	}
	return os.Getenv("SECOND_PORT")
}

// A fallback, if a clumsy one.
func fallback() string {
	if os.Getenv("THIRD_PORT") != "" {
		return os.Getenv("THIRD_PORT")
	}
	return "8003"
}

func main() {
	go http.ListenAndServe(":"+port(), nil)  // want `environment variable "PORT" decides this port with no fallback`
	go http.ListenAndServe(":"+first(), nil) // want `environment variable "SECOND_PORT" decides this port with no fallback`
	http.ListenAndServe(":"+fallback(), nil)
}
