package notice

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about what one package says to another when its work is done.

// Outside reports whether others than fn and what it calls can see what done
// is: a field, a parameter of fn, a variable of the package, or something that fn
// hands on.
func (no *Notices) Outside(done identity.Identity, fn *types.Func) bool {
	said, all := no.Seen(done, fn)
	return !all || len(said) > 0
}

// Seen returns by which channels and groups others than fn and what it calls can see what
// done is, as far as all they can do is to wait: exported functions of this package return
// them, or wait for them, or those of other packages do. all is false when others may see it
// otherwise.
func (no *Notices) Seen(done identity.Identity, fn *types.Func) (said []string, all bool) {
	if done.Unknown {
		return nil, false
	}
	for o := range done.Held {
		v, ok := o.(*types.Var)
		if ok && no.offered(v) {
			if no.awaited(v) {
				said = append(said, no.site(v))
			}
			by, _ := no.heardInHanded(v)
			said = append(said, by...)
			continue
		}
		if !ok || !no.local(v) {
			return nil, false
		}
		if source.Named(v.Type()) == "context.Context" {
			continue // of the drain's own, which others do not wait for
		}
		l := leaving{no: no, fn: fn}
		by, known := no.heardInHanded(v)
		if !known || l.leaves(v, 0) {
			return nil, false
		}
		said = append(said, by...)
		if l.returned {
			said = append(said, no.site(v))
		}
	}
	said = slices.AppendSeq(said, maps.Keys(done.Said))
	source.Tidy(&said)
	return said, true
}

// local reports whether v is a variable of a function of this package.
func (no *Notices) local(v *types.Var) bool {
	return !v.IsField() && v.Pkg() == no.src.Pkg && v.Parent() != no.src.Pkg.Scope()
}

// Sites names the channels and groups of this package that id may be.
func (no *Notices) Sites(id identity.Identity) (names []string) {
	for o := range id.Held {
		if v, ok := o.(*types.Var); ok && v.Pkg() == no.src.Pkg && tellsByType(v) {
			names = append(names, no.site(v))
		}
	}
	return names
}

// site names v among the variables of all packages.
func (no *Notices) site(v *types.Var) string {
	p := no.src.Fset.Position(v.Pos())
	return fmt.Sprintf("%s:%s:%d:%d", no.src.Pkg.Path(), filepath.Base(p.Filename), p.Line, p.Column)
}

// tellsByType reports whether v is a channel, a group or a context.
func tellsByType(v *types.Var) bool {
	_, isChan := v.Type().Underlying().(*types.Chan)
	return isChan || source.Named(v.Type()) == "sync.WaitGroup" || source.Named(v.Type()) == "context.Context"
}

// offered reports whether v is a channel, group or context that this package keeps to itself,
// others than that by exported functions which return it to be received from, or wait for it,
// or go on then to tell others by what is offered so.
func (no *Notices) offered(v *types.Var) bool {
	if v.Exported() || v.Pkg() != no.src.Pkg || no.local(v) || !tellsByType(v) {
		return false
	}
	if no.asking[v] {
		return true
	}
	no.asking[v] = true
	defer delete(no.asking, v)
	happens := no.src.Variable(v)
	return len(happens.Derefs) == 0 && !slices.ContainsFunc(happens.Uses, func(use inspector.Cursor) bool {
		return no.UsedTo(use) == UsedOtherwise || waitsAt(use) && !no.passesOn(use.Node(), 0)
	})
}

// passesOn reports whether what waits at n does so for who calls an exported function, or
// tells others, once it goes on, by nothing but what is offered.
// Have: go func() { s.jobs.Wait(); close(s.done) }()
func (no *Notices) passesOn(n ast.Node, depth int) bool {
	in := no.src.Function(n)
	if in == nil || depth > 3 {
		return false
	}
	if d, isDecl := in.(*ast.FuncDecl); isDecl && d.Name.IsExported() {
		return true
	}
	fn := no.src.EnclosingFunc(n.Pos())
	if _, all := no.Seen(no.DoneAfter(in, n), fn); !all {
		return false
	}
	if lit, isLit := in.(*ast.FuncLit); isLit {
		return no.src.GoOf(lit) != nil
	}
	if no.handedAside(in) != nil {
		return true
	}
	calls, all := no.src.Calls(fn)
	return all && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return !no.passesOn(call, depth+1) })
}

// heardInHanded returns by what others may hear that functions have heard v which are handed
// to another package; known is false where they may hear of it otherwise.
// Have: g.Add(func() error { srv.Serve(l); <-drained; return nil }, stop)
func (no *Notices) heardInHanded(v *types.Var) (said []string, known bool) {
	for _, use := range no.src.Variable(v).Uses {
		if !waitsAt(use) {
			continue
		}
		in := no.src.Function(use.Node())
		if at, ok := called.Value(no.src, in); ok {
			if call, _ := called.Handed(no.src, at); call == nil || !no.src.OfOwnModules(no.src.Callee(call)) {
				continue
			}
			aside := no.handedAside(in)
			if aside == nil {
				return nil, false
			}
			said = append(said, aside.Said...)
		}
	}
	return said, true
}

