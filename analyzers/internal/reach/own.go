package reach

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
func (re *Reach) EndersOf(n ast.Node) (calls []*ast.CallExpr) {
	own, told := re.ownAwaited(n)
	if own == nil {
		return nil
	}
	if source.Named(own.Type()) == "context.Context" {
		return re.CancelsOf(told)
	}
	for _, cur := range re.src.Variable(own).Uses {
		switch re.UsedTo(cur) {
		case notice.UsedOtherwise:
			return nil
		case notice.UsedToTell:
			use, _ := source.UseOf(cur)
			call, ok := use.Parent().Node().(*ast.CallExpr)
			if !ok || !re.src.Closes(call) {
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
func (re *Reach) ownAwaited(n ast.Node) (own *types.Var, told ast.Expr) {
	why := re.idle(n, nil, func(e ast.Expr) string {
		of := re.endOfWait(e)
		if of == nil {
			return ""
		}
		v, ok := re.src.Object(of).(*types.Var)
		kept := ok && v.Pkg() == re.src.Pkg && !v.Exported() && (v.IsField() || v.Parent() == re.src.Pkg.Scope())
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
func (re *Reach) CancelsOf(e ast.Expr) (calls []*ast.CallExpr) {
	line := re.Line(e)
	for link := range line {
		if link.Given != nil && re.allGiven(link.Given) {
			continue // known by what that is
		}
		if link.Made == nil {
			return nil
		}
		switch re.src.CalleeName(link.Made) {
		case "context.Background", "context.TODO", "context.WithCancel", "context.WithCancelCause", "context.WithValue":
		default:
			return nil
		}
	}
	for _, cur := range re.src.Mentions(func(obj types.Object) bool {
		f, ok := obj.(*types.Var)
		return ok && identity.IsCancel(f.Type()) && re.Held(f).Meets(line, re.Single)
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
func (re *Reach) allGiven(v *types.Var) bool {
	p := re.src.Variable(v).Param
	if p == nil || p.Fn == nil {
		return false
	}
	_, all := re.src.Calls(p.Fn)
	return all
}

// isKept reports whether what is at cur is only put into a variable or a field there.
func isKept(cur inspector.Cursor) bool {
	kind := cur.ParentEdgeKind()
	return notice.IsStored(cur) || kind == edge.AssignStmt_Rhs || kind == edge.KeyValueExpr_Value
}
