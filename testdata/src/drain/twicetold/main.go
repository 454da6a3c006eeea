// Package main gives the command a channel on which something comes for each signal.
package main

import (
	"fmt"
	"os"

	"drain/twicetold/command"
)

func main() { os.Exit(realMain(os.Args[1:])) }

func realMain(args []string) int {
	cmd := &command.Server{ShutdownCh: command.MakeShutdownCh(), Out: os.Stdout}
	code := cmd.Run(args)
	if code != 0 {
		fmt.Fprintln(os.Stderr, "exit", code)
	}
	return code
}
