// Package server reads and assigns them.
package server

import (
	"net/http"
	"os"

	"hardcodedport/exportedvar/settings"
)

func Run() error { return http.ListenAndServe(settings.Addr(), nil) }

func Admin() error { return http.ListenAndServe(":"+settings.Admin, nil) }

func Inner() error { return http.ListenAndServe(settings.Inner.Listen, nil) }

func Load() {
	if port := os.Getenv("ADMIN_PORT"); port != "" {
		settings.Admin = port
	}
}
