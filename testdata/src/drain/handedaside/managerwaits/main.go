package main

import (
	"log"
	"os"

	"drain/handedaside/closer"
	"drain/handedaside/web"
)

func main() {
	s := web.New(os.Getenv("LISTEN_ADDR"))
	m := closer.NewManager()
	m.Add("web", s.Stop)
	m.Watch()
	if err := s.Run(); err != nil {
		log.Fatal(err)
	}
	m.Wait()
}
