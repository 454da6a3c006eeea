// Package main takes the address from the command line only.
package main

import (
	"flag"
	"log"

	"github.com/gin-gonic/gin"
)

func main() {
	addr := flag.String("addr", ":8080", "address to listen on")
	flag.Parse()
	r := gin.Default()
	r.GET("/orders", func(c *gin.Context) { c.Status(204) })
	log.Fatal(r.Run(*addr)) // want `noshutdown: \(\*gin.Engine\).Run gives no handle` `nohealth: no route of this program`
}
