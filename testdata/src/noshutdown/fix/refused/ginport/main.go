// Package main leaves the address to gin, which looks for PORT.
package main

import "github.com/gin-gonic/gin"

func main() {
	r := gin.Default()
	r.Run() // want "gives no handle"
}
