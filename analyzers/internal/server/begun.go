package server

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/await"
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
	}
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
