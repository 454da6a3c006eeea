// Command fixed is putinpart with addresses of variables.
package main

import (
	"log"
	"net/http"
	"os"

	"hardcodedport/putinpart/web"
)

func main() {
	s := new(web.Server)
	go func() {
		log.Fatal(s.Listen(os.Getenv("ADDR")))
	}()
	h := web.Held{HTTP: new(http.Server)}
	log.Fatal(h.Listen(os.Getenv("ADMIN_ADDR")))
}
