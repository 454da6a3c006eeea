package purpose

import (
	"go/ast"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/listener"
)

// ForOperator reports whether the listener l, started through call, is for the
// operator of the process as far as is known there; in a library, also whether
// nobody in sight says that it is not.
func (p *Purposes) ForOperator(l *listener.Listener, call *ast.CallExpr) bool {
	if l.Auxiliary() {
		return true
	}
	instances, public := 0, 0
	for o := range p.instances(l) {
		if (o.Call == call || call == l.Node) && !p.found.RoleOpen(o) {
			instances++
			if !o.Auxiliary() {
				public++
			}
		}
	}
	return instances > 0 && public == 0 || instances == 0 && l.RoleAsked()
}

// instances yields the listeners that calls of the function around l make of it.
func (p *Purposes) instances(l *listener.Listener) iter.Seq[*listener.Listener] {
	return func(yield func(*listener.Listener) bool) {
		for _, o := range p.found.Listeners {
			if slices.Contains(o.Chain()[1:], l) && !yield(o) {
				return
			}
		}
	}
}

// ForOperatorsOnly reports whether all calls of the function around l are in sight,
// and what they give it to serve is for the operator, or all that an exporter has.
func (p *Purposes) ForOperatorsOnly(l *listener.Listener) bool {
	if l.Fn == nil {
		return false
	}
	if _, all := p.src.Calls(l.Fn); !all {
		return false
	}
	some := false
	for o := range p.instances(l) {
		if !o.Auxiliary() && !o.Exporter() {
			return false
		}
		some = true
	}
	return some
}
