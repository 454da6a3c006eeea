// Package main has a part that waits for open requests.
package main

import (
	"log"
	"net/http"

	"drain/partsbehind/app"
	"drain/partsbehind/inflight"
)

func main() {
	var c inflight.Counter
	if err := app.Over(c.Wrap(http.NotFoundHandler()), &c).Run(); err != nil {
		log.Fatal(err)
	}
}
