// Package main hands servers over to what runs them.
package main

import (
	"context"
	"os"

	"portconflict/handedover/rpc"
	"portconflict/handedover/run"
	"portconflict/handedover/web"
)

func main() {
	addr := ":" + os.Getenv("PORT")
	run.All(context.Background(),
		web.New(addr),
		rpc.New(addr), // want `environment variable "PORT" decides this port and that of \(\*http.Server\).ListenAndServe at main.go:16`
		web.New(":"+os.Getenv("ADMIN_PORT")),
	)
}
