package mention

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// References is what the code of one function, or of the initialisation of a
// package, mentions of the modules worked on.
type References struct {
	Func    string   // its full name; that of the initialisation is the import path and .init
	Funcs   []string `json:",omitempty"` // functions and methods, by their full names
	Types   []string `json:",omitempty"` // named types
	Methods []string `json:",omitempty"` // names of methods that are called through interfaces
}

// References returns what each function of the package mentions. Tests are
// left out.
func (x *Index) References() []References {
	start := References{Func: x.src.Pkg.Path() + ".init"}
	var all []References
	for _, f := range x.src.Files {
		if x.src.InTest(f) {
			continue
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				if d.Tok == token.VAR {
					x.refer(d, &start)
				}
			case *ast.FuncDecl:
				fn, ok := x.src.Info.Defs[d.Name].(*types.Func)
				if !ok || d.Body == nil {
					continue
				}
				if d.Recv == nil && d.Name.Name == "init" {
					x.refer(d.Body, &start)
					continue
				}
				r := References{Func: fn.FullName()}
				x.refer(d.Body, &r)
				if r.tidy(); len(r.Funcs)+len(r.Types)+len(r.Methods) > 0 {
					all = append(all, r)
				}
			}
		}
	}
	start.tidy()
	return append(all, start)
}

func (r *References) tidy() {
	source.Tidy(&r.Funcs)
	source.Tidy(&r.Types)
	source.Tidy(&r.Methods)
}

// refer adds what n mentions to r.
func (x *Index) refer(n ast.Node, r *References) {
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		switch obj := x.src.Info.Uses[id].(type) {
		case *types.Func:
			fn := obj.Origin()
			if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
				r.Methods = append(r.Methods, fn.Name())
			} else if fn.Pkg() != nil && (fn.Pkg() == x.src.Pkg || x.src.OfOwnModules(fn)) {
				r.Funcs = append(r.Funcs, fn.FullName())
			}
		case *types.TypeName:
			if obj.Pkg() != nil && x.src.Ours(obj.Pkg()) && obj.Parent() == obj.Pkg().Scope() {
				r.Types = append(r.Types, obj.Pkg().Path()+"."+obj.Name())
			}
		}
		return true
	})
}
