// Command elsewhere has a package that decodes the answers.
package main

import (
	"fmt"
	"net/http"
	"os"

	"portenv/network/elsewhere/client"
)

type settings struct{ Port int }

func main() {
	var s settings
	if err := client.Get(os.Getenv("REGISTRY_ADDR"), &s); err != nil {
		panic(err)
	}
	http.ListenAndServe(fmt.Sprintf(":%d", s.Port), http.FileServer(http.Dir(".")))
}
