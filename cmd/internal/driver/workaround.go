package driver

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// An overlay stands between go vet and files that keep it from a package
// whose own code is sound. It maps a file to the one that is read in its
// place, or to "" when there seems to be none, as go's flag -overlay does.
type overlay map[string]string

// add adds what gets go vet around the problem e, if anything does. Two kinds
// of problem can be got around:
//
//   - tests that do not build: the package is analysed without them;
//   - a pattern of go:embed that matches nothing, since the files are built
//     by another tool: it gets a file to match.
func (o overlay) add(e Error) {
	if e.File == "" {
		return
	}
	file, err := filepath.Abs(e.File)
	if err != nil {
		return
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(file), "*.go"))
	if err != nil {
		return
	}
	switch {
	case strings.HasSuffix(e.Message, ": no matching files found"):
		for _, f := range files {
			o.embed(f)
		}
	case isTest(file) && slices.ContainsFunc(files, func(f string) bool { return !isTest(f) }):
		for _, f := range files {
			if isTest(f) {
				o[f] = ""
			}
		}
	}
}

// embed gives each pattern of a go:embed line in file that matches nothing a
// file to match. Go stops at the first such pattern, so all are looked for.
func (o overlay) embed(file string) {
	src, err := os.ReadFile(file)
	if err != nil {
		return
	}
	for line := range strings.Lines(string(src)) {
		patterns, ok := strings.CutPrefix(line, "//go:embed ")
		if !ok {
			continue
		}
		for _, p := range strings.Fields(patterns) {
			p = filepath.Join(filepath.Dir(file), strings.TrimPrefix(p, "all:"))
			if found, err := filepath.Glob(p); err == nil && len(found) == 0 {
				// Any regular file will do; the one with the pattern is at hand.
				o[strings.ReplaceAll(p, "*", "x")] = file
			}
		}
	}
}

// isTest reports whether file is a test's.
func isTest(file string) bool { return strings.HasSuffix(file, "_test.go") }

// write writes the overlay to a new file in the form that go reads, and
// returns its name. The caller removes it.
func (o overlay) write() (string, error) {
	data, err := json.Marshal(struct{ Replace overlay }{o})
	if err != nil {
		return "", err
	}
	f, err := os.CreateTemp("", "portvet-overlay-*.json")
	if err != nil {
		return "", fmt.Errorf("write an overlay for go vet: %w", err)
	}
	_, err = f.Write(data)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		os.Remove(f.Name())
		return "", fmt.Errorf("write an overlay for go vet: %w", err)
	}
	return f.Name(), nil
}
