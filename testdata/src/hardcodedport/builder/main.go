// Package main has a chain of setters.
package main

import (
	"net/http"
)

func main() {}

type builder struct{ port string }

func (b *builder) Port(p string) *builder { b.port = p; return b }
func (b *builder) Run() error             { return http.ListenAndServe(":"+b.port, nil) }

func chain() {
	new(builder).Port("8804").Run() // want `port "8804"`
}
