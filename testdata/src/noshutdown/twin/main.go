// Command twin uses both.
package main

import (
	"context"
	"net/http"

	one "noshutdown/twin/one"
	two "noshutdown/twin/two"
)

func main() {
	a, b := one.New(http.FileServer(http.Dir("."))), two.New(http.FileServer(http.Dir(".")))
	go a.Start()
	go b.Start()
	<-context.Background().Done()
	a.Stop(context.Background())
}