// handedAside returns how another package has fn, of this one, called in a goroutine, if it is
// handed that and others can hear of its end by what is said alone; or nil.
func (no *Notices) handedAside(fn ast.Node) *ending.Aside {
	at, ok := called.Value(no.src, fn)
	if !ok {
		return nil
	}
	call, param := called.Handed(no.src, at)
	aside := no.ends.Aside(call, param)
	if aside == nil || aside.Told {
		return nil
	}
	return aside
}

// awaited reports whether anything is done in this package to wait for v, or to let others
// do so.
func (no *Notices) awaited(v *types.Var) bool {
	return slices.ContainsFunc(no.src.Variable(v).Uses, func(use inspector.Cursor) bool {
		at := use
		if at.ParentEdgeKind() == edge.SelectorExpr_Sel {
			at = at.Parent()
		}
		return waitsAt(use) || ended(at).ParentEdgeKind() == edge.ReturnStmt_Results
	})
}

// waitsAt reports whether somebody waits for the channel or group at cur there.
func waitsAt(cur inspector.Cursor) bool {
	sel := MethodAt(cur)
	return Receives(cur) || sel != nil && sel.Sel.Name == "Wait"
}

// Beyond reports whether others than the function top can see what done is: it is
// held outside of top, but for a context.
func (no *Notices) Beyond(done identity.Identity, top ast.Node) bool {
	for o := range done.Held {
		if source.Named(o.Type()) != "context.Context" && (o.Pos() < top.Pos() || top.End() <= o.Pos()) {
			return true
		}
	}
	return done.Open()
}

// leaving looks for the ways by which others than fn and what it calls may get hold of a
// channel or group.
type leaving struct {
	no       *Notices
	fn       *types.Func
	returned bool // fn returns it, to be received from
}

// leaves reports whether others may get hold of v in another way than that fn returns it.
func (l *leaving) leaves(v *types.Var, depth int) bool {
	happens := l.no.src.Variable(v)
	if p := happens.Param; depth > 4 || p != nil && p.Fn == l.fn {
		return true
	}
	return slices.ContainsFunc(happens.Uses, func(cur inspector.Cursor) bool {
		_, i := cur.ParentEdge()
		switch kind := cur.ParentEdgeKind(); kind {
		case edge.SelectorExpr_X:
			return cur.Parent().ParentEdgeKind() != edge.CallExpr_Fun // wg.Wait, for others to call
		case edge.SendStmt_Chan, edge.AssignStmt_Lhs, edge.ValueSpec_Names, edge.RangeStmt_X, edge.Field_Names:
			return false
		case edge.UnaryExpr_X:
			return cur.Parent().Node().(*ast.UnaryExpr).Op != token.ARROW
		case edge.CallExpr_Args:
			return l.leavesBy(cur.Parent().Node().(*ast.CallExpr), i, depth)
		case edge.ReturnStmt_Results:
			return l.leavesFrom(cur, depth)
		}
		return true
	})
}

// leavesBy is leaves for what call has as its i-th argument.
func (l *leaving) leavesBy(call *ast.CallExpr, i, depth int) bool {
	no := l.no
	if tv := no.src.Info.Types[call.Fun]; tv.IsBuiltin() {
		return false // close, len
	}
	callee := no.src.Callee(call)
	if ch, ok := paramType(callee, i).(*types.Chan); ok && ch.Dir() == types.SendOnly {
		return false // nobody can wait for it: signal.Notify
	}
	if no.src.Decl(callee) == nil || callee.Signature().Variadic() || i >= callee.Signature().Params().Len() {
		return true
	}
	return l.leaves(callee.Signature().Params().At(i), depth+1)
}

// paramType returns the underlying type of the i-th parameter of fn, or nil.
func paramType(fn *types.Func, i int) types.Type {
	if fn == nil || i >= fn.Signature().Params().Len() {
		return nil
	}
	return fn.Signature().Params().At(i).Type().Underlying()
}

// leavesFrom is leaves for what is returned at cur.
func (l *leaving) leavesFrom(cur inspector.Cursor, depth int) bool {
	no, fn := l.no, l.fn
	d, ok := no.src.Function(cur.Node()).(*ast.FuncDecl)
	if !ok {
		return true
	}
	f, _ := no.src.Info.Defs[d.Name].(*types.Func)
	if f == fn && no.returnsReceiver(cur) {
		l.returned = true
		return false
	}
	calls, all := called.In(no.src, f, fn)
	return !all || f == fn || slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		at, ok := no.src.Find(call)
		if !ok {
			return true
		}
		switch n := at.Parent().Node().(type) {
		case *ast.UnaryExpr:
			return n.Op != token.ARROW
		case *ast.AssignStmt:
			_, i := cur.ParentEdge()
			if len(n.Rhs) != 1 || i >= len(n.Lhs) {
				return true
			}
			id, _ := n.Lhs[i].(*ast.Ident)
			v, isVar := no.src.Info.ObjectOf(id).(*types.Var)
			return !isVar || v.Parent() == no.src.Pkg.Scope() || l.leaves(v, depth+1)
		}
		return true
	})
}

