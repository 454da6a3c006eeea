// Package main is a service as hertz' users write them: options, groups, and
// Spin, which waits for the signals and drains.
package main

import (
	"context"
	"os"
	"time"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/protocol/consts"
)

func main() {
	addr := os.Getenv("HERTZ_ADDR")
	if addr == "" {
		addr = ":8888"
	}
	h := server.Default(server.WithHostPorts(addr), server.WithExitWaitTime(5*time.Second))
	h.GET("/ping", func(ctx context.Context, c *app.RequestContext) { c.JSON(consts.StatusOK, "pong") })
	v1 := h.Group("/v1")
	v1.GET("/users/:id", func(ctx context.Context, c *app.RequestContext) { c.String(consts.StatusOK, c.Param("id")) })
	h.Spin()
}
