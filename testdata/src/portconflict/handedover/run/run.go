// Package run runs what it is given.
package run

import (
	"context"
	"sync"
)

// Service runs until its context ends.
type Service interface{ Run(context.Context) error }

// All runs all of them at one time.
func All(ctx context.Context, services ...Service) {
	var wg sync.WaitGroup
	for _, s := range services {
		wg.Go(func() {
			if err := s.Run(ctx); err != nil {
				panic(err)
			}
		})
	}
	wg.Wait()
}
