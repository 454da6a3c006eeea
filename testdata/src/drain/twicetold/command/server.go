// Package command runs an agent until it is told to stop, and again if that takes too long.
package command

import (
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"drain/twicetold/agent"
)

type Server struct {
	ShutdownCh <-chan struct{}
	Out        io.Writer
}

func (c *Server) Run(args []string) int {
	fs := flag.NewFlagSet("server", flag.ContinueOnError)
	addr := fs.String("http-addr", envOr("HTTP_ADDR", ":8500"), "address")
	if err := fs.Parse(args); err != nil {
		return 1
	}
	a := agent.New(&agent.Config{Addr: *addr})
	if err := a.Start(); err != nil {
		fmt.Fprintln(c.Out, err)
		return 1
	}
	select {
	case <-c.ShutdownCh:
		fmt.Fprintln(c.Out, "stopping")
	case err := <-a.ErrCh():
		fmt.Fprintln(c.Out, err)
		return 1
	}
	gracefulCh := make(chan struct{})
	go func() {
		if err := a.Shutdown(); err != nil {
			fmt.Fprintln(c.Out, err)
			return
		}
		close(gracefulCh)
	}()
	select {
	case <-c.ShutdownCh:
		return 1
	case <-time.After(15 * time.Second):
		return 1
	case <-gracefulCh:
		return 0
	}
}

func envOr(name, def string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return def
}
