// Package app puts the program together, and knows nothing of signals.
package app

import (
	"context"
	"os"

	"drain/running/api"
	"drain/running/runner"
)

func addr() string {
	if port := os.Getenv("PORT"); port != "" {
		return ":" + port
	}
	return ":8080"
}

// Run runs until ctx ends, and to the end of the drain.
func Run(ctx context.Context) error {
	return runner.Run(ctx, runner.Named("api", api.New(addr())))
}

// RunHasty runs until ctx ends.
func RunHasty(ctx context.Context) error {
	return runner.Hasty(ctx, api.New(addr()))
}

// RunTied has the requests end with ctx.
func RunTied(ctx context.Context) error {
	return runner.Run(ctx, runner.Named("api", api.NewTied(addr())))
}

// RunSoon returns when the drain begins.
func RunSoon(ctx context.Context) error {
	return runner.Run(ctx, runner.Named("api", api.NewSoon(addr())))
}
