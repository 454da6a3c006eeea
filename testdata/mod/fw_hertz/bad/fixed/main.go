// Package main starts a hertz server on an address that nobody else can reach
// or choose. Spin waits for the signals itself.
package main

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
)

func main() {
	h := server.Default(server.WithHostPorts("127.0.0.1:8888")) // want `hardcodedport: port "8888"` `loopbackbind: host "127.0.0.1"`
	h.GET("/orders", func(ctx context.Context, c *app.RequestContext) { c.String(200, "[]") })
	h.Spin()
}
