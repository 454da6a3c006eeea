// Package main logs by what another package has in a context.
package main

import (
	"context"
	"net/http"
	"os"

	"listenerr/loggerof/logs"
)

func main() {
	ctx := context.Background()
	go func() {
		if err := http.ListenAndServe(os.Getenv("ADDR"), http.FileServer(http.Dir("."))); err != nil { // want `is only logged`
			logs.From(ctx).Print("cannot serve: ", err, logs.Name(ctx))
		}
	}()
	go func() {
		if err := http.ListenAndServe(os.Getenv("OTHER_ADDR"), http.FileServer(http.Dir("."))); err != nil {
			logs.Of(ctx).Report(err)
		}
	}()
	go func() {
		if err := http.ListenAndServe(os.Getenv("LAST_ADDR"), http.FileServer(http.Dir("."))); err != nil {
			logs.From(ctx).Print("cannot serve: ", err, logs.Of(ctx).Stop())
		}
	}()
	logs.From(ctx).Print(logs.Of(ctx).Failed())
}
