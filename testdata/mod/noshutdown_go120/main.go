// Command noshutdown is for a Go that has no context.WithoutCancel. In the end
// it stops something of a library.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"example.org/trace"
)

func main() {
	provider := new(trace.Provider)
	defer provider.Shutdown(context.Background())
	log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), nil)) // want "gives no handle"
}
