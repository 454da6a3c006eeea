// Package main waits until fiber is done: its own recipe.
package main

import (
	"fmt"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	var done sync.WaitGroup
	done.Add(1)
	go func() {
		defer done.Done()
		<-c
		_ = app.Shutdown()
	}()
	if err := app.Listen(os.Getenv("ADDR")); err != nil {
		log.Panic(err)
	}
	done.Wait()
	fmt.Println("bye")
}
