// Command serverconfig does so with a struct.
package main

import (
	"net/http"
	"os"

	"portenv/packages/server"
)

func main() {
	server.RunConfig(server.Config{Addr: ":" + os.Getenv("PORT")}, http.FileServer(http.Dir(".")))
}
