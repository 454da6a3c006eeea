// Package main has services run by another package.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"listenerr/runners/core"
	"listenerr/runners/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	core.Deaf{&core.Cleaner{}, web.New("A")}.Start() // want `the error of \(\*http.Server\).ListenAndServe is dropped`
	core.Serve(web.New("B"))
	select {
	case <-core.Begin(web.New("C")):
	case <-ctx.Done():
	}
}
