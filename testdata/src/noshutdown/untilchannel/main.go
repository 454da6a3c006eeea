// Package main gives servers of another package what they stop at.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"noshutdown/untilchannel/web"
)

func main() {
	switch len(os.Args) {
	case 1:
		log.Print(web.Run(os.Getenv("ONE"), context.Background().Done())) // want `its Shutdown waits for a context that never ends`
	case 2:
		stop := make(chan struct{})
		log.Print(web.Run(os.Getenv("TWO"), stop)) // want `its Shutdown waits for a channel on which nothing is ever sent`
	case 3:
		stop := make(chan struct{})
		go func() {
			defer close(stop)
			c := make(chan os.Signal, 1)
			signal.Notify(c, os.Interrupt, syscall.SIGTERM)
			<-c
		}()
		log.Print(web.Run(os.Getenv("THREE"), stop))
	case 4:
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		log.Print(web.Run(os.Getenv("FOUR"), ctx.Done()))
	}
}
