// Package main replaces one address, and makes another of the second.
package main

import (
	"os"

	"go.uber.org/fx"

	"hardcodedport/containerreplaced/web"
)

func main() {
	fx.New(
		web.Module,
		fx.Replace(web.Public(os.Getenv("ADDR"))),
		fx.Decorate(func(a web.Partner) web.Partner {
			if p := os.Getenv("PARTNER_ADDR"); p != "" {
				return web.Partner(p)
			}
			return a
		}),
	).Run()
}
