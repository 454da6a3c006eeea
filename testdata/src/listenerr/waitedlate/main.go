package main

import (
	"os"
	"os/signal"
	"syscall"

	"listenerr/waitedlate/web"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGINT, syscall.SIGTERM)
	switch os.Getenv("KIND") {
	case "late":
		l := web.NewLate(os.Getenv("LISTEN_ADDR"))
		_ = l.Start()
		<-quit
		l.Stop()
	case "soon":
		s := web.NewSoon(os.Getenv("LISTEN_ADDR"))
		s.Start()
		go func() { <-quit; s.Stop() }()
		s.Wait()
	case "shown":
		s := web.NewShown(os.Getenv("LISTEN_ADDR"))
		s.Start()
		select {
		case <-quit:
			s.Stop()
		case <-s.Gone():
			os.Exit(1)
		}
	}
}
