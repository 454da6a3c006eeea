package vetx

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"io"
	"path"
	"strings"

	"golang.org/x/tools/go/gcexportdata"
)

// importer imports what is mentioned outside the bodies of functions. What is
// not mentioned there is an empty package, for it cannot be in what is
// exported. Should the guess at its name be wrong, then the name that is
// mentioned is not declared and type-checking fails.
type importer struct {
	pkg    *Package
	fset   *token.FileSet
	needed map[string]bool // see mentioned
	loaded map[string]*types.Package
}

// Import returns the package that the source imports by the given path.
func (im *importer) Import(source string) (*types.Package, error) {
	if source == "unsafe" {
		return types.Unsafe, nil
	}
	file, ok := im.pkg.PackageVetx[im.pkg.ImportMap[source]]
	if !ok {
		return nil, fmt.Errorf("no file for %q", source)
	}
	if name := baseName(source); !im.needed[source] && !im.needed[name] {
		pkg := types.NewPackage(im.pkg.ImportMap[source], name)
		pkg.MarkComplete()
		return pkg, nil
	}
	return im.load(im.pkg.ImportMap[source], file)
}

// load reads a package from its file.
func (im *importer) load(pkgPath, file string) (*types.Package, error) {
	if pkg := im.loaded[pkgPath]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	data, ok := exported(file)
	if !ok {
		return nil, fmt.Errorf("no types of %q", pkgPath)
	}
	// gcexportdata takes the length of what it reads from a LimitedReader.
	return gcexportdata.Read(&io.LimitedReader{R: bytes.NewReader(data), N: int64(len(data))}, im.fset, im.loaded, pkgPath)
}

// baseName guesses what a package is called.
func baseName(importPath string) string {
	base := path.Base(importPath)
	if v, ok := strings.CutPrefix(base, "v"); ok && strings.Trim(v, "0123456789") == "" {
		base = path.Base(path.Dir(importPath))
	}
	return base
}

// mentioned returns the identifiers before a dot in files outside the bodies
// of functions, and the paths of imports whose name is given and either among
// these or a dot.
func mentioned(files []*ast.File) map[string]bool {
	names := make(map[string]bool)
	for _, f := range files {
		for _, d := range f.Decls {
			ast.Inspect(d, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.BlockStmt:
					return false
				case *ast.SelectorExpr:
					if id, ok := n.X.(*ast.Ident); ok {
						names[id.Name] = true
					}
				}
				return true
			})
		}
	}
	paths := make(map[string]bool)
	for _, f := range files {
		for _, spec := range f.Imports {
			if spec.Name != nil && (spec.Name.Name == "." || names[spec.Name.Name]) {
				paths[strings.Trim(spec.Path.Value, "`\"")] = true
			}
		}
	}
	for p := range paths {
		names[p] = true
	}
	return names
}
