// Command injectedflag asks for something else and listens where a flag says.
package main

import (
	"flag"
	"net/http"
	"os"
)

func run(getenv func(string) string, args []string) error {
	fs := flag.NewFlagSet("app", flag.ContinueOnError)
	addr := fs.String("addr", ":8080", "address")
	if err := fs.Parse(args); err != nil {
		return err
	}
	println(getenv("REDIS_ADDR"))
	return http.ListenAndServe(*addr, http.FileServer(http.Dir("."))) // want "it comes from flag -addr"
}

func main() {
	if err := run(os.Getenv, os.Args[1:]); err != nil {
		os.Exit(1)
	}
}
