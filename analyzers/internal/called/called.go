// Package called knows where functions are called that stand as values: what is
// handed on, kept in a variable, or returned to whoever calls it.
package called

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Value returns where fn, a declaration or literal, stands as a value, when nothing
// calls it by its own name and it stands in one place.
func Value(src *source.Package, fn ast.Node) (inspector.Cursor, bool) {
	switch fn := fn.(type) {
	case *ast.FuncLit:
		return src.Find(fn)
	case *ast.FuncDecl:
		f, ok := src.Info.Defs[fn.Name].(*types.Func)
		if !ok {
			break
		}
		calls, _ := src.Calls(f)
		mentions := src.MentionsOf(f)
		if len(calls) > 0 || len(mentions) != 1 {
			break
		}
		at, _ := source.UseOf(mentions[0])
		return at, true
	}
	return inspector.Cursor{}, false
}

// Taker returns the function of which p is a parameter, a declaration or literal, or nil
// where it is not of this package.
func Taker(src *source.Package, p *source.Param) ast.Node {
	if p == nil {
		return nil
	}
	if p.Lit != nil {
		return p.Lit
	}
	if d := src.Decl(p.Fn); d != nil {
		return d
	}
	return nil
}

// Only returns the one call that there can be of the function around n: of a literal that
// is called where it stands or by a variable, else of the declared function; or nil.
func Only(src *source.Package, n ast.Node) *ast.CallExpr {
	if lit, ok := src.Function(n).(*ast.FuncLit); ok {
		if cur, ok := src.Find(lit); ok {
			if calls := ByVariable(src, cur); len(calls) == 1 {
				return calls[0]
			}
		}
	}
	return src.OnlyCall(n)
}

// InPlace returns the call of lit where it stands, or nil: func() { … }().
func InPlace(src *source.Package, lit *ast.FuncLit) *ast.CallExpr {
	call, ok := src.Parent(lit).(*ast.CallExpr)
	if !ok || call.Fun != lit {
		return nil
	}
	return call
}

// ByVariable returns the calls of the function that stands at cur by the variables of this
// package that hold it and nothing else, also those that hold what the function around it
// returns, or that where it stands; nil when it may be called otherwise.
// Have: app, cleanup, err := newApp(); defer cleanup()
func ByVariable(src *source.Package, cur inspector.Cursor) []*ast.CallExpr {
	calls, all := finder{src: src}.calls(cur, 0, 0)
	if !all {
		return nil
	}
	return calls
}

// Ways is ByVariable for a function that may also be handed on: it returns the calls of it,
// and where it is an argument of a call that is not followed; nil when it may be called
// otherwise.
// Have: func serve(ctx context.Context) func() error { return func() error { … } }; g.Go(serve(ctx))
func Ways(src *source.Package, cur inspector.Cursor) (calls []*ast.CallExpr, given []inspector.Cursor) {
	calls, all := finder{src, &given}.calls(cur, 0, 0)
	if !all {
		return nil, nil
	}
	return calls, given
}

// finder looks for calls.
type finder struct {
	src   *source.Package
	given *[]inspector.Cursor // what calls are given that are not followed, unless it is nil
}

// calls returns the calls of the function that is the given result of the expression at
// cur, and whether there are no others.
func (f finder) calls(cur inspector.Cursor, result, depth int) (calls []*ast.CallExpr, all bool) {
	var name ast.Expr
	_, i := cur.ParentEdge()
	switch at := cur.Parent().Node().(type) {
	case *ast.CallExpr:
		if at.Fun == cur.Node() {
			return []*ast.CallExpr{at}, true
		}
		calls, all = f.ofArgument(at, i, depth+1)
		if f.given != nil && !all {
			*f.given = append(*f.given, cur)
			return nil, true
		}
		return calls, all
	case *ast.BinaryExpr:
		return nil, true // it is asked whether there is one
	case *ast.CompositeLit, *ast.KeyValueExpr:
		return f.src.ElementCalled(cur)
	case *ast.ReturnStmt:
		if len(at.Results) > 1 {
			result = i
		}
		return f.ofResult(at, result, depth+1)
	case *ast.AssignStmt:
		name = at.Lhs[result] // as many as there are results
		if len(at.Rhs) > 1 {
			name = at.Lhs[i]
		}
	case *ast.ValueSpec:
		if len(at.Names) == 0 || len(at.Values) == 0 {
			return nil, false
		}
		name = at.Names[result]
		if len(at.Values) > 1 {
			name = at.Names[i]
		}
	}
	return f.ofVariable(name, cur, depth)
}

