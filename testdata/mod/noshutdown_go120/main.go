// Command noshutdown is for a Go that has no context.WithoutCancel.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), nil)) // want "gives no handle"
}
