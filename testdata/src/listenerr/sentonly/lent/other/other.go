// Package other watches servers.
package other

import (
	"os"
	"os/signal"
	"syscall"

	"listenerr/sentonly/web"
)

// Watch returns when the program is to stop, or srv has ended.
func Watch(srv *web.Server) error {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-srv.Notify():
		return err
	case <-quit:
		return nil
	}
}
