// Package main has literals that are defaults, and one getEnv that is asked
// for something else.
package main

import (
	"cmp"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"syscall"
)

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe(":"+port, nil))
}

func lookup() {
	addr, ok := os.LookupEnv("LISTEN_ADDR")
	if !ok {
		addr = ":8080"
	}
	http.ListenAndServe(addr, nil)
	port := "8080"
	if p, ok := os.LookupEnv("PORT"); ok {
		port = p
	}
	http.ListenAndServe(net.JoinHostPort("", port), nil)
	if p, found := syscall.Getenv("PORT"); found {
		port = p
	}
	http.ListenAndServe(":"+port, nil)
}

func or() {
	http.ListenAndServe(":"+cmp.Or(os.Getenv("PORT"), "8080"), nil)
	http.ListenAndServe(cmp.Or(os.Getenv("ADDR"), os.Getenv("BIND"), ":8080"), nil)
	http.ListenAndServe(os.ExpandEnv(":$PORT"), nil)
	http.ListenAndServe(os.ExpandEnv("$HOST:8081"), nil)
}

func number() {
	port, err := strconv.Atoi(os.Getenv("PORT"))
	if err != nil {
		port = 8080
	}
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
}

func getEnv(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

func getEnvInt(key string, fallback int) int {
	if n, err := strconv.Atoi(getEnv(key, "")); err == nil {
		return n
	}
	return fallback
}

func helper() {
	http.ListenAndServe(":"+getEnv("PORT", "8080"), nil)
	http.ListenAndServe(fmt.Sprintf(":%d", getEnvInt("PORT", 8080)), nil)
	_ = getEnv("DB_PORT", "5432")
	http.ListenAndServe(":8201", nil) // want `port "8201"`
}

func orDefault(s, def string) string {
	if strings.TrimSpace(s) == "" {
		return def
	}
	return s
}

// The same helper with two literals is fixed, with the environment it is not.
func neutralHelper() {
	http.ListenAndServe(orDefault(os.Getenv("ADDR"), ":8080"), nil)
	http.ListenAndServe(orDefault("", ":8202"), nil) // want `"8202"`
}

func injected(getenv func(string) string) {
	addr := getenv("ADDR")
	if addr == "" {
		addr = ":8080"
	}
	http.ListenAndServe(addr, nil)
}

// The host may come from the environment; the port does not.
func hostOnly() {
	http.ListenAndServe(os.Getenv("HOST")+":8203", nil)                      // want `port "8203"`
	http.ListenAndServe(net.JoinHostPort(os.Getenv("HOST"), "8204"), nil)    // want `port "8204"`
	http.ListenAndServe(fmt.Sprintf("%s:%d", getEnv("HOST", ""), 8205), nil) // want `port "8205"`
}

// A check of the environment that does not give the port.
func modeOnly() {
	addr := ":8206"
	if os.Getenv("DEBUG") != "" {
		addr = ":8207"
	}
	http.ListenAndServe(addr, nil) // want `port "8206" or "8207"`
}
