package route

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Probes says what a package, and the packages of its own modules that it
// imports, have for those who ask whether a server is well. It is about the
// program as a whole: an endpoint on one listener tells of all of them.
type Probes struct {
	Health  bool // something looks like a health endpoint
	Hidden  bool // routes may be registered where nobody sees them
	Default bool // a dependency registers handlers on the default mux

	Aside  bool // something on the default mux, which may not be served, looks like a health endpoint
	Served bool // the default mux is handed on, as a part of another, say

	GRPCHealth bool // a gRPC health service is registered
	GRPCHidden bool // services may be registered where nobody sees them
}

// Add adds what another package has.
func (b *Probes) Add(c Probes) {
	b.Health = b.Health || c.Health
	b.Hidden = b.Hidden || c.Hidden
	b.Default = b.Default || c.Default
	b.Aside = b.Aside || c.Aside
	b.Served = b.Served || c.Served
	b.GRPCHealth = b.GRPCHealth || c.GRPCHealth
	b.GRPCHidden = b.GRPCHidden || c.GRPCHidden
}

// Collect notes the routes and services that the package registers,
// and every way by which others may register some unseen: a mux handed to
// code that is not known, made by it, or used through an interface or a
// method value. Tests are left out.
func (su *Survey) Collect() {
	su.once = su.singleStores()
	nodes := []ast.Node{(*ast.CallExpr)(nil), (*ast.SelectorExpr)(nil), (*ast.Ident)(nil), (*ast.CompositeLit)(nil),
		(*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.ReturnStmt)(nil), (*ast.SendStmt)(nil), (*ast.BasicLit)(nil)}
	for file := range su.src.In.Root().Children() {
		if su.src.InTest(file.Node()) {
			continue
		}
		for cur := range file.Preorder(nodes...) {
			su.probeNode(cur)
		}
	}
}

// Found returns what is known of health endpoints in this package.
func (su *Survey) Found() Probes { return su.seen }

// HealthServers returns the gRPC servers on which a health service is
// registered.
func (su *Survey) HealthServers() []origin.Value { return su.healthServices }

// NoteHealth notes that the package has a health endpoint that is none of its
// routes.
func (su *Survey) NoteHealth() { su.seen.Health = true }

func (su *Survey) probeNode(cur inspector.Cursor) {
	info := su.src.Info
	switch n := cur.Node().(type) {
	case *ast.CallExpr:
		su.probeCall(n)
	case *ast.SelectorExpr:
		if !source.IsCallee(cur) {
			su.probeReference(info.Uses[n.Sel], n)
		}
	case *ast.Ident:
		if sel, ok := cur.Parent().Node().(*ast.SelectorExpr); (!ok || sel.Sel != n) && !source.IsCallee(cur) {
			su.probeReference(info.Uses[n], n)
		}
	case *ast.CompositeLit:
		su.probeLiteral(n)
	case *ast.AssignStmt:
		if len(n.Lhs) == len(n.Rhs) {
			for i, lhs := range n.Lhs {
				su.converted(n.Rhs[i], info.TypeOf(lhs))
				su.probeStore(lhs, n.Rhs[i])
			}
		}
	case *ast.ValueSpec:
		if n.Type != nil {
			for _, e := range n.Values {
				su.converted(e, info.TypeOf(n.Type))
			}
		}
	case *ast.ReturnStmt:
		if results := su.src.ResultsAround(cur); results != nil && results.Len() == len(n.Results) {
			for i, e := range n.Results {
				su.converted(e, results.At(i).Type())
				su.probeReturn(e)
			}
		}
	case *ast.SendStmt:
		if ch, ok := info.TypeOf(n.Chan).Underlying().(*types.Chan); ok {
			su.converted(n.Value, ch.Elem())
		}
	case *ast.BasicLit:
		su.probeText(n, cur)
	}
}

