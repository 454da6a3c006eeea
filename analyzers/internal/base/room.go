// Package base knows in which contexts the requests of servers run.
package base

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/contexts"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Bases tells where the servers of a package are given the contexts of their requests.
type Bases struct {
	src   *source.Package
	ev    *origin.Evaluator
	cx    *contexts.Contexts
	wraps func(*types.Func) []int

	wrapping map[*types.Func][]int // see Wrapping
}

// New returns what is known of the requests of a package. wraps tells of functions of other
// packages what [Bases.Wrapping] does.
func New(src *source.Package, ev *origin.Evaluator, cx *contexts.Contexts, wraps func(*types.Func) []int) *Bases {
	return &Bases{src: src, ev: ev, cx: cx, wraps: wraps}
}

// Basis is where a server is given the context that its requests run in.
type Basis struct {
	Server origin.Value
	Type   string   // of the server
	makes  ast.Expr // the function that returns the context, or the handler of all requests
}

const httpServer = "net/http.Server"

// All returns where the servers of this package are given the contexts of
// their requests: the BaseContext and ConnContext of net/http, and a Handler that
// hands them on with a context of its own.
func (ba *Bases) All() (out []*Basis) {
	for _, cur := range ba.src.Mentions(contexts.OfRequests) {
		var on, makes ast.Expr
		var server origin.Value
		switch cur.ParentEdgeKind() {
		case edge.KeyValueExpr_Key:
			lit, _ := cur.Parent().Parent().Node().(*ast.CompositeLit)
			on, server = lit, ba.ev.Eval(lit)
			makes = cur.Parent().Node().(*ast.KeyValueExpr).Value
		case edge.SelectorExpr_Sel:
			sel := cur.Parent()
			on, server = sel.Node().(*ast.SelectorExpr).X, ba.ev.HolderOf(sel.Node().(*ast.SelectorExpr))
			as, ok := sel.Parent().Node().(*ast.AssignStmt)
			if _, i := sel.ParentEdge(); ok && sel.ParentEdgeKind() == edge.AssignStmt_Lhs && len(as.Lhs) == len(as.Rhs) {
				makes = as.Rhs[i]
			}
		}
		if on == nil || makes == nil {
			continue
		}
		out = append(out, &Basis{server, httpServer, makes})
		if inner, ok := ast.Unparen(on).(*ast.SelectorExpr); ok {
			if outer := ba.ev.ElementRow(ba.src.Info.TypeOf(inner.X), catalog.Server); outer != nil { // e.Server, of an echo
				out = append(out, &Basis{ba.ev.Eval(inner.X), outer.Symbol, makes})
			}
		}
	}
	return out
}

// Contexts returns the contexts that b gives to requests, and those that end such.
func (ba *Bases) Contexts(b *Basis) []ast.Expr {
	out := ba.wrapped(b.makes, 0)
	for _, a := range ba.ev.Close(ba.ev.Eval(b.makes)).Alts {
		fn, lit := a.Func()
		var returns []*ast.ReturnStmt
		if lit != nil {
			returns = ba.src.Returns(lit)
			out = append(out, ba.handedOn(lit.Type, lit.Body)...)
		} else if d := ba.src.Decl(fn); fn != nil && d != nil {
			returns = ba.src.Returns(d)
			out = append(out, ba.handedOn(d.Type, d.Body)...)
		}
		for _, r := range returns {
			if len(r.Results) == 1 {
				out = append(out, r.Results[0])
			}
		}
	}
	return out
}
