package drains

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// asksContext are the servers whose graceful stop asks its context whether it has ended as
// soon as it has to wait for a request, and not before: it panics then when there is none, and
// seems to work as long as it has nothing to wait for.
//
//	net/http: for { if s.closeIdleConns() { return lnerr }; select { case <-ctx.Done(): …
//	fasthttp: for { …; if s.open.Load() == 0 { return lnerr }; select { case <-ctx.Done(): …
//	echo gives the context to net/http's server, fiber to fasthttp's
var asksContext = []string{
	"net/http.Server",
	"github.com/labstack/echo/v4.Echo",
	"github.com/valyala/fasthttp.Server",
	"github.com/gofiber/fiber/v2.App",
	"github.com/gofiber/fiber/v3.App",
}

// Contextless returns where s is given nil for a context that it asks while it waits for
// requests: the call itself, or what calls of the function around it give that for it.
// Have: srv.Shutdown(nil); func stop(ctx context.Context) { srv.Shutdown(ctx) }; stop(nil)
func (d *Draining) Contextless(s *server.Stop) (at []ast.Expr) {
	if s.Context == nil || !slices.Contains(asksContext, s.Type()) {
		return nil
	}
	if d.isNil(s.Context, 0) {
		return []ast.Expr{s.Call}
	}
	v, ok := d.src.Object(s.Context).(*types.Var)
	fn := d.src.EnclosingFunc(s.Pos())
	if !ok || fn == nil || !d.unchanged(v) {
		return nil
	}
	i := source.ParamIndex(fn, v)
	calls, _ := d.src.Calls(fn)
	for _, call := range calls {
		if 0 <= i && i < len(call.Args) && d.isNil(call.Args[i], 0) {
			at = append(at, call.Args[i])
		}
	}
	return at
}

// unchanged reports whether v, a parameter, keeps what it is given, and is never compared.
func (d *Draining) unchanged(v *types.Var) bool {
	known := d.src.Variable(v)
	return len(known.Stores)+len(known.Taken) == 0 && !slices.ContainsFunc(known.Uses, func(use inspector.Cursor) bool {
		_, compared := use.Parent().Node().(*ast.BinaryExpr)
		return compared
	})
}

// isNil reports whether e is nothing but nil.
func (d *Draining) isNil(e ast.Expr, depth int) bool {
	e = ast.Unparen(e)
	if d.src.Info.Types[e].IsNil() {
		return true
	}
	if call, ok := e.(*ast.CallExpr); ok {
		return d.src.Info.Types[call.Fun].IsType() && len(call.Args) == 1 && d.isNil(call.Args[0], depth+1)
	}
	v, ok := d.src.Object(e).(*types.Var)
	if !ok || v.IsField() || v.Exported() && v.Parent() == d.src.Pkg.Scope() || depth > 3 {
		return false
	}
	known := d.src.Variable(v)
	return known.Param == nil && len(known.Taken) == 0 && (known.Bare || len(known.Stores) > 0) &&
		!slices.ContainsFunc(known.Stores, func(s source.Store) bool { return !d.isNil(s.Rhs, depth+1) })
}
