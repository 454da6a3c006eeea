// Package main hands on the methods that serve.
package main

import (
	"log"
	"os"

	"github.com/oklog/run"

	"portconflict/handedon/web"
)

func env(key, def string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return def
}

func main() {
	var g run.Group
	{
		api := web.New(env("ADDR", ":8080"))
		g.Add(api.Run, api.Close)
	}
	{
		hooks := web.New(env("HOOKS_ADDR", ":8080")) // want `port "8080" is that of \(\*http.Server\).ListenAndServe at main.go:24, too`
		g.Add(hooks.Run, hooks.Close)
	}
	{
		pages := web.New(env("PAGES_ADDR", ":8081"))
		g.Add(pages.Run, pages.Close)
	}
	log.Fatal(g.Run())
}
