// Package mention knows what a package mentions that may concern a manifest: the paths
// and files, the numbers that may be ports, and the functions and types of the modules
// worked on. Manifests are read for what is known of a program, and what is in sight
// without being understood is reason enough to say nothing.
package mention

import (
	"cmp"
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/route"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Index tells what one package mentions.
type Index struct {
	src *source.Package
	ev  *origin.Evaluator
}

// New makes the room for a package.
func New(src *source.Package, ev *origin.Evaluator) *Index { return &Index{src, ev} }

// Paths returns the texts of the package that begin with a slash: a handler
// may compare the path of a request with any of them; and those that are called
// like files of configuration. What is a route of the default mux and no more is left
// out: it may be served by nobody. ok is false when there are too many to tell.
func (x *Index) Paths() (paths []string, ok bool) {
	for cur := range x.src.In.Root().Preorder((*ast.BasicLit)(nil)) {
		lit := cur.Node().(*ast.BasicLit)
		if lit.Kind != token.STRING || x.src.InTest(lit) || x.onDefaultMux(cur) {
			continue
		}
		t, err := strconv.Unquote(lit.Value)
		if err == nil && len(t) > 1 && len(t) < 100 && (strings.HasPrefix(t, "/") || route.WellWords[t] || isConfiguration(t)) && !strings.ContainsAny(t, " \n") {
			paths = append(paths, t)
		}
	}
	if x.loadsDotEnv() {
		paths = append(paths, ".env")
	}
	source.Tidy(&paths)
	const most = 2000
	return paths[:min(len(paths), most)], len(paths) <= most
}

// onDefaultMux reports whether the text at cur is the pattern of a route that is
// registered on the default mux of net/http.
func (x *Index) onDefaultMux(cur inspector.Cursor) bool {
	kind, i := cur.ParentEdge()
	if kind != edge.CallExpr_Args {
		return false
	}
	r := x.ev.Row(x.src.Callee(cur.Parent().Node().(*ast.CallExpr)), catalog.Route)
	return r != nil && r.Package == "net/http" && !r.Mux.Set && r.Pattern.Set && r.Pattern.Arg == i
}

// loadsDotEnv reports whether the package has a library read the file of variables
// that it reads where it is told of none.
func (x *Index) loadsDotEnv() bool {
	for _, call := range x.ev.CallsWith(catalog.Implicit) {
		if len(call.Args) > 0 || x.src.InTest(call) {
			continue
		}
		for _, r := range x.ev.Rows(x.src.Callee(call)) {
			if r.Kind == catalog.Implicit && r.Role == "file" {
				return true
			}
		}
	}
	return false
}

// isConfiguration reports whether a file holds settings, by its name.
func isConfiguration(name string) bool {
	switch path.Ext(name) {
	case ".yaml", ".yml", ".json", ".toml", ".env":
		return true
	}
	return false
}

// Number is a number in the code that may be a port.
type Number struct {
	N  int
	At string // file:line
}

// asked reports whether what stands around a number makes it the port of an URL with a
// path: that is where something is asked, and nobody listens.
func asked(before, behind string) bool {
	return (strings.Contains(before, "http://") || strings.Contains(before, "https://")) && len(behind) > 1 && behind[0] == '/'
}

// Numbers returns the numbers of the package that may be ports: those that are
// written as such, and those behind a colon or alone in a text. ok is false
// when there are too many to tell.
func (x *Index) Numbers() (ns []Number, ok bool) {
	const most = 5000
	note := func(text string, lit *ast.BasicLit) {
		if n, err := strconv.Atoi(text); err == nil && n > 9 && n <= 65535 {
			ns = append(ns, Number{n, x.src.At(lit.Pos())})
		}
	}
	for cur := range x.src.In.Root().Preorder((*ast.BasicLit)(nil)) {
		lit := cur.Node().(*ast.BasicLit)
		if len(ns) > most {
			return nil, false
		}
		switch {
		case x.src.InTest(lit):
		case lit.Kind == token.INT:
			note(lit.Value, lit)
		case lit.Kind == token.STRING:
			text, err := strconv.Unquote(lit.Value)
			if err != nil || len(text) > 200 {
				continue
			}
			note(text, lit)
			for rest := text; ; {
				_, after, found := strings.Cut(rest, ":")
				if !found {
					break
				}
				end := strings.IndexFunc(after, func(r rune) bool { return r < '0' || r > '9' })
				if end < 0 {
					end = len(after)
				}
				if !asked(text[:len(text)-len(after)], after[end:]) {
					note(after[:end], lit)
				}
				rest = after
			}
		}
	}
	slices.SortFunc(ns, func(a, b Number) int { return cmp.Or(cmp.Compare(a.N, b.N), cmp.Compare(a.At, b.At)) })
	return slices.Compact(ns), true
}