// Given returns what the library whose function call calls may tell something
// through: functions and channels that it is given, in that call or in others
// that are about the end. Where a package of the program calls the library, those
// of other libraries count, too.
func (no *Notices) Given(call *ast.CallExpr) identity.Identity {
	var id identity.Identity
	fn := no.src.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		id.Unknown = true
		return id
	}
	no.givenIn(call, &id)
	ours := no.src.Ours(fn.Pkg())
	for _, c := range no.src.CallsTo(func(f *types.Func) bool {
		if f.Pkg() == fn.Pkg() {
			return ours || ending.AboutEnd(f.Name())
		}
		return ours && f.Pkg() != nil && f.Pkg() != no.src.Pkg && !source.IsStd(f.Pkg().Path()) && ending.AboutEnd(f.Name())
	}) {
		no.givenIn(c, &id)
	}
	return id
}

// GivenTo returns what the arguments of call may be used to tell.
func (no *Notices) GivenTo(call *ast.CallExpr) (id identity.Identity) {
	no.givenIn(call, &id)
	return id
}

// givenIn adds to id what the arguments of call may be used to tell.
func (no *Notices) givenIn(call *ast.CallExpr, id *identity.Identity) {
	for i, a := range call.Args {
		if OnlyHears(no.src.Callee(call), i) {
			continue
		}
		if b := no.BodyOf(a); b != nil {
			no.Says(b, id, func(ast.Node) bool { return true })
			continue
		}
		ast.Inspect(a, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				no.Says(n.Body, id, func(ast.Node) bool { return true })
				return false
			case ast.Expr:
				if t := no.src.Info.TypeOf(n); t != nil && no.src.Object(n) != nil {
					if _, isChan := t.Underlying().(*types.Chan); isChan || no.tells(n) && !isFunc(t) {
						id.Add(identity.Of(no.src, n))
					}
				}
			}
			return true
		})
	}
}

// OnlyHears reports whether the i-th parameter of fn is a channel that it can only
// receive from: nobody tells anything through that.
func OnlyHears(fn *types.Func, i int) bool {
	ch, ok := paramType(fn, i).(*types.Chan)
	return ok && ch.Dir() == types.RecvOnly
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// BodyOf returns the body of the function of this package that e is or names, or
// nil.
func (no *Notices) BodyOf(e ast.Expr) *ast.BlockStmt {
	if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
		return lit.Body
	}
	if fn, ok := no.src.Info.Uses[source.NameOf(e)].(*types.Func); ok {
		if d := no.src.Decl(fn); d != nil {
			return d.Body
		}
	}
	return nil
}

// Tells returns the channel by which the goroutine that n runs in says that it is
// done with n, or nil if that is not the only thing by which it does. It is a
// variable of the function that starts the goroutine.
func (no *Notices) Tells(n ast.Node) *types.Var {
	lit, ok := no.src.Function(n).(*ast.FuncLit)
	if !ok {
		return nil
	}
	start := no.src.GoOf(lit)
	if start == nil {
		return nil
	}
	outer := no.src.Function(start)
	done := no.DoneAfter(lit, n)
	var by *types.Var
	for o := range done.Held {
		v, ok := o.(*types.Var)
		switch {
		case ok && source.Named(v.Type()) == "context.Context":
			continue // of the drain's own
		case !ok || by != nil || v.Pos() < outer.Pos() || start.Pos() < v.Pos():
			return nil
		}
		by = v
	}
	if done.Open() || by == nil {
		return nil
	}
	if _, isChan := by.Type().Underlying().(*types.Chan); !isChan {
		return nil
	}
	return by
}

// Discreet reports whether fn, of this package, tells nobody outside of it that something
// is done: all that it closes, sends on or cancels it has made itself, and keeps. What it
// returns is at most an error: who asks for more is not about to end.
func (no *Notices) Discreet(fn *types.Func) bool {
	if !source.NoneOrError(fn.Signature().Results()) {
		return false
	}
	d := no.src.Decl(fn)
	told := no.TellsAll(d.Body)
	for o := range told.Held {
		if o.Pos() < d.Body.Pos() || d.Body.End() <= o.Pos() {
			return false
		}
	}
	return !told.Open()
}

// TellsNobody reports whether done says that nobody is told: contexts apart, which end
// before the work does.
func TellsNobody(done identity.Identity) bool { return OnlySaid(done) && len(done.Said) == 0 }

// OnlySaid reports whether done says that nobody is told but by channels and groups of other
// packages, which are known by their names.
func OnlySaid(done identity.Identity) bool {
	for o := range done.Held {
		if source.Named(o.Type()) != "context.Context" {
			return false
		}
	}
	return !done.Open()
}
