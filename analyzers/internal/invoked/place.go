package invoked

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about functions that are called otherwise than by their names: for
// each request, or as the hook of a lifecycle.

// The hooks of a lifecycle library, as the fields are called that hold them.
const (
	OnStart = "OnStart" // called when the program starts
	OnStop  = "OnStop"  // and when it is to stop: it goes on when that returns
)

// Hook tells which hook of a lifecycle library, or of the program's own, fn is, a
// declaration or literal, or "".
func (iv *Invocations) Hook(fn ast.Node) string {
	cur, ok := called.Value(iv.src, fn)
	if !ok {
		return ""
	}
	return iv.HookIn(cur)
}

// InHook tells in which hook n runs, be it in a goroutine that this starts, or "".
func (iv *Invocations) InHook(n ast.Node) string {
	cur, ok := iv.src.Find(n)
	if !ok {
		return ""
	}
	for c := range cur.Enclosing((*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		if hook := iv.Hook(c.Node()); hook != "" {
			return hook
		}
	}
	return ""
}

// HookIn is Hook for the function that is the value at cur.
// Have: lc.Append(fx.Hook{OnStart: func(ctx context.Context) error { … }})
func (iv *Invocations) HookIn(cur inspector.Cursor) string {
	kv, ok := cur.Parent().Node().(*ast.KeyValueExpr)
	if !ok {
		return ""
	}
	key, ok := kv.Key.(*ast.Ident)
	if !ok || key.Name != OnStart && key.Name != OnStop {
		return ""
	}
	lit, ok := cur.Parent().Parent().Node().(*ast.CompositeLit)
	if !ok {
		return ""
	}
	t := iv.src.Info.TypeOf(lit)
	if n := source.NamedOf(t); iv.ev.TypeRow(t, catalog.Owner) != nil || n != nil && iv.src.Ours(n.Obj().Pkg()) {
		return key.Name
	}
	return ""
}

// Handler returns where fn, a declaration or literal, is registered or handed on as
// what answers requests; it runs beside all that comes after that.
func (iv *Invocations) Handler(fn ast.Node) (ast.Node, bool) {
	cur, ok := called.Value(iv.src, fn)
	if !ok {
		return nil, false
	}
	e, isExpr := cur.Node().(ast.Expr)
	if !isExpr || source.CallOf(cur) != nil {
		return nil, false
	}
	sig, isFunc := iv.src.Info.TypeOf(e).Underlying().(*types.Signature)
	return cur.Parent().Node(), isFunc && iv.answers(sig)
}

// answers reports whether a function of this type answers requests: it is told of
// one.
func (iv *Invocations) answers(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if iv.ev.TypeRow(v.Type(), catalog.Request) != nil {
			return true
		}
	}
	return false
}

// Answers reports whether t is a function that answers requests, or one that puts
// something around those: what it tells others is not that its maker ends.
// Have: func(next echo.HandlerFunc) echo.HandlerFunc
func (iv *Invocations) Answers(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 {
		return false
	}
	first := sig.Params().At(0).Type()
	if inner, ok := first.Underlying().(*types.Signature); ok && iv.answers(inner) {
		return true
	}
	return iv.answers(sig) || source.Named(first) == "net/http.Handler"
}

// PerRequest reports whether n is done for each request or connection: a function
// around it answers requests or accepts connections, or one that calls it does.
func (iv *Invocations) PerRequest(n ast.Node) bool { return iv.perRequest(n, 0) }

func (iv *Invocations) perRequest(n ast.Node, depth int) bool {
	for fn := iv.src.Function(n); fn != nil && depth < 4; fn = iv.src.Function(n) {
		switch f := fn.(type) {
		case *ast.FuncLit:
			if sig, ok := iv.src.Info.TypeOf(f).(*types.Signature); ok && iv.answers(sig) {
				return true
			}
			cur, ok := iv.src.Find(f)
			if !ok {
				return false
			}
			n = cur.Parent().Node()
		case *ast.FuncDecl:
			decl, ok := iv.src.Info.Defs[f.Name].(*types.Func)
			if !ok || iv.answers(decl.Signature()) || f.Recv != nil && f.Name.Name == "Accept" {
				return ok
			}
			calls, _ := iv.src.Calls(decl)
			return slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return iv.perRequest(call, depth+1) })
		default:
			return false
		}
	}
	return false
}
