package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
)

// version returns the version of portvet that go built into the binary, in
// one line.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return "portvet " + info.Main.Version + " " + info.GoVersion
	}
	return "portvet (unknown version)"
}

// versionCommand prints what is known of how the binary was built.
func versionCommand() subcommand {
	return subcommand{
		name:    "version",
		summary: "print the version, and what it was built from",
		about: "Prints the version and the version of Go; the revision of the source and whether\n" +
			"it was modified, where go build could tell; and the system.",
		run: func(args []string, stdout io.Writer) error {
			if err := noArguments(args); err != nil {
				return err
			}
			_, err := io.WriteString(stdout, buildInfo())
			return err
		},
	}
}

func buildInfo() string {
	var b strings.Builder
	fmt.Fprintln(&b, version())
	settings := make(map[string]string)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			settings[s.Key] = s.Value
		}
	}
	revision := settings["vcs.revision"]
	switch {
	case revision == "":
		revision = "unknown (built without version control)"
	case settings["vcs.modified"] == "true":
		revision += " (modified)"
	}
	fmt.Fprintf(&b, "revision %s\n", revision)
	if at := settings["vcs.time"]; at != "" {
		fmt.Fprintf(&b, "time     %s\n", at)
	}
	fmt.Fprintf(&b, "system   %s/%s\n", runtime.GOOS, runtime.GOARCH)
	return b.String()
}
