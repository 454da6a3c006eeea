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
}

// noteBegun notes in d, of fn, whose given parameter s stops, that fn leaves that to a
// goroutine, if it does.
func (sv *Servers) noteBegun(d *Deeds, fn *types.Func, param int, s *Stop) {
	if left, said := sv.waits.LeftIn(fn, s.node, await.Prompt{}); left && !s.Alias {
		d.Begins = append(d.Begins, Begun{param, said})
		slices.SortFunc(d.Begins, func(a, b Begun) int { return cmp.Compare(a.Param, b.Param) })
	} else if sv.atOnce(fn, s) {
		source.AddOnce(&d.Ends, param)
	}
}

// atOnce reports whether fn stops a server at s in its own flow, with nothing before that may
// wait for others.
func (sv *Servers) atOnce(fn *types.Func, s *Stop) bool {
	d := sv.src.Decl(fn)
	if d == nil || s.Call == nil || s.Alias || s.Begun != nil || sv.src.EnclosingFunc(s.Pos()) != fn || !sv.ends.Straight(s.Call) {
		return false
	}
	for _, stmt := range d.Body.List {
		if s.Call.Pos() < stmt.End() {
			return true
		}
		if sv.ends.MayWait(stmt, 0) {
			return false
		}
	}
	return false
}

// stopInside returns call as the stop of the server e, that it gives as the given parameter to a
// function that does what d says, or nil.
// Have: func Stop(srv *http.Server) { …; srv.Shutdown(ctx) }
func (sv *Servers) stopInside(call *ast.CallExpr, d Deeds, param int, e ast.Expr) *Stop {
	row := sv.serverRow(e)
	if !slices.Contains(d.Ends, param) || len(row.Stop) == 0 {
		return nil
	}
	return &Stop{Call: call, Name: source.ShortName(sv.src.Callee(call)), node: call, server: handle{value: sv.ev.Eval(e), typ: row.Symbol}, Graceful: true, Limited: true}
}

// stopBegun returns the stop that call has begun when it returns, of the server e that it
// gives as the given parameter to a function that does what d says, or nil.
func (sv *Servers) stopBegun(call *ast.CallExpr, d Deeds, param int, e ast.Expr) *Stop {
	row := sv.serverRow(e)
	i := slices.IndexFunc(d.Begins, func(b Begun) bool { return b.Param == param })
	if i < 0 || len(row.Stop) == 0 {
		return nil
	}
	server := handle{value: sv.ev.Eval(e), typ: row.Symbol}
	return &Stop{Name: StopName(server.typ, row.Stop[0]), node: call, server: server, Graceful: true, Begun: &d.Begins[i]}
}
