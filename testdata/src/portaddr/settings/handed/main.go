// Command handed puts PORT into a struct of another package, where nobody looks
// whether it is set.
package main

import (
	"log"
	"os"

	"portaddr/settings/web"
)

func main() {
	log.Fatal(web.Plain{
		Port: os.Getenv("PORT"), // want `environment variable "PORT" decides this port with no fallback and no check`
	}.Run())
}
