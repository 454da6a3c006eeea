// Package main has groups and middleware, and the root is no handler for all paths.
package main

import (
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.New()
	r.Use(gin.Logger(), gin.Recovery(), own)
	r.SetTrustedProxies(nil)
	r.GET("/", item)
	v1 := r.Group("/v1", own)
	{
		v1.GET("/users/:name", item)
		user := v1.Group("/users/:name")
		user.GET("/status", item)
	}
	r.Static("/assets", "./assets")
	r.Run(":8080") // want `no route of this program looks like a health endpoint`
}

func own(c *gin.Context) { c.Next() }

func item(c *gin.Context) { c.Status(204) }
