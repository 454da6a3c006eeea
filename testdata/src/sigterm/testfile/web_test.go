package web

import (
	"context"
	"os"
	"os/signal"
	"testing"
)

func TestServe(t *testing.T) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, os.Kill)
	defer stop()
	t.Log(Serve(ctx, "127.0.0.1:0"))
}
