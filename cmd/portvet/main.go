// Portvet finds Go services that a platform cannot place, reach or stop.
//
// It runs in two ways. As a command it analyses the packages that are named:
//
//	portvet [flags] [packages]
//
// As a vet tool it is started by go vet, once per package:
//
//	go vet -vettool=$(which portvet) [packages]
//
// The command is built on the vet tool: it runs go vet with itself as the
// tool, so that go's build cache makes it incremental.
package main

import (
	"os"
	"strings"
)

func main() {
	args := os.Args[1:]
	if byGoVet(args) {
		vettool()
		return
	}
	os.Exit(command(args, os.Stdout, os.Stderr))
}

// byGoVet reports whether args are those of go vet's protocol: -V=full asks
// for the identity of the binary, -flags for its flags, and a file ending in
// .cfg, after any flags, describes a package to analyse.
func byGoVet(args []string) bool {
	if len(args) == 0 {
		return false
	}
	return args[0] == "-V=full" || args[0] == "-flags" || strings.HasSuffix(args[len(args)-1], ".cfg")
}
