package clock

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/contexts"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Outer returns the parameter of a function or literal that the context e is, or is derived
// from, or nil, and whether with a time limit.
func (ck *Clock) Outer(e ast.Expr) (p *source.Param, limited bool) {
	for range 4 {
		v, ok := ck.src.Object(e).(*types.Var)
		if !ok || v.IsField() || v.Pkg() != ck.src.Pkg {
			return nil, false
		}
		stores, given, known := contexts.Reaching(ck.src, source.NameOf(e), v)
		if given {
			for _, s := range stores {
				call, ok := s.Rhs.(*ast.CallExpr)
				if !ok || ck.Derivation(call) == "" || !ck.src.IsVar(call.Args[0], v) {
					return nil, false
				}
				limited = limited || ck.Derivation(call) != "as it is"
			}
			return ck.src.Variable(v).Param, limited
		}
		if !known || len(stores) != 1 {
			return nil, false
		}
		call, ok := stores[0].Rhs.(*ast.CallExpr)
		if !ok || ck.Derivation(call) == "" {
			return nil, false
		}
		limited = limited || ck.Derivation(call) != "as it is"
		e = call.Args[0]
	}
	return nil, false
}
