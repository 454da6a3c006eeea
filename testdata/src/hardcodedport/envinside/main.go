// Package main asks the environment somewhere on the way.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
)

var port = getEnv("PORT", "8080")

func getEnv(key string, fallback ...string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	if len(fallback) > 0 {
		return fallback[0]
	}
	return ""
}

func main() {
	http.ListenAndServe(":"+port, nil)
	run(":8081")
	runPort(8082)
	listen(&options{addr: ":8083"})
	newServer(":8084").start()
}

// The literal is a default: the function prefers the environment.
func run(addr string) error {
	if p := os.Getenv("PORT"); p != "" {
		addr = ":" + p
	}
	return http.ListenAndServe(addr, nil)
}

func runPort(port int) error {
	if n, err := strconv.Atoi(os.Getenv("PORT")); err == nil {
		port = n
	}
	return http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
}

type options struct{ addr string }

func (o *options) fromEnv() { o.addr = getEnv("ADDR", o.addr) }

func listen(o *options) {
	o.fromEnv()
	net.Listen("tcp", o.addr)
}

type server struct{ addr string }

func newServer(addr string) *server {
	s := &server{addr: addr}
	if v := os.Getenv("ADDR"); v != "" {
		s.addr = v
	}
	return s
}

func (s *server) start() error { return http.ListenAndServe(s.addr, nil) }

func address() string {
	if p := os.Getenv("PORT"); p != "" {
		return ":" + p
	}
	return ":8080"
}

func result() {
	http.ListenAndServe(address(), nil)
	http.ListenAndServe(strings.TrimSpace(address()), nil)
}

type environment map[string]string

func load() environment {
	e := environment{"PORT": "8080"}
	for _, kv := range os.Environ() {
		k, v, _ := strings.Cut(kv, "=")
		e[k] = v
	}
	return e
}

func mapped() { http.ListenAndServe(":"+load()["PORT"], nil) }

// What the environment chooses between is fixed.
func chosen() {
	var addr string
	switch os.Getenv("ENV") {
	case "production":
		addr = ":8085"
	default:
		addr = ":8086"
	}
	http.ListenAndServe(addr, nil) // want `port "8085" or "8086"`
}
