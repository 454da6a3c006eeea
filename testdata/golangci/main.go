// Golangci is golangci-lint with portvet as a plugin in it, for the test that
// compares the drivers. It is what `golangci-lint custom` builds, without the
// clone from GitHub.
//
// It is a module of its own, so that what golangci-lint requires is not
// required of portvet, and a test program that is not to be distributed:
// golangci-lint is under the GPL. The version stays empty, so that the cache
// is keyed by the binary.
package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/portvet/portvet/cmd/gclplugin"
)

func main() {
	if err := commands.Execute(commands.BuildInfo{}); err != nil {
		fmt.Fprintf(os.Stderr, "golangci-lint: %v\n", err)
		os.Exit(exitcodes.Failure)
	}
}
