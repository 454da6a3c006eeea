// Package main has a handler for all paths.
package main

import (
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	r.GET("/*path", func(c *gin.Context) { c.Status(200) })
	r.Run(":8080")
}
