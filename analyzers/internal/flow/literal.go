package flow

import (
	"go/ast"
	"go/token"
	"strings"
)

// This file follows function literals, which run at another time than the code
// around them.

// calls visits the calls in n, and the bodies of the function literals.
func (w *walker) calls(n ast.Node, f facts) {
	after := make(map[*ast.FuncLit]place)
	interrupts := make(map[*ast.FuncLit]place)
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			w.visit(n, Moment{w, f})
			if len(n.Args) != 2 {
				return true
			}
			lit, isLit := ast.Unparen(n.Args[1]).(*ast.FuncLit)
			switch callee := w.callee(n); {
			case isLit && callee == "context.AfterFunc":
				if p, ok := w.place(n.Args[0]); ok {
					after[lit] = p
				}
			case isLit && callee == "(*github.com/oklog/run.Group).Add":
				if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok {
					interrupts[lit], _ = w.place(sel.X)
				}
			}
		case *ast.FuncLit:
			inner := w.lasting(f, n.Pos())
			if p, ok := after[n]; ok && w.settled(p, n.Pos()) {
				end(p, inner)
			}
			if group, ok := interrupts[n]; ok {
				w.interrupt(n, group, inner)
			} else {
				w.body(n.Body, inner)
			}
			return false
		}
		return true
	})
}

// interrupt analyses an interrupt of the actors of group, which is called when
// those of the actors added before have returned.
func (w *walker) interrupt(lit *ast.FuncLit, group place, entry facts) {
	for _, p := range w.interrupted[group] {
		if w.settled(p, lit.Pos()) {
			end(p, entry)
		}
	}
	for k := range w.body(lit.Body, entry) {
		if k == (fact{place: k.place}) && !entry[k] {
			w.interrupted[group] = append(w.interrupted[group], k.place)
		}
	}
}

// lasting returns the facts that hold in a function literal at pos whenever it
// runs: those about variables that are not assigned any more.
func (w *walker) lasting(f facts, pos token.Pos) facts {
	out := make(facts)
	for k := range f {
		if w.settled(k.place, pos) && w.settled(k.of, pos) && (k.by == nil || w.last[k.by] <= pos) {
			out[k] = true
		}
	}
	return out
}

// settled reports whether p is not assigned any more behind pos.
func (w *walker) settled(p place, pos token.Pos) bool {
	for field := range strings.SplitSeq(p.path, ".") {
		if w.fields[field] > pos {
			return false
		}
	}
	return w.last[p.base] <= pos
}
