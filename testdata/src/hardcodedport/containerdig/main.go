// Package main makes a container of dig, which calls constructors by type.
package main

import (
	"log"

	"go.uber.org/dig"

	"hardcodedport/containerdig/config"
	"hardcodedport/containerdig/web"
)

func main() {
	c := dig.New()
	for _, made := range []any{config.NewOrders, config.NewStock, web.NewOrders, web.NewStock} {
		if err := c.Provide(made); err != nil {
			log.Fatal(err)
		}
	}
	err := c.Invoke(func(o *web.Orders, s *web.Stock) error {
		go func() { log.Fatal(s.Run()) }()
		return o.Run() // want `port "8141" is hardcoded.*written at config.go:11`
	})
	if err != nil {
		log.Fatal(err)
	}
}
