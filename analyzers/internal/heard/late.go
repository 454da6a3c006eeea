package heard

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// heardLate reports whether nobody hears what is told through o, a channel or group that
// the package keeps to itself, who has not stopped a server before, or waited until the
// program is told to stop: that a start has failed is no news then.
// Have: func (s *Server) Stop() { s.http.Shutdown(ctx); s.wg.Wait() }; <-quit; wg.Wait()
func (he *Hearing) heardLate(o types.Object) bool {
	v, ok := o.(*types.Var)
	if !ok || v.Pkg() != he.src.Pkg || v.Exported() && !he.src.Main {
		return false
	}
	_, isChan := v.Type().Underlying().(*types.Chan)
	if n := source.NamedOf(v.Type()); !isChan && (n == nil || source.Named(n) != "sync.WaitGroup") {
		return false
	}
	return he.waitedLate(v, 0)
}

// waitedLate reports whether all who wait for v are late, as heardLate understands it;
// functions of this package may be given v for that.
func (he *Hearing) waitedLate(v *types.Var, depth int) bool {
	if depth > 3 || len(he.src.Variable(v).Derefs) > 0 {
		return false
	}
	return !slices.ContainsFunc(he.src.Variable(v).Uses, func(use inspector.Cursor) bool {
		switch he.UsedTo(use) {
		case notice.UsedOtherwise:
			p := he.lentTo(use)
			return p == nil || !he.waitedLate(p, depth+1)
		case notice.UsedToWait:
			wait := he.waitsAt(use)
			return wait != nil && (wait == use.Node() || !he.stopsBefore(wait) && !he.src.Behind(wait, he.asked))
		}
		return false
	})
}

// lentTo returns the parameter of a function of this package for which what stands at cur,
// or its address, is given in a call, or nil.
func (he *Hearing) lentTo(cur inspector.Cursor) *types.Var {
	if cur.ParentEdgeKind() == edge.UnaryExpr_X {
		cur = cur.Parent()
	}
	if cur.ParentEdgeKind() != edge.CallExpr_Args {
		return nil
	}
	_, i := cur.ParentEdge()
	fn := he.src.Callee(cur.Parent().Node().(*ast.CallExpr))
	if d := he.src.Decl(fn); d == nil || d.Body == nil || fn.Signature().Variadic() {
		return nil
	}
	return fn.Signature().Params().At(i)
}

// waitsAt returns what waits for the channel or group at cur, or nil where it is made or
// counted; where it cannot be told, that is the mention itself.
func (he *Hearing) waitsAt(cur inspector.Cursor) ast.Node {
	mention := cur.Node()
	if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
		cur = cur.Parent()
	}
	switch cur.ParentEdgeKind() {
	case edge.AssignStmt_Lhs, edge.ValueSpec_Names, edge.KeyValueExpr_Key, edge.Field_Names:
		return nil
	case edge.UnaryExpr_X, edge.RangeStmt_X:
		return cur.Parent().Node()
	case edge.SelectorExpr_X:
		sel := cur.Parent().Node().(*ast.SelectorExpr)
		if sel.Sel.Name == "Add" {
			return nil
		}
		return sel
	}
	return mention
}

// stopsBefore reports whether the function around n stops a server before n, in its own
// flow.
func (he *Hearing) stopsBefore(n ast.Node) bool {
	fn := he.src.Function(n)
	if fn == nil || source.BodyOf(fn) == nil {
		return false
	}
	found := false
	ast.Inspect(source.BodyOf(fn), func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.CallExpr:
			found = found || m.End() <= n.Pos() && he.stops(m)
		}
		return !found
	})
	return found
}

// stops reports whether call stops a server.
func (he *Hearing) stops(call *ast.CallExpr) bool {
	fn := he.src.Callee(call)
	if fn == nil || fn.Signature().Recv() == nil {
		return false
	}
	r := he.ev.TypeRow(fn.Signature().Recv().Type(), catalog.Server)
	return r != nil && (slices.Contains(r.Stop, fn.Name()) || slices.Contains(r.Abrupt, fn.Name()))
}
