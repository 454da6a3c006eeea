// Command told tells its server to end, and ends itself.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"example.com/drainrun/internal/parts"
)

func main() {
	s := parts.NewTold("127.0.0.1:" + os.Getenv("PORT"))
	go s.Run() // want `main ends without waiting for this call, which drains the server`
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	s.Stop()
}
