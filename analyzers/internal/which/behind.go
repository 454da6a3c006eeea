package which

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Behind returns the methods of interfaces that this package calls and that is accepts,
// each with those which it puts behind it.
// Have: a.parts = []part{queue, web.New(addr)}; for _, p := range a.parts { p.Stop(ctx) }
func (w *Which) Behind(is func(*types.Func) bool) map[*types.Func][]*types.Func {
	wanted := make(map[*types.Func]bool)
	for _, call := range w.src.CallsTo(func(fn *types.Func) bool {
		return fn.Pkg() != nil && fn.Signature().Recv() != nil && types.IsInterface(source.RecvType(fn)) && w.src.Ours(fn.Pkg()) && is(fn)
	}) {
		wanted[w.src.Callee(call)] = true
	}
	if len(wanted) == 0 {
		return nil
	}
	behind := make(map[*types.Func][]*types.Func)
	for cur, to := range w.ev.AsInterfaces() {
		t := w.src.Info.TypeOf(cur.Node().(ast.Expr))
		if t == nil || types.IsInterface(t) {
			continue
		}
		for m := range to.Underlying().(*types.Interface).Methods() {
			if !wanted[m] {
				continue
			}
			obj, _, _ := types.LookupFieldOrMethod(t, true, w.src.Pkg, m.Name())
			if fn, ok := obj.(*types.Func); ok && fn.Pkg() != nil {
				behind[m] = append(behind[m], fn.Origin())
			}
		}
	}
	return behind
}
