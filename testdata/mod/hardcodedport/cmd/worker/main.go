// Command worker goes through a package of its own module and two others.
package main

import (
	"os"

	"example.com/app/internal/web"
)

func main() {
	if len(os.Args) > 1 {
		web.Serve(os.Args[1])
		return
	}
	web.Serve(":8087") // want `port "8087" is hardcoded.*passed to net.Listen at .*bind.go:14`
	web.Admin()
}
