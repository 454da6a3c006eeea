package signals

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// behind calls yield for what is done once something has come out of e, which is
// a channel, a context or a call that makes one of them, or returns when it has
// come: for the statements behind each wait for it, and for what is deferred
// around these. It ends when yield returns false.
func (si *Signals) behind(e ast.Expr, yield func(n ast.Node, deferred bool) bool) {
	b := &behind{Signals: si, yield: yield, seen: make(map[ast.Node]bool)}
	if v, ok := si.src.Object(e).(*types.Var); ok {
		b.variable(v, 0)
		return
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return
	}
	b.result(call, 0)
}

// behind is one search.
type behind struct {
	*Signals
	yield func(ast.Node, bool) bool
	seen  map[ast.Node]bool
	over  bool
}

// result looks at what is waited for by what call returns.
func (b *behind) result(call *ast.CallExpr, depth int) {
	cur, ok := b.src.Find(call)
	if !ok || b.over {
		return
	}
	switch n := cur.Parent().Node().(type) {
	case *ast.AssignStmt:
		for _, lhs := range n.Lhs {
			v, ok := b.src.Object(lhs).(*types.Var)
			if !ok {
				continue
			}
			if _, isChan := v.Type().Underlying().(*types.Chan); isChan || source.Named(v.Type()) == "context.Context" {
				b.variable(v, depth+1)
				return
			}
		}
		b.after(cur, 0)
	case *ast.GoStmt, *ast.DeferStmt:
	default:
		b.after(cur, 0)
	}
}

// variable looks for those who wait for v.
func (b *behind) variable(v *types.Var, depth int) {
	if depth > 4 || b.over {
		return
	}
	for _, cur := range b.src.Variable(v).Uses {
		if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
			cur = cur.Parent()
		}
		kind, i := cur.ParentEdge()
		switch kind {
		case edge.UnaryExpr_X:
			if cur.Parent().Node().(*ast.UnaryExpr).Op == token.ARROW {
				b.after(cur.Parent(), 0)
			}
		case edge.RangeStmt_X:
			b.after(cur, 0)
		case edge.SelectorExpr_X:
			call := source.CallOf(cur.Parent())
			if call == nil || cur.Parent().Node().(*ast.SelectorExpr).Sel.Name != "Done" {
				continue
			}
			if at := cur.Parent().Parent(); at.ParentEdgeKind() == edge.UnaryExpr_X {
				b.after(at.Parent(), 0)
			}
		case edge.CallExpr_Args:
			call := cur.Parent().Node().(*ast.CallExpr)
			fn := b.src.Callee(call)
			if d := b.src.Decl(fn); d != nil && i < fn.Signature().Params().Len() && !fn.Signature().Variadic() {
				b.variable(fn.Signature().Params().At(i), depth+1)
			} else if flow.Derivations[b.src.CalleeName(call)] != "" {
				b.result(call, depth+1)
			}
		}
	}
}

// after looks at what is done after the wait at cur, in the goroutine that waits.
func (b *behind) after(cur inspector.Cursor, depth int) {
	if depth > 4 || b.seen[cur.Node()] {
		return
	}
	b.seen[cur.Node()] = true
	for c := cur; !b.over; c = c.Parent() {
		kind, i := c.ParentEdge()
		switch p := c.Parent().Node().(type) {
		case *ast.BlockStmt:
			b.all(p.List[i+1:])
		case *ast.CaseClause:
			if kind == edge.CaseClause_Body {
				b.all(p.Body[i+1:])
			}
		case *ast.CommClause:
			if kind == edge.CommClause_Comm {
				b.all(p.Body)
			} else {
				b.all(p.Body[i+1:])
			}
		case *ast.RangeStmt:
			if kind == edge.RangeStmt_X {
				b.all(p.Body.List)
			}
		case *ast.IfStmt:
			if kind != edge.IfStmt_Body && kind != edge.IfStmt_Else {
				b.all(p.Body.List)
			}
		case *ast.FuncLit:
			b.deferred(p.Body)
			if c.Parent().ParentEdgeKind() != edge.CallExpr_Fun || b.src.IsGo(c.Parent().Parent().Node().(*ast.CallExpr)) {
				return
			}
		case *ast.FuncDecl:
			b.deferred(p.Body)
			if call := b.src.OnlyCall(p.Body); call != nil && !b.src.IsGo(call) {
				if at, ok := b.src.Find(call); ok {
					b.after(at, depth+1)
				}
			}
			return
		case *ast.File, nil:
			return
		}
	}
}

func (b *behind) all(list []ast.Stmt) {
	for _, s := range list {
		if _, ok := s.(*ast.DeferStmt); !ok && !b.over {
			b.over = !b.yield(s, false)
		}
	}
}

// deferred looks at what is deferred in body.
func (b *behind) deferred(body *ast.BlockStmt) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			if !b.over {
				b.over = !b.yield(n, true)
			}
			return false
		}
		return true
	})
}

// cancelOf returns the function that made the context which the function in v
// cancels, if that is what v holds.
func (si *Signals) cancelOf(v *types.Var) (maker string, ok bool) {
	if t := source.Named(v.Type()); t != "context.CancelFunc" && t != "context.CancelCauseFunc" {
		return "", false
	}
	for link := range si.waits.Held(v) {
		if link.Made != nil {
			return si.src.CalleeName(link.Made), true
		}
	}
	return "", true
}

// TellsOf reports whether e is a context that ends when the program is told to stop,
// and not before: it was made for that, or all that cancel it, but for what is
// deferred, do so after they have waited for that.
func (si *Signals) TellsOf(e ast.Expr) bool {
	if source.Named(si.src.Info.TypeOf(e)) != "context.Context" {
		return false
	}
	for link := range si.waits.Line(e) {
		switch {
		case link.Made == nil:
		case si.Ends(link.Made):
			return true
		case si.src.CalleeName(link.Made) == "context.WithCancel" && si.cancelledBehind(link.Made):
			return true
		}
	}
	return false
}

// tellsAtOnce is TellsOf for a context that ends before anything else is done for that.
func (si *Signals) tellsAtOnce(e ast.Expr) bool {
	if !si.TellsOf(e) {
		return false
	}
	for link := range si.waits.Line(e) {
		if link.Made != nil && si.EndsAtOnce(link.Made) {
			return true
		}
	}
	cancels := si.waits.CancelsOf(e)
	return len(cancels) > 0 && !slices.ContainsFunc(cancels, func(cancel *ast.CallExpr) bool {
		in := source.BodyOf(si.src.Function(cancel))
		return si.first(in.List, func(call *ast.CallExpr) bool { return call == cancel }, none) == nil
	})
}

// cancelledBehind reports whether the function that made, a call of
// context.WithCancel, gives is called somewhere, and only behind a wait for the
// program to be told to stop, or deferred.
func (si *Signals) cancelledBehind(made *ast.CallExpr) bool {
	v := si.cancelBeside(made)
	if v == nil || len(si.src.Variable(v).Given()) != 1 || v.IsField() && v.Exported() {
		return false
	}
	called := false
	for _, cur := range si.src.Variable(v).Uses {
		use, isCall := source.UseOf(cur)
		switch {
		case notice.IsStored(use):
			continue
		case !isCall:
			return false
		}
		if _, deferred := use.Parent().Node().(*ast.DeferStmt); deferred && si.src.Function(use.Node()) == si.src.Function(made) {
			continue
		}
		if !si.AtSignal(use.Node()) {
			return false
		}
		called = true
	}
	return called
}
