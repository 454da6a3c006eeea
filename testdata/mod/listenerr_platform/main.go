// Command shop starts its servers with the module of another team.
package main

import (
	"log"
	"os"

	"example.com/platform/httpserver"
)

func main() {
	go httpserver.Run(os.Getenv("A"), nil) // want `the error of http.ListenAndServe is dropped, so a port that is taken looks like a healthy start`
	go httpserver.Must(os.Getenv("B"), nil)
	if err := httpserver.Run(os.Getenv("C"), nil); err != nil {
		log.Fatal(err)
	}
}
