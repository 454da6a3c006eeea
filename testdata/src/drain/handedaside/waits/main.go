package main

import (
	"log"
	"os"

	"drain/handedaside/closer"
	"drain/handedaside/web"
)

func main() {
	s := web.New(os.Getenv("LISTEN_ADDR"))
	closer.Add("web", s.Stop)
	closer.Begin()
	if err := s.Run(); err != nil {
		log.Fatal(err)
	}
	closer.Done()
}
