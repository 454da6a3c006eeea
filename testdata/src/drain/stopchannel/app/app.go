// Package app runs servers beside other things.
package app

import (
	"os"
	"sync"

	"drain/stopchannel/web"
)

// Either returns as soon as stop is closed.
func Either(addr string, stop <-chan struct{}) error {
	failed := make(chan error, 1)
	go func() { failed <- web.New(addr).Run(stop) }()
	select {
	case err := <-failed:
		return err
	case <-stop:
		return nil
	}
}

// Both waits for the server then.
func Both(addr string, stop <-chan struct{}) error {
	failed := make(chan error, 1)
	go func() { failed <- web.New(addr).Run(stop) }()
	select {
	case err := <-failed:
		return err
	case <-stop:
		return <-failed
	}
}

// Beside waits for another server, which knows nothing of the drain.
func Beside(addr string, stop <-chan struct{}) error {
	var others sync.WaitGroup
	others.Add(1)
	go func() {
		defer others.Done()
		web.Metrics(os.Getenv("METRICS"), stop)
	}()
	err := web.NewHasty(addr).Run(stop)
	others.Wait()
	return err
}
