// Package main takes the variable in one branch, and a literal in the other.
package main

import (
	"net/http"
	"os"
)

func production() {
	var port string
	if os.Getenv("STAGE") != "production" {
		port = "8000"
	} else {
		port = os.Getenv("APORT")
	}
	http.ListenAndServe("0.0.0.0:"+port, nil) // want `environment variable "APORT" decides this port with no fallback`
}

func cases() {
	var port string
	switch os.Getenv("STAGE") {
	case "local":
		port = "8001"
	default:
		port = os.Getenv("BPORT")
	}
	http.ListenAndServe(":"+port, nil) // want `"BPORT" decides this port`
}

// The branch is taken when the variable is empty.
func fallback() {
	port := os.Getenv("CPORT")
	if port == "" {
		port = "8002"
	}
	http.ListenAndServe(":"+port, nil)
}

func either() {
	var port string
	if os.Getenv("DPORT") == "" {
		port = "8003"
	} else {
		port = os.Getenv("DPORT")
	}
	http.ListenAndServe(":"+port, nil)
}

// What was there before stays where the variable is not asked for.
func before() {
	port := "8004"
	if p, ok := os.LookupEnv("EPORT"); ok {
		port = p
	}
	http.ListenAndServe(":"+port, nil)
}

func main() {}
