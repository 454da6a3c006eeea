// Package main makes the container, in which the ports come together.
package main

import (
	"go.uber.org/fx"

	"hardcodedport/container/config"
	"hardcodedport/container/web"
)

func main() {
	fx.New( // want `port "8131" is hardcoded.*written at config.go:15, passed to \(\*http.Server\).ListenAndServe at web.go:22`
		config.Module,
		fx.Supply(web.Partner(":8133")), // want `port "8133" is hardcoded`
		web.Module,
	).Run()
}
