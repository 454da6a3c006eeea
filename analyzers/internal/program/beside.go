package program

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// worksBeside reports whether the program has something else to do than to
// serve on l: a controller, or a worker that reads a queue, whose health
// server is no service. What starts l then goes on to other work, or other
// work runs in goroutines.
func (p *Program) worksBeside(l *listener.Listener) bool {
	return l.Node != nil && p.workAround(l.Node, false, make(map[*types.Func]bool))
}

// workAround is worksBeside for the function around n, which starts the
// server, and for those who call it. aside says that the start does not wait.
func (p *Program) workAround(n ast.Node, aside bool, seen map[*types.Func]bool) bool {
	fn := p.EnclosingFunc(n.Pos())
	d := p.Decl(fn)
	if d == nil || d.Body == nil || seen[fn] {
		return false
	}
	seen[fn] = true
	last := n.End() // of what starts the server
	aside = p.setAside(n, &last) || aside
	found := false
	ast.Inspect(d.Body, func(m ast.Node) bool {
		call, ok := m.(*ast.CallExpr)
		if !ok || found || call.Pos() <= n.Pos() && n.End() <= call.End() {
			return !found
		}
		cur, ok := p.Find(call)
		if !ok {
			return true
		}
		found = p.isWork(call) && (inGoroutine(cur, n) || aside && call.Pos() >= last && !deferred(cur))
		return !found
	})
	if found {
		return true
	}
	calls, _ := p.Calls(fn)
	for _, call := range calls {
		if p.workAround(call, aside, seen) {
			return true
		}
	}
	return false
}

// setAside reports whether n runs in a goroutine of the function around it, or
// in a literal that something else runs, and moves last to the end of that.
func (p *Program) setAside(n ast.Node, last *token.Pos) bool {
	cur, ok := p.Find(n)
	if !ok {
		return false
	}
	aside := false
	for c := range cur.Enclosing((*ast.GoStmt)(nil), (*ast.FuncLit)(nil)) {
		aside, *last = true, c.Node().End()
	}
	return aside
}

// inGoroutine reports whether the code at cur runs in a goroutine in which
// other does not: it is behind go, or in a literal that is given to a method
// called Go.
func inGoroutine(cur inspector.Cursor, other ast.Node) bool {
	for c := range cur.Enclosing((*ast.GoStmt)(nil), (*ast.CallExpr)(nil)) {
		if c.Node().Pos() <= other.Pos() && other.End() <= c.Node().End() {
			return false
		}
		switch n := c.Node().(type) {
		case *ast.GoStmt:
			return true
		case *ast.CallExpr:
			if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == "Go" {
				return true
			}
		}
	}
	return false
}

func deferred(cur inspector.Cursor) bool {
	for range cur.Enclosing((*ast.DeferStmt)(nil)) {
		return true
	}
	return false
}

// workers are what methods that go on working are called.
var workers = map[string]bool{"Run": true, "Start": true, "Consume": true, "Process": true, "Subscribe": true, "Watch": true, "Poll": true}

// isWork reports whether call may be what the program is there for: of a
// function of this package, other than one that waits for signals or stops
// servers, or of something else that is given a context or says that it works.
func (p *Program) isWork(call *ast.CallExpr) bool {
	fn := p.Callee(call)
	if fn == nil || fn.Pkg() == nil || source.IsStd(fn.Pkg().Path()) || len(p.ev.Rows(fn)) > 0 {
		return false
	}
	context := false
	for _, a := range call.Args {
		t := p.Info.TypeOf(a)
		if p.ev.TypeRow(t, catalog.Server) != nil {
			return false
		}
		context = context || source.Named(t) == "context.Context"
	}
	if recv := source.ReceiverOf(call, p.Info); recv != nil && p.ev.TypeRow(p.Info.TypeOf(recv), catalog.Server) != nil {
		return false
	}
	if fn.Pkg() != p.Pkg {
		return (context || workers[fn.Name()]) && !strings.Contains(fn.Name(), "Shutdown")
	}
	d := p.Decl(fn)
	if d == nil || d.Body == nil {
		return true
	}
	signals := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := p.Info.Uses[id]; obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "os/signal" {
				signals = true
			}
		}
		return !signals
	})
	return !signals
}
