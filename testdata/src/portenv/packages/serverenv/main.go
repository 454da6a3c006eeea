// Command serverenv sets the address of a server in another package.
package main

import (
	"net/http"
	"os"

	"portenv/packages/server"
)

func main() {
	s := server.New(http.FileServer(http.Dir(".")), server.Addr(":"+os.Getenv("PORT")))
	s.Run()
}
