package which

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// LeavesEarly reports whether call, of callee, whose row is r, drains by itself
// when it is told to stop, and returns before that has ended.
func (w *Which) LeavesEarly(r *catalog.Row, callee *types.Func, call *ast.CallExpr) bool {
	if r.Early == "" {
		return false
	}
	if recv := callee.Signature().Recv(); recv != nil && r.Early != "yes" {
		if obj, _, _ := types.LookupFieldOrMethod(recv.Type(), true, callee.Pkg(), r.Early); obj != nil {
			return false
		}
	}
	if v, _, ok := w.ev.Slot(call, r.Graceful); r.Graceful.Set && (!ok || len(v.Alts) == 0) {
		return false
	}
	return true
}
