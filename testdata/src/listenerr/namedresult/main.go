// Package main starts what says that it is up before it can know.
package main

import (
	"log"
	"os"

	"listenerr/namedresult/web"
)

func main() {
	a := web.New(os.Getenv("ADDR"))
	if err := a.Start(); err != nil {
		log.Fatal(err)
	}
	if err := a.StartBound(); err != nil {
		log.Fatal(err)
	}
	if err := a.StartAndWait(); err != nil {
		log.Fatal(err)
	}
	k := web.NewKept(os.Getenv("KEPT_ADDR"))
	if err := k.Start(); err != nil {
		log.Fatal(err)
	}
	if err := k.StartAsked(); err != nil {
		log.Fatal(err)
	}
	select {}
}
