// Package keep keeps what the program has when it is told to stop.
package keep

import (
	"log"
	"os"
	"os/signal"
)

// OnExit keeps state, and ends the program.
func OnExit(state map[string]string) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		<-c
		if err := unload(state); err != nil {
			log.Print(err)
			os.Exit(1)
		}
		os.Exit(0)
	}()
}

// OnExitSay only says that it ends.
func OnExitSay() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		<-c
		log.Print("bye")
		os.Exit(0)
	}()
}

func unload(state map[string]string) error {
	f, err := os.Create(os.Getenv("STATE"))
	if err != nil {
		return err
	}
	for k, v := range state {
		if _, err := f.WriteString(k + "=" + v + "\n"); err != nil {
			return err
		}
	}
	return f.Close()
}
