// Package signals tells receivers that the process shall end.
package signals

import (
	"os"
	"os/signal"
	"syscall"
)

type Receiver interface{ Stop() error }

type Handler struct{ receivers []Receiver }

func New(receivers ...Receiver) *Handler { return &Handler{receivers} }

func (h *Handler) Loop() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
	<-c
	for _, r := range h.receivers {
		r.Stop()
	}
}
