// Package main keeps addresses in fields.
package main

import (
	"encoding/json"
	"net/http"
	"os"
)

type server struct {
	addr string
	port string
}

func newServer(addr string) *server {
	return &server{addr: addr, port: os.Getenv("FIELD_PORT")} // want `environment variable "FIELD_PORT" decides`
}

func (s *server) run() error {
	go http.ListenAndServe(":"+s.port, nil)
	return http.ListenAndServe(s.addr, nil)
}

type settings struct {
	Addr string `json:"addr"`
	Port int    `json:"port"`
}

// The default of a decoded field is what runs when the file says nothing.
func decoded(b []byte) {
	cfg := settings{Addr: "8081", Port: 80800} // want `address "8081" has no colon`
	json.Unmarshal(b, &cfg)
	http.ListenAndServe(cfg.Addr, nil)
}

type late struct{ srv http.Server }

func (l *late) start() error {
	l.srv.Addr = "8082" // want `address "8082" has no colon`
	return l.srv.ListenAndServe()
}

func main() {
	newServer("8080").run() // want `address "8080" has no colon .*passed to http.ListenAndServe`
	decoded(nil)
	new(late).start()
}
