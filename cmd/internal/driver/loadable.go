package driver

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// loadable returns the packages of cfg that can be loaded with all that they
// import. There are none where the go command cannot even list them.
func loadable(cfg Config) ([]string, error) {
	var paths []string
	// Naming EmbedFiles makes go list look for them.
	err := list(cfg, "ImportPath,Error,DepsErrors,EmbedFiles", func(p listed) {
		if p.Error == nil && p.DepsErrors == nil {
			paths = append(paths, p.ImportPath)
		}
	})
	return paths, err
}

// SourceFiles returns the Go files of the packages that cfg names, by their
// absolute names: those that a run looks at. Test files are among them if
// tests says so.
func SourceFiles(cfg Config, tests bool) ([]string, error) {
	var files []string
	err := list(cfg, "Dir,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles", func(p listed) {
		names := append(p.GoFiles, p.CgoFiles...)
		if tests {
			names = append(append(names, p.TestGoFiles...), p.XTestGoFiles...)
		}
		for _, n := range names {
			files = append(files, filepath.Join(p.Dir, n))
		}
	})
	return files, err
}

// listed is what go list says of a package.
type listed struct {
	ImportPath, Dir, Name                        string
	GoFiles, CgoFiles, TestGoFiles, XTestGoFiles []string
	Imports                                      []string
	listedErrors
	DepOnly, Standard bool
	Module            *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// listedErrors say why a package, or one that it imports, is not to be had.
type listedErrors struct{ Error, DepsErrors json.RawMessage }

// list calls visit with these fields of each package of cfg. It finds none
// where go vet has said why.
func list(cfg Config, fields string, visit func(listed), flags ...string) error {
	args := append([]string{"list", "-e", "-json=" + fields}, flags...)
	args = append(args, cfg.BuildFlags...)
	args = append(args, "--")
	args = append(args, cfg.Patterns...)
	stdout, _, err := command(cfg, args)
	if err != nil {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(stdout))
	for {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read the output of go list: %w", err)
		}
		visit(p)
	}
}

// Modules returns the directories of the main modules: one, or those of a
// workspace. There are none outside of a module.
func Modules(cfg Config) []string {
	args := []string{"list", "-m", "-f={{.Dir}}"}
	for _, f := range cfg.BuildFlags {
		if strings.HasPrefix(f, "-mod=") || strings.HasPrefix(f, "-modfile=") {
			args = append(args, f)
		}
	}
	stdout, _, err := command(cfg, args)
	if err != nil {
		return nil
	}
	return strings.FieldsFunc(string(stdout), func(r rune) bool { return r == '\n' || r == '\r' })
}
