// Command structured keeps what it asked for in a struct.
package main

import (
	"net/http"
	"os"
)

type config struct{ addr, redis string }

func load() *config {
	return &config{addr: os.Getenv("LISTEN_ADDR"), redis: os.Getenv("REDIS_ADDR")}
}

type server struct{ cfg *config }

func (s *server) run() error {
	return http.ListenAndServe(s.cfg.addr, http.FileServer(http.Dir(".")))
}

func main() {
	s := &server{cfg: load()}
	s.run()
}
