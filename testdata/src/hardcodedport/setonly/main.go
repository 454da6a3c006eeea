// Command setonly leaves the ports to a package that looks whether they are set.
package main

import (
	"log"

	"hardcodedport/setonly/web"
)

func main() {
	s := new(web.Server)
	go func() { log.Fatal(s.RunAdmin()) }() // want `: port "9090" is hardcoded`
	log.Fatal(s.Run())                      // want `: port "8080" is hardcoded`
}
