// Package main knows what is behind the interface.
package main

import (
	"hardcodedport/behind/group"
	"hardcodedport/behind/source"
	"hardcodedport/behind/web"
)

func main() {
	go web.New(&source.Fixed{Port: "8171"}).Run() // want `port "8171" is hardcoded`
	group.Run(
		web.New(source.Environment{Name: "LISTEN_PORT"}),
		web.New(&source.Fixed{Port: "8172"}), // want `port "8172" is hardcoded`
	)
	for _, r := range []group.Runner{
		web.New(&source.Fixed{Port: "8173"}), // want `port "8173" is hardcoded`
		web.New(source.Environment{Name: "OTHER_PORT"}),
	} {
		go r.Run()
	}
}
