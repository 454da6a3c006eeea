// Command koanf reads what its providers give, none of which is the environment.
package main

import (
	"net/http"

	"github.com/knadh/koanf/v2"
)

var file koanf.Provider

func main() {
	k := koanf.New(".")
	k.Load(file, nil)
	http.ListenAndServe(":"+k.String("server.port"), http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
