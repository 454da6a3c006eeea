// Package main runs a gin engine.
package main

import "github.com/gin-gonic/gin"

func main() {
	r := gin.Default()
	r.Run(":8080") // want "gives no handle"
}
