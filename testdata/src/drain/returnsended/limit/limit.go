// Package limit makes the contexts of drains.
package limit

import (
	"context"
	"time"
)

type key struct{}

// Ended has cancelled what it returns.
func Ended(d time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	defer cancel()
	return context.WithValue(ctx, key{}, "stop")
}

// Alive leaves it to its caller.
func Alive(d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), d)
}

// Either returns one that it has cancelled, or one that it has not.
func Either(d time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	if d == 0 {
		return context.Background()
	}
	defer cancel()
	return ctx
}

// Freed cancels another one than it returns.
func Freed(d time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	defer cancel()
	<-ctx.Done()
	return context.WithoutCancel(ctx)
}

// Left has cancelled it when the drain is told to take long.
func Left(d time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	if d > time.Minute {
		defer cancel()
	}
	time.AfterFunc(d, cancel)
	return ctx
}
