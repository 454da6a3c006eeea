// Package main runs gin engines on addresses of its own, and one on what gin
// itself chooses.
package main

import "github.com/gin-gonic/gin"

func main() {
	r := gin.New()
	r.GET("/orders", func(c *gin.Context) { c.Status(204) })
	go r.Run() // want `noshutdown: \(\*gin.Engine\).Run gives no handle` `nohealth: no route of this program` `listenerr: the error of .*Run is dropped`

	secure := gin.Default()
	if err := secure.RunTLS(":8443", "cert.pem", "key.pem"); err != nil { // want `hardcodedport: port "8443"` `noshutdown: \(\*gin.Engine\).RunTLS gives no handle`
		panic(err)
	}
}
