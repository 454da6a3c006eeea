package main

import (
	"log"
	"os"

	"drain/handedaside/closer"
	"drain/handedaside/web"
)

func main() {
	s := web.New(os.Getenv("LISTEN_ADDR"))
	closer.Finally(s.Stop)
	if err := s.Run(); err != nil {
		log.Fatal(err)
	}
	closer.Close()
}
