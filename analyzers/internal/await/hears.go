package await

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about channels and groups by which one package tells another that its work
// is done: the one does not see them, and knows them by the functions of the other that
// return them, or wait for them. They are named by the places where they are declared.
// Have: api.Start(ctx); <-ctx.Done(); <-api.Drained()

// hears returns the channels and groups of this package that fn returns, or waits for, and
// those of others for which it does so by calling what does.
func (aw *Waits) hears(fn *types.Func) (by []string) {
	d := aw.src.Decl(fn)
	note := func(e ast.Expr) {
		if id := identity.Of(aw.src, e); !id.Unknown {
			by = append(by, aw.Sites(id)...)
		}
		by = append(by, aw.heardBy(e)...)
	}
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				note(n.X)
			}
		case *ast.RangeStmt:
			if _, isChan := aw.src.Info.TypeOf(n.X).Underlying().(*types.Chan); isChan {
				note(n.X)
			}
		case *ast.ReturnStmt:
			for _, r := range n.Results {
				if _, isChan := aw.src.Info.TypeOf(r).Underlying().(*types.Chan); isChan {
					note(r)
				}
			}
		case *ast.CallExpr:
			callee := aw.src.Callee(n)
			if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok && callee != nil && callee.Name() == "Wait" && isGroup(callee) {
				note(sel.X)
			}
			by = append(by, aw.Endings.Hears(callee)...)
		}
		return true
	})
	source.Tidy(&by)
	return by
}

// heardBy returns the channels of other packages that e may be: it is, or holds, what one
// of their functions returns.
func (aw *Waits) heardBy(e ast.Expr) []string {
	call := aw.madeBy(e)
	if call == nil {
		return nil
	}
	return aw.Endings.Hears(aw.src.Callee(call))
}

// LeftIn reports whether fn returns before n has ended, which it leads to, and nobody can
// wait for that but by the channels and groups said.
func (aw *Waits) LeftIn(fn *types.Func, n ast.Node, prompt Prompt) (left bool, said []string) {
	found, done := aw.until(fn, n, true, identity.Identity{}, prompt)
	if found != Abandoned {
		return false, nil
	}
	said, all := aw.Seen(done, fn)
	if !all || len(said) > 0 && (waiter{aw: aw, prompt: prompt}).anew().sentAtOnce(done) {
		return false, nil
	}
	return true, said
}

// saidThere reports whether one of the channels and groups by is what the work is told by, of
// which done tells, or that in another package.
func (w waiter) saidThere(by []string, done identity.Identity) bool {
	return slices.ContainsFunc(by, func(one string) bool { return done.Said[one] || slices.Contains(w.prompt.Said, one) })
}
