// Package main runs a gin engine where nobody outside reaches it.
package main

import "github.com/gin-gonic/gin"

func main() {
	r := gin.Default()
	v1 := r.Group("/v1")
	v1.GET("/orders", func(c *gin.Context) { c.Status(204) })
	v1.GET("/status", func(c *gin.Context) { c.Status(204) })
	r.Run("localhost:8080") // want `hardcodedport: port "8080"` `loopbackbind: host "localhost"` `noshutdown: \(\*gin.Engine\).Run gives no handle` `listenerr: the error of .*Run is dropped`
}
