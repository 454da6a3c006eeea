package serve

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"drain/commands/behind"
)

// Behind returns commands whose server another package stops.
func Behind() []*cobra.Command {
	leaves := &cobra.Command{Use: "leaves", RunE: func(cmd *cobra.Command, args []string) error {
		s := behind.Start(os.Getenv("ADDR"))
		if err := wait(s); err != nil {
			return err
		}
		s.Stop() // want `main ends without waiting for the drain of a server that this call leaves to a goroutine`
		return nil
	}}
	drains := &cobra.Command{Use: "drains", RunE: func(cmd *cobra.Command, args []string) error {
		s := behind.Start(os.Getenv("ADDR"))
		if err := wait(s); err != nil {
			return err
		}
		s.Drain()
		return nil
	}}
	return []*cobra.Command{leaves, drains}
}

func wait(s *behind.Server) error {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-s.Failed():
		return err
	case <-quit:
		return nil
	}
}
