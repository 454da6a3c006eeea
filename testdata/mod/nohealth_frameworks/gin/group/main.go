// Package main has its health endpoint in a group, through an interface of gin.
package main

import (
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	register(r.Group("/api"))
	r.Run(":8080")
}

func register(r gin.IRouter) {
	r.GET("/ready", func(c *gin.Context) { c.Status(200) })
}
