// Sidebyside compares what portvet and other linters take on the same modules,
// in one run, in turns.
//
//	go -C testdata/breadth run ./sidebyside [flags] DIR...
//
// It builds the programs, runs each once that does not count, so that what
// they import is compiled, and then as often as -rounds says: in each round a
// cold run, which finds no results of its own from before, and a warm one after it. Each round
// begins with another of them. A table for each module, in Markdown, has the
// means: CPU time of all processes, time on the clock, and the memory of the
// largest process. The exit code is 1 if a program failed, 2 for wrong usage.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	root := flag.String("portvet", "../..", "the `directory` of portvet's checkout")
	rounds := flag.Int("rounds", 3, "how often each program runs cold, and warm")
	limit := flag.Duration("timeout", 20*time.Minute, "what one run may take")
	only := flag.String("only", "", "compare only the programs of this comma-separated `list` of their names in the table")
	flag.Parse()
	failed, err := compare(*root, *rounds, *limit, *only, flag.Args())
	if err != nil {
		fmt.Fprintf(os.Stderr, "sidebyside: %v\n", err)
		os.Exit(2)
	}
	if failed {
		os.Exit(1)
	}
}

// compare writes the tables, and whether a program failed.
func compare(root string, rounds int, limit time.Duration, only string, dirs []string) (failed bool, err error) {
	if len(dirs) == 0 || rounds < 1 {
		return false, fmt.Errorf("name directories of modules, and at least one round")
	}
	work, err := os.MkdirTemp("", "sidebyside")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(work)
	if root, err = filepath.Abs(root); err != nil {
		return false, err
	}
	linters, err := build(root, work, only)
	if err != nil {
		return false, err
	}
	for _, dir := range dirs {
		m := &module{dir: dir, work: work, limit: limit}
		if err := m.measure(linters, rounds); err != nil {
			return failed, err
		}
		m.write(os.Stdout, linters)
		failed = failed || len(m.notes) > 0
	}
	return failed, nil
}

// chosen tells whether a list of names, which may be empty, has this one.
func chosen(list, name string) bool {
	if list == "" {
		return true
	}
	for s := range strings.SplitSeq(list, ",") {
		if strings.TrimSpace(s) == name {
			return true
		}
	}
	return false
}
