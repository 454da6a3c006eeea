package web

import (
	"context"
	"log"
	"testing"
)

func TestServe(t *testing.T) {
	srv := New()
	go func() { log.Fatal(srv.ListenAndServe()) }()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := srv.Shutdown(ctx); err != nil {
		t.Fatal(err)
	}
}
