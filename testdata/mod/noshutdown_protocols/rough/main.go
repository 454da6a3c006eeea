// Package main has servers of a library that knows no graceful stop: there is
// nothing that its author could call.
package main

import (
	"log"
	"os"
	"os/signal"

	"github.com/tidwall/redcon"
)

func answer(conn redcon.Conn, cmd redcon.Command) {}

func main() {
	closed := redcon.NewServer(os.Getenv("ADDR"), answer, nil, nil)
	never := redcon.NewServer(os.Getenv("ADDR"), answer, nil, nil)
	go closed.ListenAndServe()
	go never.ListenAndServe()
	go func() { log.Fatal(redcon.ListenAndServe(os.Getenv("ADDR"), answer, nil, nil)) }()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
	closed.Close()
}
