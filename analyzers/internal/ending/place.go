package ending

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
func (en *Endings) Hook(fn ast.Node) string {
	cur, ok := called.Value(en.src, fn)
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
	lit, ok := cur.Parent().Parent().Node().(*ast.CompositeLit)
	if !ok {
		return ""
	}
	t := en.src.Info.TypeOf(lit)
	if n := source.NamedOf(t); en.ev.TypeRow(t, catalog.Owner) != nil || n != nil && en.src.Ours(n.Obj().Pkg()) {
		return key.Name
	}
	return ""
}

// Handler returns where fn, a declaration or literal, is registered or handed on as
// what answers requests; it runs beside all that comes after that.
func (en *Endings) Handler(fn ast.Node) (ast.Node, bool) {
	cur, ok := called.Value(en.src, fn)
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

// StartsOrStops reports whether a method of this name starts or stops what has it, a
// server perhaps.
func StartsOrStops(name string) bool {
	switch name {
	case "Shutdown", "Close", "Stop", "GracefulStop", "ShutdownWithContext", "Start", "Run", "Serve":
		return true
	}
	return false
}
