package testkit

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// treeKind says how a folder of test programs is laid out.
type treeKind int

const (
	gopathTree treeKind = iota // dir/src/<import path>
	moduleTree                 // dir/go.mod
)

// tree is a folder of test programs.
type tree struct {
	kind treeKind
	dir  string // absolute
}

func newTree(kind treeKind, dir string) (*tree, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if abs, err = filepath.EvalSymlinks(abs); err != nil {
		return nil, err
	}
	_, err = os.Stat(filepath.Join(abs, "go.mod"))
	if kind == moduleTree && err != nil {
		return nil, fmt.Errorf("%s is not a module: %w", dir, err)
	}
	if kind == gopathTree && err == nil {
		return nil, fmt.Errorf("%s has a go.mod: use RunModule", dir)
	}
	return &tree{kind: kind, dir: abs}, nil
}

// src returns the folder that relative patterns and messages start from.
func (tr *tree) src() string {
	if tr.kind == gopathTree {
		return filepath.Join(tr.dir, "src")
	}
	return tr.dir
}

// outside returns the folder that holds all test programs a run may reach:
// modules are replaced with folders beside them.
func (tr *tree) outside() string {
	if tr.kind == gopathTree {
		return tr.dir
	}
	return filepath.Dir(tr.dir)
}

// rel returns file as seen from the tree, or unchanged if it is elsewhere.
func (tr *tree) rel(file string) string {
	if r, err := filepath.Rel(tr.src(), file); err == nil && !strings.HasPrefix(r, "..") {
		return filepath.ToSlash(r)
	}
	return file
}

func (tr *tree) position(p token.Position) string {
	p.Filename = tr.rel(p.Filename)
	return p.String()
}

const loadMode = packages.LoadAllSyntax | packages.NeedModule | packages.NeedEmbedFiles

// load loads the packages that patterns name with their dependencies and
// tests. The contents in overlay replace those of files.
func (tr *tree) load(overlay map[string][]byte, patterns []string) ([]*packages.Package, error) {
	env := []string{"GOPATH=" + tr.dir, "GO111MODULE=off", "GOWORK=off", "GOFLAGS="}
	if tr.kind == moduleTree {
		env = []string{"GO111MODULE=on", "GOWORK=off", "GOFLAGS="}
	}
	dir := tr.src()
	pkgs, err := packages.Load(&packages.Config{
		Mode:    loadMode,
		Dir:     dir,
		Env:     append(os.Environ(), env...),
		Tests:   true,
		Overlay: overlay,
	}, patterns...)
	if err != nil {
		return nil, err
	}
	if len(pkgs) == 0 {
		return nil, errors.New("the patterns match no package")
	}
	for _, p := range pkgs {
		if p.Name == "" {
			return nil, fmt.Errorf("%s: %v", p.PkgPath, p.Errors)
		}
	}
	return pkgs, nil
}

// checkErrors reports the errors of loading pkgs and what they import.
func checkErrors(t T, tr *tree, pkgs []*packages.Package, what string) bool {
	t.Helper()
	ok := true
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		for _, err := range p.Errors {
			ok = false
			t.Errorf("%s does not compile: %s: %s", what, tr.rel(err.Pos), err.Msg)
		}
	})
	return ok
}

// checkFiles reports files in the case folders that no test reads: fixed are
// the golden files that were compared.
func checkFiles(t T, tr *tree, pkgs []*packages.Package, patterns []string, fixed map[string]bool) {
	t.Helper()
	known := make(map[string]bool)
	for _, p := range pkgs {
		for _, f := range slices.Concat(p.GoFiles, p.CompiledGoFiles, p.OtherFiles, p.IgnoredFiles, p.EmbedFiles) {
			known[f] = true
		}
	}
	for _, file := range tr.files(t, patterns) {
		switch {
		case known[file] || fixed[file]:
		case strings.HasSuffix(file, ".golden"):
			t.Errorf("%s: stale golden file: no finding in %s carries a fix",
				tr.rel(file), strings.TrimSuffix(filepath.Base(file), ".golden"))
		default:
			t.Errorf("%s: unknown file: it is in no package that the patterns %s match",
				tr.rel(file), strings.Join(patterns, " "))
		}
	}
}

// files returns the files in the folders that patterns name.
func (tr *tree) files(t T, patterns []string) []string {
	t.Helper()
	var files []string
	for _, pattern := range patterns {
		prefix, recursive := strings.CutSuffix(pattern, "...")
		root := filepath.Join(tr.src(), filepath.FromSlash(prefix))
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir():
				return tr.enter(root, path, recursive)
			case tr.kind == moduleTree && filepath.Dir(path) == tr.dir && (d.Name() == "go.mod" || d.Name() == "go.sum"):
				return nil
			}
			files = append(files, path)
			return nil
		})
		if err != nil {
			t.Errorf("testkit: pattern %s: %v", pattern, err)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// enter decides whether the walk from root goes into dir: not into other
// modules, and not into copies of dependencies.
func (tr *tree) enter(root, dir string, recursive bool) error {
	if dir == root {
		return nil
	}
	if !recursive || tr.kind == moduleTree && filepath.Base(dir) == "vendor" {
		return fs.SkipDir
	}
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
		return fs.SkipDir
	}
	return nil
}
