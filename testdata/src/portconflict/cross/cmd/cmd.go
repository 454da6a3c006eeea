// Package main starts the servers of another package.
package main

import (
	"context"
	"net/http"

	"portconflict/cross/servers"
)

func fixed() {
	go servers.API()
	servers.Metrics() // want `port "8080" is that of http.ListenAndServe at cmd.go:12, too, .*passed to http.ListenAndServe at servers.go:13`
}

func given() {
	go servers.Run(":8081")
	servers.Run(":8081") // want `port "8081" is that of http.ListenAndServe at cmd.go:17`
}

func started() {
	servers.Start(":8082")
	http.ListenAndServe(":8082", nil) // want `port "8082" is that of http.ListenAndServe at cmd.go:22`
}

func optional() {
	servers.Optional(false)
	http.ListenAndServe(":8083", nil)
}

func waits(ctx context.Context) {
	servers.Until(ctx, ":8084")
	http.ListenAndServe(":8084", nil)
}

func blocks() {
	servers.Run(":8085")
	http.ListenAndServe(":8085", nil)
}

func main() {
	go fixed()
	go given()
	go started()
	go optional()
	go waits(context.Background())
	blocks()
}
