// Package main hands servers on to what runs them.
package main

import (
	"cmp"
	"log"
	"os"

	"portconflict/services/app"
)

func main() {
	switch cmp.Or(os.Args[1:]...) {
	case "list":
		first := app.NewHTTP(":8081")
		second := app.NewHTTP(":8081") // want `port "8081"`
		log.Fatal(app.Run(first, second))
	case "add":
		a := new(app.App)
		a.Add(app.NewHTTP(":8082"))
		a.Add(app.NewHTTP(":8082")) // want `port "8082"`
		log.Fatal(a.Run())
	case "either":
		a := new(app.App)
		if os.Getenv("TLS") != "" {
			a.Add(app.NewHTTP(":8083"))
		} else {
			a.Add(app.NewHTTP(":8083"))
		}
		log.Fatal(a.Run())
	case "one":
		log.Fatal(app.One(app.NewHTTP(":8084"), app.NewHTTP(":8084")))
	}
}
