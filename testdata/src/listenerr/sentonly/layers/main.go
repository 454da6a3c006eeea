// Command layers has its server in a package below.
package main

import (
	"os"

	"listenerr/sentonly/layers/app"
)

func main() { app.Run(os.Getenv("ADDR")) }
