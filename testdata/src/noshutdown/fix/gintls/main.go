// Package main runs a gin engine with TLS.
package main

import (
	"log"

	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	if err := r.RunTLS(":8443", "cert.pem", "key.pem"); err != nil { // want "gives no handle"
		log.Fatal(err)
	}
}
