// Package main has its address from closures.
package main

import (
	"net/http"
	"os"
)

func constant(addr string) func() string { return func() string { return addr } }

func lookup(key, fallback string) func() string {
	return func() string {
		if v := os.Getenv(key); v != "" {
			return v
		}
		return fallback
	}
}

func main() {
	api, hooks, admin := constant(":8001"), constant(os.Getenv("HOOKS_ADDR")), lookup("ADMIN_ADDR", ":8003") // want `port "8001" is hardcoded`
	go http.ListenAndServe(api(), nil)
	go http.ListenAndServe(hooks(), nil)
	http.ListenAndServe(admin(), nil)
}
