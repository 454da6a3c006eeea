// Package storage waits until something answers.
package storage

import (
	"context"
	"net/http"
	"os"
	"time"
)

// Open tries once more when the storage does not answer, unless it is too late.
func Open(ctx context.Context) error {
	err := reach()
	if err == nil {
		return nil
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Second):
		return reach()
	}
}

func reach() error {
	res, err := http.Get(os.Getenv("STORAGE"))
	if err != nil {
		return err
	}
	return res.Body.Close()
}
