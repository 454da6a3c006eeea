// Package app hands on the context that it is given.
package app

import (
	"context"
	"os"

	"drain/basecontextgiven/web"
)

// New returns the server of the program.
func New(ctx context.Context) *web.Server { return web.New(ctx, os.Getenv("ADDR3")) }

// Apart returns one whose requests go on when ctx has ended.
func Apart(ctx context.Context) *web.Server {
	return web.New(context.WithoutCancel(ctx), os.Getenv("ADDR4"))
}
