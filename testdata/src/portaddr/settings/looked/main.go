// Command looked looks at the port once it is in the struct.
package main

import (
	"log"
	"os"

	"portaddr/settings/web"
)

func main() {
	p := web.Plain{Port: os.Getenv("PORT")}
	if p.Port == "" {
		log.Fatal("PORT is not set")
	}
	log.Fatal(p.Run())
}