// WellWords are words that are about health wherever they stand.
var WellWords = map[string]bool{
	"health": true, "healthz": true, "livez": true, "readyz": true, "healthcheck": true, "liveness": true, "readiness": true,
}

// probeText notes a text that looks like the path of a health endpoint. Where
// it is not the pattern of a route, a handler or middleware may compare paths
// with it, or a table hold it.
func (su *Survey) probeText(lit *ast.BasicLit, cur inspector.Cursor) {
	if lit.Kind != token.STRING || su.patterns[lit] {
		return
	}
	switch cur.Parent().Node().(type) {
	case *ast.ImportSpec, *ast.Field:
		return
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return
	}
	if role.IsHealthPath(text) && !source.BelowVariable(text) || WellWords[strings.Trim(text, "/")] {
		su.seen.Health = true
	}
}

// probeCall notes what a call registers, and the muxes that it is given or
// gives where it is not known what becomes of them.
func (su *Survey) probeCall(call *ast.CallExpr) {
	info := su.src.Info
	if tv, ok := info.Types[call.Fun]; ok && tv.IsType() {
		if len(call.Args) == 1 {
			su.converted(call.Args[0], tv.Type)
		}
		return
	}
	sig, ok := info.TypeOf(call.Fun).Underlying().(*types.Signature)
	if !ok {
		return
	}
	if tv := info.Types[call.Fun]; tv.IsBuiltin() {
		if s, ok := info.TypeOf(call).Underlying().(*types.Slice); ok {
			for _, a := range call.Args {
				su.converted(a, s.Elem()) // append
			}
		}
		return
	}
	fn := su.src.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		if _, ok := ast.Unparen(call.Fun).(*ast.FuncLit); !ok {
			su.hideArgs(call) // through a variable
		}
		return
	}
	if service := su.registers(fn, call); service != "" {
		return
	}
	for i, a := range call.Args {
		su.converted(a, origin.ParamType(sig, i, call.Ellipsis.IsValid()))
	}
	rows := su.ev.Rows(fn)
	for _, r := range rows {
		su.probeRow(r, fn, call)
	}
	switch recv := source.ReceiverOf(call, info); {
	case len(rows) > 0 || su.cat.Package(fn.Pkg().Path()).Row("", catalog.Middleware) != nil:
	case su.src.Ours(fn.Pkg()):
		if r := fn.Signature().Recv(); r != nil && types.IsInterface(r.Type()) {
			su.hideArgs(call) // others may implement it
		}
	case recv != nil && su.muxes.Of(info.TypeOf(recv)) != mux.None:
		if !su.muxes.Harmless(fn) {
			su.hide(su.muxes.Of(info.TypeOf(recv)))
		}
	default:
		su.hideArgs(call)
		su.hide(su.muxes.Mentions(sig.Results(), 0))
		if su.handles(sig.Params()) && su.handles(sig.Results()) {
			su.seen.Hidden = true // middleware of somebody else
		}
	}
}

// registers returns the name of the gRPC service that fn, as protoc's plugin
// writes it, registers and nothing else: RegisterXServer(s, XServer).
func (su *Survey) registers(fn *types.Func, call *ast.CallExpr) string {
	name, ok := strings.CutPrefix(fn.Name(), "Register")
	sig := fn.Signature()
	if !ok || !strings.HasSuffix(name, "Server") || sig.Recv() != nil || sig.Params().Len() != 2 || su.src.Ours(fn.Pkg()) {
		return ""
	}
	if su.ev.Row(fn, catalog.Route) != nil || su.muxes.Of(sig.Params().At(0).Type()) != mux.GRPC {
		return ""
	}
	srv, ok := types.Unalias(sig.Params().At(1).Type()).(*types.Named)
	if !ok || srv.Obj().Name() != name || srv.Obj().Pkg() != fn.Pkg() || !types.IsInterface(srv) {
		return ""
	}
	return strings.TrimSuffix(name, "Server")
}
