// Package node hands its servers' drains on.
package node

import (
	"context"
	"log"

	"drain/leaves/api"
)

// Run a server until ctx ends.
func Run(ctx context.Context, addr string) {
	s := api.New(addr)
	s.Start()
	<-ctx.Done()
	stop(s)
}

func stop(s *api.Server) {
	log.Print("stopping")
	s.Close()
}
