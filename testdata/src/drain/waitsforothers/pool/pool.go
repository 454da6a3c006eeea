// Package pool works until it is told to end.
package pool

import (
	"context"
	"time"
)

func Run(ctx context.Context) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
		case <-ctx.Done():
			return
		}
	}
}
