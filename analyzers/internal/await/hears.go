package await

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
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
	d := aw.src.Decl(fn)
	by = slices.Concat(aw.heardIn(d, d.Body, func(ast.Node) bool { return true }), aw.leads(fn))
	source.Tidy(&by)
	return by
}

// heardIn returns by what is waited for in the parts of body that include accepts; why is
// what is asked about, of which that is found out once. It is none while it is found out.
func (aw *Waits) heardIn(why ast.Node, body *ast.BlockStmt, include func(ast.Node) bool) []string {
	by, known := aw.heard[why]
	if known || body == nil {
		return by
	}
	aw.heard[why] = nil
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return called.InPlace(aw.src, n) != nil
		case *ast.GoStmt:
			return false
		case *ast.UnaryExpr:
			if n.Op == token.ARROW && include(n) {
				by = append(by, aw.heardAt(n.X)...)
			}
		case *ast.RangeStmt:
			if _, isChan := aw.src.Info.TypeOf(n.X).Underlying().(*types.Chan); isChan && include(n.X) {
				by = append(by, aw.heardAt(n.X)...)
			}
		case *ast.ReturnStmt:
			for _, r := range n.Results {
				if include(n) && isToldBy(aw.src.Info.TypeOf(r)) {
					by = append(by, aw.heardAt(r)...)
				}
			}
		case *ast.CallExpr:
			if include(n) {
				by = append(by, aw.heardCalling(n)...)
			}
		}
		return true
	})
	source.Tidy(&by)
	aw.heard[why] = by
	return by
}

// heardCalling returns by what a call waits.
func (aw *Waits) heardCalling(call *ast.CallExpr) []string {
	callee := aw.src.Callee(call)
	by := slices.Clone(aw.Endings.Hears(callee))
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && callee != nil && callee.Name() == "Wait" && isGroup(callee) {
		by = append(by, aw.heardAt(sel.X)...)
	}
	if d := aw.src.Decl(callee); d != nil {
		by = append(by, aw.heardIn(d, d.Body, func(ast.Node) bool { return true })...)
	}
	return by
}

// heardAt returns by what is heard who waits for e, or is given it to do so: with what those
// wait for who tell others by e, before they do.
// Have: go func() { jobs.Wait(); close(done) }()
func (aw *Waits) heardAt(e ast.Expr) (by []string) {
	by = aw.heardBy(e)
	id := identity.Of(aw.src, e)
	if id.Unknown {
		return by
	}
	by = append(by, aw.Sites(id)...)
	if ctx := aw.contextOf(e); ctx != nil {
		for _, cancel := range aw.CancelsOf(ctx) {
			by = append(by, aw.heardBefore(cancel)...)
		}
		return by
	}
	for o := range id.Held {
		v, ok := o.(*types.Var)
		if !ok || v.Pkg() != aw.src.Pkg {
			continue
		}
		for _, cur := range aw.src.Variable(v).Uses {
			if aw.UsedTo(cur) == notice.UsedToTell {
				by = append(by, aw.heardBefore(cur.Node())...)
			}
		}
	}
	return by
}

// heardBefore returns by what the function around n waits before n.
func (aw *Waits) heardBefore(n ast.Node) []string {
	cur, ok := aw.src.Find(n)
	in := aw.src.Function(n)
	if !ok || in == nil {
		return nil
	}
	told := n.Pos()
	for c := range cur.Enclosing((*ast.DeferStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		if _, deferred := c.Node().(*ast.DeferStmt); deferred {
			told = in.End()
		}
		break
	}
	return aw.heardIn(n, source.BodyOf(in), func(m ast.Node) bool { return m.End() <= told })
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

// HandedAt returns the call by which the function in which n runs, or the goroutine of n is
// begun, is handed to another package, and for which parameter; or nil.
func (aw *Waits) HandedAt(n ast.Node) (call *ast.CallExpr, param int) {
	cur, ok := called.Value(aw.src, aw.Frame(aw.beginner(n)))
	if !ok {
		return nil, 0
	}
	call, param = called.Handed(aw.src, cur)
	if call == nil || !aw.src.OfOwnModules(aw.src.Callee(call)) {
		return nil, 0
	}
	return call, param
}

// beginner returns the go statement that begins the goroutine in whose own flow n runs, or n
// if that runs in none.
func (aw *Waits) beginner(n ast.Node) ast.Node {
	if lit, isLit := aw.src.Function(n).(*ast.FuncLit); isLit && aw.src.GoOf(lit) != nil {
		return aw.src.GoOf(lit)
	}
	return n
}

// LeftHanded is LeftIn for n in a function that fn hands to another package, or leads to one
// that does, to be called later: in a goroutine, or n runs in one that is begun there.
// Have: g.Add(srv.Serve, func(error) { go srv.Shutdown(ctx) })
func (aw *Waits) LeftHanded(fn *types.Func, n ast.Node) (left bool, said []string) {
	call, param := aw.HandedAt(n)
	if call == nil {
		return false, nil
	}
	done := aw.DoneAfter(aw.src.Function(n), n)
	prompt := Prompt{Says: true}
	switch aside := aw.Endings.Aside(call, param); {
	case aside != nil && aside.Told || aside == nil && aw.beginner(n) == n && !aw.src.Goes(n):
		return false, nil // others may hear of it in another way, or it is waited for there
	case aside != nil:
		done.Add(aw.Given(call)) // what else is called there
		prompt.Said = aside.Said
		for _, site := range aside.Said {
			done.SaidBy(site)
		}
	}
	found, done := aw.until(fn, call, false, done, prompt)
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
