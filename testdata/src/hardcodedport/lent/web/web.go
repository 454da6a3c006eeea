// Package web listens as the settings say.
package web

import (
	"net/http"

	"hardcodedport/lent/conf"
)

func Serve() error {
	c := conf.Get()
	return http.ListenAndServe(":"+c.Port, nil)
}
