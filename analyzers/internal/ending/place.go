package ending

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about functions that are called otherwise than by their names: for
// each request, or as the command that a line of words names.

// Command tells whether fn, a declaration or literal, is what a command of a
// command-line library does, and returns the one call of this package that runs
// commands of that library, if there is one: when the command is done, so is that.
func (en *Endings) Command(fn ast.Node) (run *ast.CallExpr, ok bool) {
	cur, found := en.named(fn)
	if !found {
		return nil, false
	}
	work := en.workIn(cur)
	if work == nil || en.worksOn() {
		return nil, false
	}
	calls := en.src.CallsTo(func(f *types.Func) bool {
		r := en.ev.Row(f, catalog.Work)
		return r != nil && r.Op == "run" && r.Package == work.Package
	})
	if len(calls) != 1 {
		return nil, true
	}
	return calls[0], true
}

// worksOn reports whether commands of this package do something when their work is
// done: they may wait for it.
func (en *Endings) worksOn() bool {
	return len(en.src.Mentions(func(o types.Object) bool {
		v, ok := o.(*types.Var)
		return ok && v.IsField() && v.Pkg() != nil && v.Pkg() != en.src.Pkg && (strings.HasSuffix(strings.TrimSuffix(v.Name(), "E"), "PostRun") || v.Name() == "After")
	})) > 0
}

// named returns where fn stands as a value, when nothing calls it by its name and
// it stands in one place.
func (en *Endings) named(fn ast.Node) (inspector.Cursor, bool) {
	switch fn := fn.(type) {
	case *ast.FuncLit:
		return en.src.Find(fn)
	case *ast.FuncDecl:
		f, ok := en.src.Info.Defs[fn.Name].(*types.Func)
		if !ok {
			break
		}
		calls, _ := en.src.Calls(f)
		mentions := en.src.MentionsOf(f)
		if len(calls) > 0 || len(mentions) != 1 {
			break
		}
		at := mentions[0]
		if at.ParentEdgeKind() == edge.SelectorExpr_Sel {
			at = at.Parent()
		}
		return at, true
	}
	return inspector.Cursor{}, false
}

// workIn returns the row for the field that the expression at cur is the value of, in
// a composite literal or an assignment, when that is what a command does; else nil.
func (en *Endings) workIn(cur inspector.Cursor) *catalog.Row {
	switch n := cur.Parent().Node().(type) {
	case *ast.KeyValueExpr:
		key, isKey := n.Key.(*ast.Ident)
		lit, isLit := cur.Parent().Parent().Node().(*ast.CompositeLit)
		if isKey && isLit && n.Value == cur.Node() {
			return en.ev.FieldRow(en.src.Info.TypeOf(lit), key.Name, catalog.Work)
		}
	case *ast.AssignStmt:
		if len(n.Lhs) != 1 || n.Rhs[0] != cur.Node() {
			break
		}
		if sel, ok := ast.Unparen(n.Lhs[0]).(*ast.SelectorExpr); ok {
			return en.ev.FieldRow(en.src.Info.TypeOf(sel.X), sel.Sel.Name, catalog.Work)
		}
	}
	return nil
}

// The hooks of a lifecycle library, as the fields are called that hold them.
const (
	OnStart = "OnStart" // called when the program starts
	OnStop  = "OnStop"  // and when it is to stop: it goes on when that returns
)

// Hook tells which hook of a lifecycle library fn, a declaration or literal, is, or "".
func (en *Endings) Hook(fn ast.Node) string {
	cur, ok := en.named(fn)
	if !ok {
		return ""
	}
	return en.HookIn(cur)
}

// InHook tells in which hook n runs, be it in a goroutine that this starts, or "".
func (en *Endings) InHook(n ast.Node) string {
	cur, ok := en.src.Find(n)
	if !ok {
		return ""
	}
	for c := range cur.Enclosing((*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		if hook := en.Hook(c.Node()); hook != "" {
			return hook
		}
	}
	return ""
}

// HookIn is Hook for the function that is the value at cur.
// Have: lc.Append(fx.Hook{OnStart: func(ctx context.Context) error { … }})
func (en *Endings) HookIn(cur inspector.Cursor) string {
	kv, ok := cur.Parent().Node().(*ast.KeyValueExpr)
	if !ok {
		return ""
	}
	key, ok := kv.Key.(*ast.Ident)
	if !ok || key.Name != OnStart && key.Name != OnStop {
		return ""
	}
	if lit, ok := cur.Parent().Parent().Node().(*ast.CompositeLit); ok && en.ev.TypeRow(en.src.Info.TypeOf(lit), catalog.Owner) != nil {
		return key.Name
	}
	return ""
}

// Handler returns where fn, a declaration or literal, is registered or handed on as
// what answers requests; it runs beside all that comes after that.
func (en *Endings) Handler(fn ast.Node) (ast.Node, bool) {
	cur, ok := en.named(fn)
	if !ok {
		return nil, false
	}
	e, isExpr := cur.Node().(ast.Expr)
	if !isExpr || source.CallOf(cur) != nil {
		return nil, false
	}
	sig, isFunc := en.src.Info.TypeOf(e).Underlying().(*types.Signature)
	return cur.Parent().Node(), isFunc && en.answers(sig)
}

// answers reports whether a function of this type answers requests: it is told of
// one.
func (en *Endings) answers(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if en.ev.TypeRow(v.Type(), catalog.Request) != nil {
			return true
		}
	}
	return false
}

// Answers reports whether t is a function that answers requests, or one that puts
// something around those: what it tells others is not that its maker ends.
func (en *Endings) Answers(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 {
		return false
	}
	first := source.Named(sig.Params().At(0).Type())
	return en.answers(sig) || first == "net/http.Handler" || first == "net/http.HandlerFunc"
}

// PerRequest reports whether n is done for each request or connection: a function
// around it answers requests or accepts connections, or one that calls it does.
func (en *Endings) PerRequest(n ast.Node) bool { return en.perRequest(n, 0) }

func (en *Endings) perRequest(n ast.Node, depth int) bool {
	for fn := en.src.Function(n); fn != nil && depth < 4; fn = en.src.Function(n) {
		switch f := fn.(type) {
		case *ast.FuncLit:
			if sig, ok := en.src.Info.TypeOf(f).(*types.Signature); ok && en.answers(sig) {
				return true
			}
			cur, ok := en.src.Find(f)
			if !ok {
				return false
			}
			n = cur.Parent().Node()
		case *ast.FuncDecl:
			decl, ok := en.src.Info.Defs[f.Name].(*types.Func)
			if !ok || en.answers(decl.Signature()) || f.Recv != nil && f.Name.Name == "Accept" {
				return ok
			}
			calls, _ := en.src.Calls(decl)
			return slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return en.perRequest(call, depth+1) })
		default:
			return false
		}
	}
	return false
}
