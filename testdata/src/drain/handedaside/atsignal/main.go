package main

import (
	"log"
	"os"

	"drain/handedaside/closer"
	"drain/handedaside/web"
)

func main() {
	s := web.New(os.Getenv("LISTEN_ADDR"))
	closer.AtSignal(func() {
		if err := s.Stop(); err != nil {
			log.Print(err)
		}
	})
	if err := s.Run(); err != nil { // want "main ends without waiting for it"
		log.Fatal(err)
	}
	log.Print("stopped")
}
