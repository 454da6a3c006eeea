// Package web has servers for groups of goroutines to run.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
)

type Quiet struct{ srv *http.Server }

func NewQuiet() *Quiet { return &Quiet{&http.Server{Addr: os.Getenv("QUIET")}} }

// Serve logs what fails, and returns as if nothing were.
func (q *Quiet) Serve() error {
	err := q.srv.ListenAndServe()
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
	return nil
}

func (q *Quiet) Stop() error { return q.srv.Shutdown(context.Background()) }

type Loud struct{ srv *http.Server }

func NewLoud() *Loud { return &Loud{&http.Server{Addr: os.Getenv("LOUD")}} }

func (l *Loud) Serve() error {
	err := l.srv.ListenAndServe()
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
		return err
	}
	return nil
}

func (l *Loud) Stop() error { return l.srv.Shutdown(context.Background()) }
