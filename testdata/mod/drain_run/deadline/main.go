// Command deadline stops its server with a time that has run since it began.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/drainrun/internal/parts"
)

func main() {
	s := parts.NewDeadline("127.0.0.1:"+os.Getenv("PORT"), parts.Early(time.Millisecond))
	failed := make(chan error, 1)
	go func() { failed <- s.Serve() }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-quit:
	}
	time.Sleep(50 * time.Millisecond) // as long as programs live
	if err := s.StopEarly(); err != nil {
		log.Fatal(err)
	}
}
