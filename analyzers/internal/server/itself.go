package server

import (
	"go/ast"
	"go/types"
	"slices"
)

// WaitsForItself returns a graceful stop of l's server that one of its own
// handlers calls, and that waits for it to return, or nil. handles reports
// whether a function or literal is such a handler.
func (sv *Servers) WaitsForItself(l *Running, handles func(*types.Func, *ast.FuncLit) bool) *Stop {
	stops := sv.StopsOf(l)
	i := slices.IndexFunc(stops, func(s *Stop) bool { return s.Call != nil && sv.waits.RunsIn(s.Call, handles, 0) })
	if i < 0 {
		return nil
	}
	return stops[i]
}
