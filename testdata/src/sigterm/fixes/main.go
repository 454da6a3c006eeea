// Which findings have a fix, and how it looks. The golden file tells.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
)

func main() {
	srv := new(http.Server)
	defer srv.Shutdown(context.Background())
	srv.ListenAndServe()
}

// Nothing depends on which signal it is.
func indifferent(errs chan error) {
	a := make(chan os.Signal, 1)
	signal.Notify(a, os.Interrupt) // want `only SIGINT`
	s := <-a
	log.Printf("got %v, stopping", s)

	b := make(chan os.Signal, 1)
	signal.Notify(b, // want `only SIGINT`
		os.Interrupt, // Ctrl-C
	)
	errs <- fmt.Errorf("%s", <-b)

	var c = make(chan os.Signal, 1)
	signal.Notify(c, // want `SIGKILL cannot be caught and`
		os.Interrupt,
		os.Kill,
	)
	select {
	case sig := <-c:
		log.Println("signal", sig.String())
	case <-errs:
	}
	signal.Stop(c)
	close(c)

	d := make(chan os.Signal, 1)
	signal.Notify(d, os.Interrupt /* Ctrl-C */) // want `only SIGINT`
	for range d {
		return
	}
}

// With the name syscall taken the import needs another one. The fix waits until
// the others have made their import.
func shadowed() {
	type syscall struct{}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt) // want `only SIGINT`
	defer stop()
	<-ctx.Done()
	_ = syscall{}
}

// No fix: something depends on which signal it is, so that SIGTERM might be
// swallowed.
func examined() {
	a := make(chan os.Signal, 1)
	signal.Notify(a, os.Interrupt) // want `only SIGINT`
	for s := range a {
		switch s {
		case os.Interrupt:
			return
		}
	}

	b := make(chan os.Signal, 1)
	signal.Notify(b, os.Interrupt) // want `only SIGINT`
	if <-b == os.Interrupt {
		return
	}

	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want `only SIGINT`
	handle(<-c)

	d := make(chan os.Signal, 1)
	signal.Notify(d, os.Interrupt) // want `only SIGINT`
	wait(d)

	e := make(chan os.Signal, 1)
	signal.Notify(e, os.Interrupt) // want `only SIGINT`
	s, ok := <-e
	if ok && s == os.Interrupt {
		return
	}
}

func handle(os.Signal) {}

func wait(c <-chan os.Signal) { <-c }

// No fix: the list of signals may be used for something else.
func list() {
	stops := []os.Signal{os.Interrupt}
	c := make(chan os.Signal, 1)
	signal.Notify(c, stops...) // want `only SIGINT`
	<-c
}

// A comment stays where it is.
func comments() {
	c := make(chan os.Signal, 1)
	signal.Notify(c /* not these: */, os.Kill) // want `SIGKILL cannot be caught and`
	<-c

	var once sync.Once
	once.Do(func() { log.Print(errors.New("stopping")) })
}
