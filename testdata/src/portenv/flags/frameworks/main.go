// Command frameworks passes a flag to gin.
package main

import (
	"flag"

	"github.com/gin-gonic/gin"
)

func main() {
	addr := flag.String("addr", ":8080", "address")
	flag.Parse()
	gin.Default().Run(*addr) // want "it comes from flag -addr"
}
