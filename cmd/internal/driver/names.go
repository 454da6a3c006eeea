package driver

import (
	"os"
	"path/filepath"
)

// namer gives files the names that the user knows them by.
type namer struct {
	cwd string // the user's current directory
	dir string // where go vet runs
}

// newNamer returns the namer for a go vet that runs in dir.
func newNamer(dir string) (namer, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return namer{}, err
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return namer{}, err
	}
	return namer{cwd: cwd, dir: abs}, nil
}

// name returns the name of a file that go vet named: relative to the current
// directory where that is shorter.
func (n namer) name(file string) string {
	if !filepath.IsAbs(file) {
		file = filepath.Join(n.dir, file)
	}
	if rel, err := filepath.Rel(n.cwd, file); err == nil && len(rel) < len(file) {
		return rel
	}
	return file
}
