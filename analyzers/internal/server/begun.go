package server

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about functions of other packages that are given a server, and drain it in a
// goroutine when it is time.
// Have: lifecycle.Bind(ctx, srv); err := srv.ListenAndServe()

// Begun is a parameter, a server, whose drain a function leaves to a goroutine.
type Begun struct {
	Param int
	Said  []string // how the goroutine says that it is done: see [ending.Told]
	// Behind says that the function itself drains it, once it has waited for something: the
	// goroutine is for those to start who call it.
	Behind bool
}

// noteBegun notes in d, of fn, whose given parameter s stops, that fn leaves that to a
// goroutine, if it does.
func (sv *Servers) noteBegun(d *Deeds, fn *types.Func, param int, s *Stop) {
	if left, said := sv.waits.LeftIn(fn, s.node, await.Prompt{}); left && !s.Alias {
		d.begins(Begun{Param: param, Said: said})
	} else if call := sv.flowsTo(fn, s); call != nil && !sv.waitsBefore(fn, call) {
		source.AddOnce(&d.Ends, param)
	} else if call != nil && !sv.serves(fn, 0) {
		d.begins(Begun{Param: param, Behind: true})
	}
}

// begins notes b.
func (d *Deeds) begins(b Begun) {
	d.Begins = append(d.Begins, b)
	slices.SortFunc(d.Begins, func(a, b Begun) int { return cmp.Compare(a.Param, b.Param) })
}

// flowsTo returns the call in fn's own flow that is s, or of a function that is there to stop
// servers so; or nil.
func (sv *Servers) flowsTo(fn *types.Func, s *Stop) *ast.CallExpr {
	if s.Call == nil || s.Alias || s.Begun != nil || !sv.ends.Straight(s.Call) {
		return nil
	}
	by := sv.src.EnclosingFunc(s.Pos())
	if by == fn {
		return s.Call
	}
	calls, _ := sv.src.Calls(by)
	for _, call := range calls {
		if sv.src.EnclosingFunc(call.Pos()) == fn && sv.ends.Straight(call) && !sv.src.IsGo(call) && sv.flowsTo(by, s) != nil {
			return call
		}
	}
	return nil
}

// serves reports whether fn starts a server, by itself or by what it calls here.
func (sv *Servers) serves(fn *types.Func, depth int) bool {
	return depth > 3 || slices.ContainsFunc(sv.src.CallsTo(func(callee *types.Func) bool {
		return sv.ends.Serves(callee) || callee != fn && sv.src.Decl(callee) != nil && sv.serves(callee, depth+1)
	}), func(call *ast.CallExpr) bool { return sv.src.EnclosingFunc(call.Pos()) == fn })
}

// waitsBefore reports whether fn may wait for others before call, which stands in it.
func (sv *Servers) waitsBefore(fn *types.Func, call *ast.CallExpr) bool {
	d := sv.src.Decl(fn)
	if d == nil {
		return true
	}
	for _, stmt := range d.Body.List {
		if call.Pos() < stmt.End() {
			return false
		}
		if sv.ends.MayWait(stmt, 0) {
			return true
		}
	}
	return true
}

// stopInside returns call as the stop of the server e, that it gives as the given parameter to a
// function that does what d says, or nil.
// Have: func Stop(srv *http.Server) { …; srv.Shutdown(ctx) }; go web.StopAfter(ctx, srv)
func (sv *Servers) stopInside(call *ast.CallExpr, d Deeds, param int, e ast.Expr) *Stop {
	row := sv.serverRow(e)
	behind := slices.ContainsFunc(d.Begins, func(b Begun) bool { return b.Param == param && b.Behind })
	if !slices.Contains(d.Ends, param) && !(behind && sv.ends.InGoroutine(call)) || len(row.Stop) == 0 {
		return nil
	}
	stop := &Stop{Call: call, Name: source.ShortName(sv.src.Callee(call)), node: call, server: handle{value: sv.ev.Eval(e), typ: row.Symbol}, Graceful: true, Limited: true}
	if behind {
		stop.Name = StopName(row.Symbol, row.Stop[0]) // which begins later
	}
	return stop
}

// stopBegun returns the stop that call has begun when it returns, of the server e that it
// gives as the given parameter to a function that does what d says, or nil.
func (sv *Servers) stopBegun(call *ast.CallExpr, d Deeds, param int, e ast.Expr) *Stop {
	row := sv.serverRow(e)
	i := slices.IndexFunc(d.Begins, func(b Begun) bool { return b.Param == param && !b.Behind })
	if i < 0 || len(row.Stop) == 0 {
		return nil
	}
	server := handle{value: sv.ev.Eval(e), typ: row.Symbol}
	return &Stop{Name: StopName(server.typ, row.Stop[0]), node: call, server: server, Graceful: true, Begun: &d.Begins[i]}
}
