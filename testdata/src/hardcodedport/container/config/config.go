// Package config provides where to listen.
package config

import (
	"cmp"
	"os"

	"go.uber.org/fx"
)

type API struct{ Addr string }

type Admin struct{ Addr string }

func newAPI() *API { return &API{Addr: ":8131"} }

func newAdmin() Admin { return Admin{Addr: ":" + cmp.Or(os.Getenv("ADMIN_PORT"), "8132")} }

// Module provides both.
var Module = fx.Module("config", fx.Provide(newAPI, newAdmin))
