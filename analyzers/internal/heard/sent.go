package heard

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// This file is about errors that are sent on a channel, and about who has the channel.
// Have: go func() { s.notify <- s.srv.ListenAndServe() }(); func (s *Server) Notify() <-chan error { return s.notify }

// SentTo returns the exported functions that return the channel on which the goroutine of
// l sends its error, by their names, if nobody else has it, and nobody receives from it
// here but who only logs it. ok is false when the error goes another way, or that is not known.
func (he *Hearing) SentTo(l *ending.Start) (by []string, ok bool) {
	switch {
	case l.Repeated():
		return he.SentTo(l.Of)
	case l.Of != nil && len(l.Of.SentBy) > 0:
		return l.Of.SentBy, !he.heedsAny(l.Of.SentBy) && he.keeps(l)
	}
	call, isCall := l.Node.(*ast.CallExpr)
	if !isCall {
		return nil, false
	}
	lit, isLit := he.src.Function(call).(*ast.FuncLit)
	if !isLit || he.src.GoOf(lit) == nil {
		return nil, false
	}
	ch := he.Endings.SentOn(lit, call)
	if ch == nil || ch.Exported() || ch.Pkg() != he.src.Pkg || len(he.src.Variable(ch).Derefs) > 0 {
		return nil, false
	}
	for _, use := range he.src.Variable(ch).Uses {
		if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
			use = use.Parent()
		}
		switch use.ParentEdgeKind() {
		case edge.SendStmt_Chan, edge.AssignStmt_Lhs, edge.ValueSpec_Names, edge.KeyValueExpr_Key, edge.Field_Names:
			continue
		case edge.UnaryExpr_X, edge.RangeStmt_X:
			if he.logsOnly(use) {
				continue
			}
		case edge.CallExpr_Args:
			if he.src.Closes(use.Parent().Node().(*ast.CallExpr)) {
				continue
			}
		case edge.ReturnStmt_Results:
			if fn := he.giver(use); fn != nil {
				by = append(by, fn.FullName())
				continue
			}
		}
		return nil, false
	}
	if slices.ContainsFunc(he.src.Variable(ch).Stores, func(s source.Store) bool { return !he.makes(s) }) {
		return nil, false
	}
	source.Tidy(&by)
	return by, true
}

// keeps reports whether nobody but this package can ask for the channel on which another
// one sends the error of l: it is the result of the call, or that of a method of a value
// that nobody else has.
func (he *Hearing) keeps(l *ending.Start) bool {
	if l.Call == nil {
		return false
	}
	fn := he.src.Callee(l.Call)
	return fn != nil && slices.Equal(l.Of.SentBy, []string{fn.Origin().FullName()}) || which.OnlyCalled(he.src, l.Call)
}

// giver returns the exported function that returns what is at cur, and nothing else, or
// nil.
func (he *Hearing) giver(cur inspector.Cursor) *types.Func {
	d, ok := he.src.Function(cur.Node()).(*ast.FuncDecl)
	if !ok {
		return nil
	}
	fn, _ := he.src.Info.Defs[d.Name].(*types.Func)
	if fn == nil || !fn.Exported() || fn.Signature().Results().Len() != 1 {
		return nil
	}
	return fn
}

// makes reports whether s puts a new channel somewhere.
func (he *Hearing) makes(s source.Store) bool {
	call, ok := ast.Unparen(s.Rhs).(*ast.CallExpr)
	return ok && he.src.Info.Types[call.Fun].IsBuiltin() && !s.Elem
}

// heedsAny reports whether this package does anything with what one of the functions with
// these names returns, also by way of an interface, or has the function as a value.
func (he *Hearing) heedsAny(names []string) bool {
	return slices.ContainsFunc(he.src.Mentions(func(obj types.Object) bool {
		fn, ok := obj.(*types.Func)
		if !ok {
			return false
		}
		if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			return slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(name, ")."+fn.Name()) })
		}
		return slices.Contains(names, fn.Origin().FullName())
	}), func(cur inspector.Cursor) bool {
		use, isCall := source.UseOf(cur)
		return !isCall || !drops(use)
	})
}

// drops reports whether the result of the call at cur goes nowhere.
func drops(cur inspector.Cursor) bool {
	switch s := cur.Parent().Node().(type) {
	case *ast.ExprStmt, *ast.GoStmt, *ast.DeferStmt:
		return true
	case *ast.AssignStmt:
		return len(s.Lhs) == 1 && ending.IsBlank(s.Lhs[0])
	}
	return false
}
