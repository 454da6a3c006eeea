package config

import (
	"fmt"
	"os"
	"path/filepath"
)

// names are what a configuration file may be called.
var names = []string{".portvet.yml", ".portvet.yaml"}

// Find returns the configuration file for an analysis in dir, or "". It is
// the one in dir or in the nearest directory above it, up to and including
// the root of the repository, which is where .git is. A go.mod on the way is
// no boundary: one file can serve all modules of a repository.
//
// The error names two files of one directory.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		var found string
		for _, name := range names {
			file := filepath.Join(dir, name)
			if info, err := os.Stat(file); err != nil || info.IsDir() {
				continue
			}
			if found != "" {
				return "", fmt.Errorf("%s and %s are in one directory; remove one of them", Short(found), Short(file))
			}
			found = file
		}
		if found != "" {
			return found, nil
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return "", nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", nil
		}
		dir = up
	}
}

// Short returns the name of a file for messages: relative to the current
// directory where that is shorter.
func Short(file string) string {
	cwd, err := os.Getwd()
	if err != nil {
		return file
	}
	if rel, err := filepath.Rel(cwd, file); err == nil && len(rel) < len(file) {
		return rel
	}
	return file
}
