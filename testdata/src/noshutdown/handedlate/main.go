// Package main hands the stop of one server on when that has ended.
package main

import (
	"log"
	"os"

	"noshutdown/handedlate/life"
	"noshutdown/handedlate/web"
)

func main() {
	if len(os.Args) > 1 {
		early()
		return
	}
	s := web.New(os.Getenv("ADDR"))
	if err := s.Start(); err != nil { // want `its Shutdown stands behind this call, which blocks`
		log.Fatal(err)
	}
	life.Wait(s.Stop)
}

func early() {
	s := web.New(os.Getenv("ADDR"))
	go func() {
		if err := s.Start(); err != nil {
			log.Fatal(err)
		}
	}()
	life.Wait(s.Stop)
}
