// Package vetx does the vet tool's work on a dependency about which there is
// nothing to say. Go vet asks a tool with facts about each dependency, std
// included, and expects a file with the types that the dependency exports and
// the facts. Where it is known beforehand that there are no facts, that file
// needs neither the bodies of functions, which are most of the code, nor what
// only they import.
//
// The file is the same, byte for byte, as the one that unitchecker of x/tools
// writes. Its format is unitchecker's own and may change with x/tools, so all
// of this is only done with the release that it was compared with ([Known]).
// Whatever is not as expected is left to unitchecker.
package vetx

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"
)

// tools is the release of x/tools whose files these are.
const tools = "v0.52.0"

// Known reports whether the program is linked with the x/tools whose files
// this package knows. Another module that has portvet as its tool may choose
// another release.
func Known() bool {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return false
	}
	for _, m := range info.Deps {
		if m.Path == "golang.org/x/tools" {
			return m.Version == tools && m.Replace == nil
		}
	}
	return false
}

// Package is what go vet says of a dependency: those fields of unitchecker's
// Config that are needed here.
type Package struct {
	ImportPath    string
	GoVersion     string
	GoFiles       []string
	ModulePath    string
	ModuleVersion string
	Module        *analysis.Module
	ImportMap     map[string]string // from the path in the source to that of the package
	PackageVetx   map[string]string // files of the imported packages, by path
	VetxOnly      bool
	VetxOutput    string
}

// Dependency reads the description of a package in the file cfg. The result is
// nil if that is not one of a dependency, or cannot be read.
func Dependency(cfg string) *Package {
	data, err := os.ReadFile(cfg)
	if err != nil || !bytes.Contains(data, []byte(`"VetxOnly": true`)) {
		return nil // most of those that are not dependencies are long
	}
	p := new(Package)
	if json.Unmarshal(data, p) != nil || !p.VetxOnly || len(p.GoFiles) == 0 || p.VetxOutput == "" {
		return nil
	}
	if p.Module == nil && p.ModulePath != "" {
		p.Module = &analysis.Module{Path: p.ModulePath, Version: p.ModuleVersion, GoVersion: p.GoVersion}
	}
	return p
}

// Imports returns the paths of the packages that p imports.
func (p *Package) Imports() []string {
	var paths []string
	for _, path := range p.ImportMap {
		paths = append(paths, path)
	}
	return paths
}

// Write writes the file of p with no facts, and reports whether it did. It
// does not if there are facts about what p imports, which p may have to pass
// on, or if p does not type-check.
func (p *Package) Write() bool {
	for _, path := range p.Imports() {
		if file, ok := p.PackageVetx[path]; ok && !factless(file) {
			return false
		}
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.GoFiles {
		// The parser reads build constraints without being asked for comments.
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return false
		}
		files = append(files, f)
	}
	conf := &types.Config{
		IgnoreFuncBodies: true, // go has compiled them, or it would not ask
		Importer: &importer{
			pkg:    p,
			fset:   fset,
			needed: mentioned(files),
			loaded: make(map[string]*types.Package),
		},
		Sizes:     types.SizesFor("gc", build.Default.GOARCH),
		GoVersion: p.GoVersion,
	}
	pkg, err := conf.Check(p.ImportPath, fset, files, nil)
	if err != nil {
		return false
	}
	data, err := encode(fset, pkg)
	return err == nil && os.WriteFile(p.VetxOutput, data, 0o666) == nil
}

// The head of a file: the magic, and the lengths of types and facts.
const (
	magic = "vetx"
	head  = len(magic) + 4 + 4
)

// encode returns a file of the types of pkg and no facts.
func encode(fset *token.FileSet, pkg *types.Package) ([]byte, error) {
	var buf bytes.Buffer
	buf.Write(make([]byte, head-1))
	// The export data of gcexportdata begin with a letter that those in the
	// file lack. The head covers it.
	if err := gcexportdata.Write(&buf, fset, pkg); err != nil {
		return nil, err
	}
	data := buf.Bytes()
	copy(data, magic)
	binary.LittleEndian.PutUint32(data[4:], uint32(len(data)-head))
	binary.LittleEndian.PutUint32(data[8:], 0)
	return data, nil
}

// factless reports whether there are no facts in a file.
func factless(file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	var h [head]byte
	_, err = f.ReadAt(h[:], 0)
	return err == nil && string(h[:len(magic)]) == magic && binary.LittleEndian.Uint32(h[8:]) == 0
}

// exported returns the export data in a file, in the form of gcexportdata.
func exported(file string) ([]byte, bool) {
	data, err := os.ReadFile(file)
	if err != nil || len(data) < head || string(data[:len(magic)]) != magic {
		return nil, false
	}
	n := int(binary.LittleEndian.Uint32(data[4:]))
	if head+n > len(data) {
		return nil, false
	}
	data = data[head-1 : head+n]
	data[0] = 'i'
	return data, true
}
