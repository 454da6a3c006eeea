package apicheck

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// snapshots type-checks declarations of repositories unpacked below one
// folder by module path, whatever they import and cannot have.
type snapshots struct {
	dir  string
	fset *token.FileSet
	std  types.Importer
	pkgs map[string]*types.Package
}

// newSnapshots returns the snapshots in $APICHECK_SNAPSHOTS, or nil when that
// is not set.
func newSnapshots() *snapshots {
	dir := os.Getenv("APICHECK_SNAPSHOTS")
	if dir == "" {
		return nil
	}
	fset := token.NewFileSet()
	return &snapshots{dir, fset, importer.ForCompiler(fset, "gc", nil), make(map[string]*types.Package)}
}

func (s *snapshots) Import(p string) (*types.Package, error) {
	if pkg := s.pkgs[p]; pkg != nil {
		return pkg, nil
	}
	if first, _, _ := strings.Cut(p, "/"); !strings.Contains(first, ".") {
		return s.std.Import(p)
	}
	dir := filepath.Join(s.dir, p)
	empty := types.NewPackage(p, path.Base(p))
	empty.MarkComplete()
	s.pkgs[p] = empty
	ctx := build.Default
	ctx.CgoEnabled = false
	bp, err := ctx.ImportDir(dir, 0)
	if err != nil {
		return empty, nil
	}
	var files []*ast.File
	for _, name := range bp.GoFiles {
		f, err := parser.ParseFile(s.fset, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return empty, nil
		}
		files = append(files, f)
	}
	conf := types.Config{Importer: s, Error: func(error) {}, IgnoreFuncBodies: true, FakeImportC: true}
	pkg, _ := conf.Check(p, s.fset, files, nil)
	s.pkgs[p] = pkg
	return pkg, nil
}

// TestSnapshots checks the rows of absent packages against the repositories
// unpacked in $APICHECK_SNAPSHOTS. Types of packages that are not there do
// not count.
func TestSnapshots(t *testing.T) {
	s := newSnapshots()
	if s == nil {
		t.Skip("APICHECK_SNAPSHOTS is not set")
	}
	gone := absent(t)
	rr := rows(t)
	servers := make(map[string]bool)
	for _, r := range rr {
		if r.Kind == "server" {
			servers[r.Symbol] = true
		}
	}
	checked, without := 0, make(map[string]bool)
	for _, r := range rr {
		if !gone[r.Package] {
			continue
		}
		pkg, _ := s.Import(r.Package)
		if pkg == nil || pkg.Scope().Len() == 0 {
			without[r.Package] = true
			continue
		}
		checked++
		for _, problem := range check(r, pkg, servers) {
			t.Errorf("%s %s: %s", r.Kind, r.Symbol, problem)
		}
	}
	fmt.Printf("%d rows of absent packages checked; %d packages without a snapshot\n", checked, len(without))
	for p := range without {
		t.Log("no snapshot:", p)
	}
}
