// Package main has commands that are types with methods.
package main

import (
	"log"
	"os"

	"drain/commandtypes/serve"

	"github.com/mitchellh/cli"
)

func main() {
	c := cli.NewCLI("shop", "1")
	c.Args = os.Args[1:]
	c.Commands = map[string]cli.CommandFactory{
		"serve": func() (cli.Command, error) { return &serve.Command{}, nil },
		"wait":  func() (cli.Command, error) { return &serve.Patient{}, nil },
	}
	status, err := c.Run()
	if err != nil {
		log.Print(err)
	}
	os.Exit(status)
}
