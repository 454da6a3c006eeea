// Command env asks with a method value.
package main

import (
	"net/http"
	"os"
)

type source struct{}

func (source) get(key string) string { return os.Getenv(key) }

func main() {
	get := source{}.get
	http.ListenAndServe(":"+get("PORT"), http.FileServer(http.Dir(".")))
}
