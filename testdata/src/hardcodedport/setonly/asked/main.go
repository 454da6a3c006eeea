// Command asked asks its environment.
package main

import (
	"log"
	"os"
	"strconv"

	"hardcodedport/setonly/web"
)

func main() {
	admin, _ := strconv.Atoi(os.Getenv("ADMIN_PORT"))
	s := &web.Server{Addr: os.Getenv("ADDR"), Admin: admin}
	go func() { log.Fatal(s.RunAdmin()) }()
	log.Fatal(s.Run())
}
