package await

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about channels and groups by which one package tells another that its work
// is done: the one does not see them, and knows them by the functions of the other that
// return them, or wait for them. They are named by the places where they are declared.
// Have: api.Start(ctx); <-ctx.Done(); <-api.Drained()

// hears returns the channels and groups of this package that fn returns, or waits for, and
// those of others for which it does so by calling what does; also those for which somebody
// waits before he tells others by one of these.
func (aw *Waits) hears(fn *types.Func) (by []string) {
	h := hearing{aw: aw, seen: make(map[ast.Node]bool)}
	body := aw.src.Decl(fn).Body
	h.in(body, body, func(ast.Node) bool { return true })
	by = append(h.by, aw.leads(fn)...)
	source.Tidy(&by)
	return by
}

// hearing gathers what is waited for.
type hearing struct {
	aw   *Waits
	seen map[ast.Node]bool // why bodies were gone through
	by   []string
}

// note notes that e is waited for, or returned for others to do so.
func (h *hearing) note(e ast.Expr) {
	if id := identity.Of(h.aw.src, e); !id.Unknown {
		h.by = append(h.by, h.aw.Sites(id)...)
		h.before(e, id)
	}
	h.by = append(h.by, h.aw.heardBy(e)...)
}

// before notes what those wait for who tell others by e, before they do.
// Have: go func() { jobs.Wait(); close(done) }()
func (h *hearing) before(e ast.Expr, id identity.Identity) {
	if ctx := h.aw.contextOf(e); ctx != nil {
		for _, cancel := range h.aw.CancelsOf(ctx) {
			h.until(cancel)
		}
		return
	}
	for o := range id.Held {
		v, ok := o.(*types.Var)
		if !ok || v.Pkg() != h.aw.src.Pkg {
			continue
		}
		for _, cur := range h.aw.src.Variable(v).Uses {
			if h.aw.UsedTo(cur) == notice.UsedToTell {
				h.until(cur.Node())
			}
		}
	}
}

// until notes what the function around n waits for before n.
func (h *hearing) until(n ast.Node) {
	cur, ok := h.aw.src.Find(n)
	in := h.aw.src.Function(n)
	if !ok || in == nil {
		return
	}
	told := n.Pos()
	for c := range cur.Enclosing((*ast.DeferStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		if _, deferred := c.Node().(*ast.DeferStmt); deferred {
			told = in.End()
		}
		break
	}
	h.in(n, source.BodyOf(in), func(m ast.Node) bool { return m.End() <= told })
}

// in notes what is waited for in the parts of body that include accepts, once for each why.
func (h *hearing) in(why ast.Node, body *ast.BlockStmt, include func(ast.Node) bool) {
	if body == nil || h.seen[why] {
		return
	}
	h.seen[why] = true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.UnaryExpr:
			if n.Op == token.ARROW && include(n) {
				h.note(n.X)
			}
		case *ast.RangeStmt:
			if _, isChan := h.aw.src.Info.TypeOf(n.X).Underlying().(*types.Chan); isChan && include(n.X) {
				h.note(n.X)
			}
		case *ast.ReturnStmt:
			for _, r := range n.Results {
				if include(n) && isToldBy(h.aw.src.Info.TypeOf(r)) {
					h.note(r)
				}
			}
		case *ast.CallExpr:
			if include(n) {
				h.call(n)
			}
		}
		return true
	})
}

// call notes what a call waits for.
func (h *hearing) call(call *ast.CallExpr) {
	callee := h.aw.src.Callee(call)
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && callee != nil && callee.Name() == "Wait" && isGroup(callee) {
		h.note(sel.X)
	}
	h.by = append(h.by, h.aw.Endings.Hears(callee)...)
	if d := h.aw.src.Decl(callee); d != nil {
		h.in(d, d.Body, func(ast.Node) bool { return true })
	}
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
	return aw.left(fn, found, done, prompt)
}

// LeftBeside is LeftIn for n in a function that is handed to another package, which has it
// called in a goroutine some time while start goes on, to which fn leads.
// Have: closer.Add(s.stop), in New; s.http.ListenAndServe(), in Run
func (aw *Waits) LeftBeside(fn *types.Func, start, n ast.Node, prompt Prompt) (left bool, said []string) {
	in := aw.Frame(n)
	cur, ok := aw.src.Find(in)
	if !ok {
		return false, nil
	}
	done := aw.DoneAfter(in, n)
	if _, aside := aw.handedAside(cur, &done); !aside {
		return false, nil
	}
	found, done := aw.until(fn, start, false, done, prompt)
	return aw.left(fn, found, done, prompt)
}

// left tells whether what was found of some work that tells of its end by done means that fn
// returns before, and that nobody can wait for it but by the channels and groups said.
func (aw *Waits) left(fn *types.Func, found Waited, done identity.Identity, prompt Prompt) (left bool, said []string) {
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
