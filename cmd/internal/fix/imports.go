package fix

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"strconv"
	"strings"
)

// dropImports returns the file next, which fixes have made of old, without the
// imports that only old uses: each fix leaves its file sound, but two can take
// away one use each. An import is dropped only if it has its line to itself,
// and if its name, which nothing but the package itself is sure about, was
// used in old.
func dropImports(old, next []byte) []byte {
	before, err := parser.ParseFile(token.NewFileSet(), "", old, parser.SkipObjectResolution)
	if err != nil {
		return next
	}
	fset := token.NewFileSet()
	after, err := parser.ParseFile(fset, "", next, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		return next
	}
	was, is := qualifiers(before), qualifiers(after)
	out := next
	for i := len(after.Decls) - 1; i >= 0; i-- { // from the end: offsets stay
		d, ok := after.Decls[i].(*ast.GenDecl)
		if !ok || d.Tok != token.IMPORT {
			continue
		}
		var unused []*ast.ImportSpec
		for _, s := range d.Specs {
			if s, ok := s.(*ast.ImportSpec); ok && was[nameOf(s)] && !is[nameOf(s)] {
				unused = append(unused, s)
			}
		}
		if len(unused) == len(d.Specs) {
			out = cutLines(out, fset, d)
			continue
		}
		for j := len(unused) - 1; j >= 0; j-- {
			out = cutLines(out, fset, unused[j])
		}
	}
	return out
}

// qualifiers returns the names before a dot: those of packages are among them.
func qualifiers(f *ast.File) map[string]bool {
	names := make(map[string]bool)
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok {
				names[x.Name] = true
			}
		}
		return true
	})
	return names
}

// nameOf returns the name that an import has in its file, as far as its path
// tells, or "" for a blank or dot import.
func nameOf(s *ast.ImportSpec) string {
	if s.Name != nil {
		if s.Name.Name == "_" || s.Name.Name == "." {
			return ""
		}
		return s.Name.Name
	}
	p, err := strconv.Unquote(s.Path.Value)
	if err != nil || p == "C" {
		return ""
	}
	if isMajor(path.Base(p)) {
		p = path.Dir(p)
	}
	name, _, _ := strings.Cut(path.Base(p), ".v")
	return name
}

// cutLines returns src without the lines of n, if nothing else is on them.
func cutLines(src []byte, fset *token.FileSet, n ast.Node) []byte {
	from, to := fset.Position(n.Pos()).Offset, fset.Position(n.End()).Offset
	begin := bytes.LastIndexByte(src[:from], '\n') + 1
	end := len(src)
	if i := bytes.IndexByte(src[to:], '\n'); i >= 0 {
		end = to + i + 1
	}
	if len(bytes.TrimSpace(src[begin:from])) > 0 || len(bytes.TrimSpace(src[to:end])) > 0 {
		return src
	}
	return append(bytes.Clone(src[:begin]), src[end:]...)
}

// isMajor reports whether the end of a path is a major version: "v2".
func isMajor(s string) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(s, "v"))
	return strings.HasPrefix(s, "v") && err == nil && n > 1
}
