// Command filled puts PORT into structs of another package that looks at it.
package main

import (
	"log"
	"os"

	"portaddr/settings/web"
)

func main() {
	if os.Getenv("TAGGED") != "" {
		log.Fatal(web.Tagged{Port: os.Getenv("WEB_PORT")}.Run())
	}
	f := &web.Filled{Port: os.Getenv("PORT")}
	log.Fatal(f.Run())
}
