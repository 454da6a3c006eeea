// Package main runs commands of its own without a context, and only asks another package,
// which has commands, for something else.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"noshutdown/commandcontext/both"
)

func main() {
	root := &cobra.Command{Use: "version", Run: func(*cobra.Command, []string) { fmt.Println(both.Version()) }}
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}
