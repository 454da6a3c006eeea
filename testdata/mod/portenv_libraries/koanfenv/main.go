// Command koanfenv reads the environment.
package main

import (
	"net/http"

	"github.com/knadh/koanf/providers/env"
	"github.com/knadh/koanf/v2"
)

func main() {
	k := koanf.New(".")
	k.Load(env.Provider("APP_", ".", nil), nil)
	http.ListenAndServe(":"+k.String("server.port"), http.FileServer(http.Dir(".")))
}
