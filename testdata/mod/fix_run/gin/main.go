// Command gin runs a gin engine.
package main

import (
	"github.com/gin-gonic/gin"

	"example.com/fixrun/internal/slow"
)

func main() {
	r := gin.Default()
	r.GET("/", gin.WrapH(slow.Handler()))
	r.Run(":18472")
}
