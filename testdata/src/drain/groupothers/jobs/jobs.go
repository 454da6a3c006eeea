// Package jobs does other work.
package jobs

import (
	"context"
	"time"
)

// Run works until its context ends.
func Run(ctx context.Context) error {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