// ofVariable returns the calls of what name, a variable that no other package can name, holds,
// if that comes only from the expression at cur, and whether there are no others.
func (f finder) ofVariable(name ast.Expr, cur inspector.Cursor, depth int) (calls []*ast.CallExpr, all bool) {
	id, ok := name.(*ast.Ident)
	if !ok {
		return nil, false
	}
	v, ok := f.src.Object(id).(*types.Var)
	switch {
	case !ok:
		return nil, id.Name == "_"
	case v.Parent() == f.src.Pkg.Scope() && v.Exported() && !f.src.Main:
		return nil, false // others may call it, or put something else there
	}
	if rhs, _ := f.src.OnlyAssigned(v); rhs != cur.Node() {
		return nil, false
	}
	return f.ofUses(v, depth)
}

// ofUses returns the calls of what v holds, and whether there are no others.
func (f finder) ofUses(v *types.Var, depth int) (calls []*ast.CallExpr, all bool) {
	for _, use := range f.src.Variable(v).Uses {
		switch use.ParentEdgeKind() {
		case edge.AssignStmt_Lhs, edge.ValueSpec_Names:
			continue
		}
		of, all := f.calls(use, 0, depth)
		if !all {
			return nil, false
		}
		calls = append(calls, of...)
	}
	return calls, true
}

// ofArgument returns the calls of the function that call gives as argument i to one of
// this package, and whether there are no others. Nothing is followed there but variables.
func (f finder) ofArgument(call *ast.CallExpr, i, depth int) (calls []*ast.CallExpr, all bool) {
	fn := f.src.Callee(call)
	d := f.src.Decl(fn)
	if _, isVar := f.src.Object(call.Args[i]).(*types.Var); !isVar || d == nil || d.Body == nil || fn.Signature().Variadic() || i >= fn.Signature().Params().Len() || depth > 4 {
		return nil, false
	}
	given := fn.Signature().Params().At(i)
	if len(f.src.Variable(given).Stores) > 0 {
		return nil, false
	}
	return f.ofUses(given, depth)
}

// ofResult returns the calls of the function that r returns at the given place, and
// whether there are no others, nor another function that is returned there.
func (f finder) ofResult(r *ast.ReturnStmt, result, depth int) (calls []*ast.CallExpr, all bool) {
	maker := f.src.Function(r)
	if depth > 3 {
		return nil, false
	}
	for _, other := range f.src.Returns(maker) {
		if other != r && (len(other.Results) <= result || !f.src.Info.Types[other.Results[result]].IsNil()) {
			return nil, false
		}
	}
	made, all := f.makes(maker, depth)
	for _, call := range made {
		cur, ok := f.src.Find(call)
		if !ok {
			return nil, false
		}
		of, only := f.calls(cur, result, depth)
		calls, all = append(calls, of...), all && only
	}
	return calls, all
}

// makes returns the calls of maker, which returns a function, and whether there are no others.
func (f finder) makes(maker ast.Node, depth int) (calls []*ast.CallExpr, all bool) {
	switch maker := maker.(type) {
	case *ast.FuncDecl:
		fn, _ := f.src.Info.Defs[maker.Name].(*types.Func)
		return f.src.Calls(fn)
	case *ast.FuncLit:
		if cur, ok := f.src.Find(maker); ok {
			return finder{src: f.src}.calls(cur, 0, depth)
		}
	}
	return nil, false
}
