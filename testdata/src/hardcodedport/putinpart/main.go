// Command putinpart gives another package the addresses of servers that are parts of its structs.
package main

import (
	"log"
	"net/http"

	"hardcodedport/putinpart/web"
)

func main() {
	var s web.Server
	go func() {
		log.Fatal(s.Listen(":8080")) // want `port "8080" is hardcoded`
	}()
	h := web.Held{HTTP: new(http.Server)}
	log.Fatal(h.Listen(":8081")) // want `port "8081" is hardcoded`
}
