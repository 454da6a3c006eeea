// Command toldright waits for it.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.com/drainrun/internal/parts"
)

func main() {
	s := parts.NewTold("127.0.0.1:" + os.Getenv("PORT"))
	ended := make(chan error, 1)
	go func() { ended <- s.Run() }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	s.Stop()
	if err := <-ended; err != nil {
		log.Fatal(err)
	}
}
