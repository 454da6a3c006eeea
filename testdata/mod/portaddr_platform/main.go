// Command orders gives its address to the kit of another module, whose code
// is not worked on here.
package main

import (
	"os"

	"example.com/orders/web"
	"example.com/platform/httpserver"
)

func main() {
	httpserver.Run("8080", nil)             // want `address "8080" has no colon .*passed to http.ListenAndServe at httpserver.go`
	httpserver.Run(os.Getenv("PORT"), nil)  // want `environment variable "PORT" alone is no address`
	httpserver.Run(":"+os.Getenv("A"), nil) // want `environment variable "A" decides this port`
	web.Listen(os.Getenv("B"))              // want `environment variable "B" decides this port`
	web.ListenOn("8081")                    // want `address "8081" has no colon`
}
