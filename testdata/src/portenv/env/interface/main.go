// Command interface asks through an interface of its own.
package main

import (
	"net/http"
	"os"
)

type source interface{ Get(key string) string }

type environment struct{}

func (environment) Get(key string) string { return os.Getenv(key) }

func run(s source) error {
	return http.ListenAndServe(":"+s.Get("PORT"), http.FileServer(http.Dir(".")))
}

func main() { run(environment{}) }
