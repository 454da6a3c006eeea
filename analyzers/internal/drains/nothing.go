package drains

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Contextless returns where s is given nil for a context that it asks while it waits for
// requests: the call itself, or what calls of the function around it give that for it.
// Have: srv.Shutdown(nil); func stop(ctx context.Context) { srv.Shutdown(ctx) }; stop(nil)
func (d *Draining) Contextless(s *server.Stop) (at []ast.Expr) {
	if row := d.ev.ServerRow(s.Type()); s.Context == nil || row == nil || row.Asks != "ctx" {
		return nil
	}
	if d.isNil(s.Context, 0) {
		return []ast.Expr{s.Call}
	}
	v, ok := d.src.Object(s.Context).(*types.Var)
	fn := d.src.EnclosingFunc(s.Pos())
	if !ok || fn == nil || !d.unchanged(v) {
		return nil
	}
	i := source.ParamIndex(fn, v)
	calls, _ := d.src.Calls(fn)
	for _, call := range calls {
		if 0 <= i && i < len(call.Args) && d.isNil(call.Args[i], 0) {
			at = append(at, call.Args[i])
		}
	}
	return at
}

// unchanged reports whether v, a parameter, keeps what it is given, and is never compared.
func (d *Draining) unchanged(v *types.Var) bool {
	known := d.src.Variable(v)
	return len(known.Stores)+len(known.Taken) == 0 && !slices.ContainsFunc(known.Uses, func(use inspector.Cursor) bool {
		_, compared := use.Parent().Node().(*ast.BinaryExpr)
		return compared
	})
}

// isNil reports whether e is nothing but nil.
func (d *Draining) isNil(e ast.Expr, depth int) bool {
	e = ast.Unparen(e)
	if d.src.Info.Types[e].IsNil() {
		return true
	}
	if call, ok := e.(*ast.CallExpr); ok {
		return d.src.Info.Types[call.Fun].IsType() && len(call.Args) == 1 && d.isNil(call.Args[0], depth+1)
	}
	v, ok := d.src.Object(e).(*types.Var)
	if !ok || v.IsField() || v.Exported() && v.Parent() == d.src.Pkg.Scope() || depth > 3 {
		return false
	}
	known := d.src.Variable(v)
	return known.Param == nil && len(known.Taken) == 0 && (known.Bare || len(known.Stores) > 0) &&
		!slices.ContainsFunc(known.Stores, func(s source.Store) bool { return !d.isNil(s.Rhs, depth+1) })
}
