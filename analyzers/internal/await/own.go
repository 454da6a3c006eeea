package await

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about what waits until a method of the same package ends a context or closes
// a channel that the package keeps to itself.
// Have: func (s *Server) Run() { …; <-s.quit; s.http.Shutdown(ctx) }; func (s *Server) Stop() { close(s.quit) }

// EndersOf returns the calls of this package that close the channel, or cancel the context,
// without whose end n is never reached, when the package keeps that to itself and nobody
// else ends it; or none.
func (aw *Waits) EndersOf(n ast.Node) (calls []*ast.CallExpr) {
	own, told := aw.ownAwaited(n)
	if own == nil {
		return nil
	}
	if source.Named(own.Type()) == "context.Context" {
		return aw.CancelsOf(told)
	}
	for _, cur := range aw.src.Variable(own).Uses {
		switch aw.UsedTo(cur) {
		case notice.UsedOtherwise:
			return nil
		case notice.UsedToTell:
			use, _ := source.UseOf(cur)
			call, ok := use.Parent().Node().(*ast.CallExpr)
			if !ok || !aw.src.Closes(call) {
				return nil
			}
			calls = append(calls, call)
		}
	}
	return calls
}

// ownAwaited returns the variable of the package, a field or one of all its functions, that
// nobody else knows and that holds the one context or channel without whose end n is never
// reached, with that; or nil.
func (aw *Waits) ownAwaited(n ast.Node) (own *types.Var, told ast.Expr) {
	why := aw.idle(n, nil, func(e ast.Expr) string {
		of := aw.endOfWait(e)
		if of == nil {
			return ""
		}
		v, ok := aw.src.Object(of).(*types.Var)
		kept := ok && v.Pkg() == aw.src.Pkg && !v.Exported() && (v.IsField() || v.Parent() == aw.src.Pkg.Scope())
		if !kept || own != nil && v != own {
			return ""
		}
		own, told = v, of
		return "own"
	}, 0)
	if why == "" {
		return nil, nil
	}
	return own, told
}

// CancelsOf returns the calls that cancel e, a context, when nothing else ends it.
func (aw *Waits) CancelsOf(e ast.Expr) (calls []*ast.CallExpr) {
	line := aw.Line(e)
	for link := range line {
		if link.Given != nil && aw.allGiven(link.Given) {
			continue // known by what that is
		}
		if link.Made == nil {
			return nil
		}
		switch aw.src.CalleeName(link.Made) {
		case "context.Background", "context.TODO", "context.WithCancel", "context.WithCancelCause", "context.WithValue":
		default:
			return nil
		}
	}
	for _, cur := range aw.src.Mentions(func(obj types.Object) bool {
		f, ok := obj.(*types.Var)
		return ok && identity.IsCancel(f.Type()) && aw.Held(f).Meets(line, aw.Single)
	}) {
		use, isCall := source.UseOf(cur)
		switch {
		case isCall:
			calls = append(calls, use.Node().(*ast.CallExpr))
		case !isKept(use):
			return nil
		}
	}
	return calls
}

// allGiven reports whether all that v is given, a parameter, is in sight.
func (aw *Waits) allGiven(v *types.Var) bool {
	p := aw.src.Variable(v).Param
	if p == nil || p.Fn == nil {
		return false
	}
	_, all := aw.src.Calls(p.Fn)
	return all
}

// isKept reports whether what is at cur is only put into a variable or a field there.
func isKept(cur inspector.Cursor) bool {
	kind := cur.ParentEdgeKind()
	return notice.IsStored(cur) || kind == edge.AssignStmt_Rhs || kind == edge.KeyValueExpr_Value
}
