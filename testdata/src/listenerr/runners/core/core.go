// Package core runs services of which it knows no more than an interface, and has one
// itself.
package core

import "log"

type Service interface{ Run() error }

type Deaf []Service

// Start drops what Run returns.
func (d Deaf) Start() {
	for _, s := range d {
		go s.Run()
	}
}

type Heeding interface{ Serve() error }

// Serve ends the process.
func Serve(h Heeding) {
	go func() {
		if err := h.Serve(); err != nil {
			log.Fatal(err)
		}
	}()
}

type Telling interface{ Begin() error }

// Begin tells by its channel that one has ended.
func Begin(t Telling) <-chan struct{} {
	ended := make(chan struct{})
	go func() {
		t.Begin()
		close(ended)
	}()
	return ended
}

type Cleaner struct{ quit chan struct{} }

func (c *Cleaner) Run() error {
	log.Print("cleaning")
	<-c.quit
	return nil
}
