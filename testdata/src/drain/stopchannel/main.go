// Package main hands on a channel that is closed when it is to stop.
package main

import (
	"log"
	"os"

	"drain/stopchannel/app"
	"drain/stopchannel/signals"
)

func main() {
	stop := signals.Stop()
	switch len(os.Args) {
	case 1:
		log.Print(app.Either(os.Getenv("EITHER"), stop)) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	case 2:
		log.Print(app.Both(os.Getenv("BOTH"), stop))
	case 3:
		log.Print(app.Beside(os.Getenv("BESIDE"), stop)) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	}
}
