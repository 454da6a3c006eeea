// Package life stops the application that it was given.
package life

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/gofiber/fiber/v2"
)

type keeper struct{ app *fiber.App }

// Keep stops app when a signal comes.
func Keep(app *fiber.App) {
	k := &keeper{app: app}
	go k.wait()
}

func (k *keeper) wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	_ = k.app.Shutdown()
}
