package rule

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"strconv"
)

// Use returns how the declaration called name of the package of std with the
// given import path is written at a position: "os.Getenv", with the name that
// the file's import has, or "Getenv" after a dot import. If the package is not
// imported, or its name means something else there, the fix adds an import.
func (e *Edit) Use(importPath, name string, at token.Pos) string {
	if e.Refused() {
		return ""
	}
	for _, spec := range e.file.Imports {
		if pathOf(spec) != importPath {
			continue
		}
		if spec.Name != nil && spec.Name.Name == "." {
			if obj := e.visible(name, at); obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == importPath {
				return name
			}
			continue
		}
		if pkg := e.pass.TypesInfo.PkgNameOf(spec); pkg != nil && pkg.Name() != "_" && e.visible(pkg.Name(), at) == pkg {
			return pkg.Name() + "." + name
		}
	}
	as, ok := e.imports[importPath]
	if !ok || e.visible(as, at) != nil {
		as = e.importName(importPath, at)
		if ok {
			e.refuse("one import under two names")
			return ""
		}
		e.imports[importPath] = as
	}
	return as + "." + name
}

// importName chooses the name for a new import that is used at a position: the
// package's own, or one with "std" before it where that is taken.
func (e *Edit) importName(importPath string, at token.Pos) string {
	base := path.Base(importPath)
	if e.visible(base, at) == nil && !e.importedAs(base) {
		return base
	}
	return e.unused("std"+base, e.file)
}

// importedAs reports whether an import of the file has the given name.
func (e *Edit) importedAs(name string) bool {
	for _, spec := range e.file.Imports {
		if pkg := e.pass.TypesInfo.PkgNameOf(spec); pkg != nil && pkg.Name() == name {
			return true
		}
	}
	return false
}

// Fresh returns a name for a variable that is declared at a position by text
// that the fix inserts: base, or base with a number behind it. It means
// nothing else at that position, nor anywhere in the function around it. Other
// fixes of the function are not seen: let them ask for other names, or clash.
func (e *Edit) Fresh(base string, at token.Pos) string {
	if e.Refused() {
		return ""
	}
	for _, decl := range e.file.Decls {
		if decl.Pos() <= at && at < decl.End() {
			return e.freshIn(base, decl, at)
		}
	}
	return e.freshIn(base, e.file, at)
}

func (e *Edit) freshIn(base string, within ast.Node, at token.Pos) string {
	taken := names(within)
	for n := 1; ; n++ {
		name := base
		if n > 1 {
			name = fmt.Sprint(base, n)
		}
		if !taken[name] && e.visible(name, at) == nil && !reserved(name) {
			return name
		}
	}
}

// unused is Fresh for a name that is declared in the whole file.
func (e *Edit) unused(base string, within ast.Node) string {
	return e.freshIn(base, within, e.file.FileStart)
}

// reserved reports whether a fix may import a package under this name.
func reserved(name string) bool {
	for _, together := range importable {
		for _, p := range together {
			if path.Base(p) == name {
				return true
			}
		}
	}
	return token.IsKeyword(name)
}

// names returns the identifiers in n, but for those that are looked up in
// something else, as Sel is in X.Sel.
func names(n ast.Node) map[string]bool {
	found := make(map[string]bool)
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			for name := range names(n.X) {
				found[name] = true
			}
			return false
		case *ast.Ident:
			found[n.Name] = true
		}
		return true
	})
	return found
}

// visible returns what name means at a position, or nil.
func (e *Edit) visible(name string, at token.Pos) types.Object {
	scope := e.pass.TypesInfo.Scopes[e.file]
	if scope == nil {
		return nil
	}
	if in := scope.Innermost(at); in != nil {
		scope = in
	}
	_, obj := scope.LookupParent(name, at)
	return obj
}

func pathOf(spec *ast.ImportSpec) string {
	p, _ := strconv.Unquote(spec.Path.Value)
	return p
}
