// Package main hands over what is called behind the server, which takes no time.
package main

import (
	"log"
	"os"

	"drain/partsbehind/app"
)

func main() {
	a := app.New(os.Getenv("ADDR"))
	if err := a.RunThen(func() { log.Print("closed") }); err != nil { // want `main ends without waiting for it`
		log.Print(err)
	}
	a.OnStop(func() { log.Print("closed") })
	if err := a.RunHooks(); err != nil { // want `main ends without waiting for it`
		log.Print(err)
	}
}
