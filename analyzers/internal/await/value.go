package await

import (
	"go/ast"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about calls of functions that are values.

// value is call for a function that is a value: what it may be is looked into.
func (w waiter) value(call *ast.CallExpr, done identity.Identity, depth int) Waited {
	if w.any {
		_, given := identity.Given(w.aw.src, call.Fun)
		if w.member && (given && ending.IsTaskOf(w.aw.src.Info.TypeOf(call.Fun)) || w.aw.callsGiven(call)) {
			return Abandoned // a job, which knows nothing that nobody is told
		}
		return WaitedUnknown // and not worth the search
	}
	if w.givenBy(call, done) {
		return Abandoned
	}
	v := w.aw.ev.Close(w.aw.ev.Eval(call.Fun))
	if len(v.Alts) == 0 || depth > 4 {
		return WaitedUnknown
	}
	found := Abandoned
	for _, a := range v.Alts {
		in := w.aw.src.Body(a.Func())
		if in == nil {
			return WaitedUnknown
		}
		if one := w.in(in, done, depth+1, func(ast.Node) bool { return true }); found == Abandoned || one == WaitedFor {
			found = one
		}
	}
	return found
}

// givenBy reports whether what call calls is what functions are given by others, who are to
// say whether that waits.
func (w waiter) givenBy(call *ast.CallExpr, done identity.Identity) bool {
	params, all := identity.Given(w.aw.src, call.Fun)
	return all && !slices.ContainsFunc(params, func(p *source.Param) bool { return p.Fn == nil || !w.leftOpen(done, Open{Fn: p.Fn, Param: p.Index}) })
}

// leftOpen reports whether it is for importers to say whether o waits for work that tells of
// its end by done.
func (w waiter) leftOpen(done identity.Identity, o Open) bool {
	return w.prompt.Unless != nil && notice.TellsNobody(done) && w.prompt.Unless(o)
}
