// Package main gives servers channels with which they are to stop.
package main

import (
	"os"
	"time"

	"noshutdown/silentchannel/web"
)

func main() {
	go web.New(os.Getenv("A")).Run(make(chan struct{})) //nolint:errcheck // want `waits for a channel on which nothing is ever sent`
	never := make(chan struct{})
	go web.New(os.Getenv("B")).Run(never) //nolint:errcheck // want `waits for a channel on which nothing is ever sent`
	stop := make(chan struct{})
	time.AfterFunc(time.Hour, func() { close(stop) })
	web.New(os.Getenv("C")).Run(stop)
}
