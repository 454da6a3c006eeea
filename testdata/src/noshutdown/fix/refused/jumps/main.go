// Package main jumps over what the fix would declare.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) > 1 {
		goto end
	}
	log.Print("start")
end:
	log.Print("end")
	log.Fatal(http.ListenAndServe(":8080", nil)) // want "gives no handle"
}
