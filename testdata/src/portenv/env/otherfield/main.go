// Command otherfield asks for another field of the struct.
package main

import (
	"flag"
	"net/http"
	"os"
)

type config struct{ addr, redis string }

func load() *config {
	cfg := &config{redis: os.Getenv("REDIS_ADDR")}
	flag.StringVar(&cfg.addr, "addr", ":8080", "address")
	flag.Parse()
	return cfg
}

func main() {
	cfg := load()
	println(cfg.redis)
	http.ListenAndServe(cfg.addr, http.FileServer(http.Dir("."))) // want "no environment variable can set the port"
}
