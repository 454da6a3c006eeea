package contexts

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about groups whose context ends when one of them fails.

const withContext = "golang.org/x/sync/errgroup.WithContext"

// onlyFail reports whether the functions of all groups of this package end only with
// the context of a group or because something fails: none of them waits for a
// signal, or for anybody else, and ends the others by that.
func (cx *Contexts) onlyFail() bool {
	if cx.failing == nil {
		quiet := !cx.hears()
		for _, call := range cx.src.CallsTo(isGo) {
			quiet = quiet && len(call.Args) == 1 && cx.waitsForNone(call.Args[0], 0)
		}
		cx.failing = &quiet
	}
	return *cx.failing
}

// hears reports whether this package asks to hear of signals.
func (cx *Contexts) hears() bool {
	return slices.ContainsFunc(cx.src.FuncsMentioned(), func(fn *types.Func) bool { return fn.Pkg() != nil && fn.Pkg().Path() == "os/signal" })
}

func isGo(fn *types.Func) bool {
	name, ok := strings.CutPrefix(fn.FullName(), "(*golang.org/x/sync/errgroup.Group).")
	return ok && (name == "Go" || name == "TryGo")
}

// waitsForNone reports whether the function e waits for nobody but the context of a
// group.
func (cx *Contexts) waitsForNone(e ast.Expr, depth int) bool {
	var body *ast.BlockStmt
	if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
		body = lit.Body
	} else if name := source.NameOf(e); name != nil {
		fn, ok := cx.src.Info.Uses[name].(*types.Func)
		switch {
		case !ok:
			return source.Named(cx.src.Info.TypeOf(e)) == "context.CancelFunc"
		case fn.Pkg() == nil: // err.Error
			return true
		case fn.Pkg() != cx.src.Pkg: // it starts something, or works
			return cx.ends.Deaf() || !slices.Contains(cx.src.Own, fn.Pkg().Path())
		}
		if d := cx.src.Decl(fn); d != nil {
			body = d.Body
		}
	}
	if body == nil || depth > 3 {
		return false
	}
	quiet := true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			quiet = quiet && (n.Op != token.ARROW || cx.isGroupDone(n.X))
		case *ast.RangeStmt:
			if t := cx.src.Info.TypeOf(n.X); t != nil {
				_, isChan := t.Underlying().(*types.Chan)
				quiet = quiet && !isChan
			}
		case *ast.CallExpr:
			if tv := cx.src.Info.Types[n.Fun]; !tv.IsType() && !tv.IsBuiltin() {
				_, isLit := ast.Unparen(n.Fun).(*ast.FuncLit)
				quiet = quiet && (isLit || cx.waitsForNone(n.Fun, depth+1))
			}
		}
		return quiet
	})
	return quiet
}

// isGroupDone reports whether e is ctx.Done() of the context of a group.
func (cx *Contexts) isGroupDone(e ast.Expr) bool {
	ctx := source.DoneOf(e)
	if ctx == nil {
		return false
	}
	v, ok := cx.src.Object(ctx).(*types.Var)
	return ok && slices.ContainsFunc(cx.src.Variable(v).Stores, func(s source.Store) bool {
		made, ok := s.Rhs.(*ast.CallExpr)
		return ok && cx.src.CalleeName(made) == withContext
	})
}
