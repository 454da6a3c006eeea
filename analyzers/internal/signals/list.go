package signals

import (
	"go/ast"
	"go/types"
)

// This file reads lists of signals.

// addSignals adds to s the signals that call asks for, from its argument with the
// index first on.
func (si *Signals) addSignals(s *Subscription, call *ast.CallExpr, first int) {
	if len(call.Args) == first {
		s.All = true
		return
	}
	for _, a := range call.Args[first:] {
		if call.Ellipsis.IsValid() {
			si.addSignalList(s, a)
			continue
		}
		si.addSignal(s, a)
	}
}

func (si *Signals) addSignal(s *Subscription, e ast.Expr) {
	if name := si.signalName(e); name != "" {
		s.Signals = append(s.Signals, name)
		return
	}
	if v, ok := si.src.Object(e).(*types.Var); ok { // for _, sig := range list { signal.Notify(c, sig) }
		if of, _ := si.src.OnlyStored(v); of.Elem && of.Rhs != nil {
			si.addSignalList(s, of.Rhs)
			return
		}
	}
	s.Unknown = true
}

// addSignalList adds the signals in a slice that is written where it is used,
// or in the one assignment of a variable.
func (si *Signals) addSignalList(s *Subscription, e ast.Expr) {
	e = ast.Unparen(e)
	if v, ok := si.src.Object(e).(*types.Var); ok {
		if len(s.Signals) == 0 {
			s.list = si.listGiven(s, v, si.src.EnclosingFunc(e.Pos()))
		}
		if e, _ = si.src.OnlyAssigned(v); e == nil || si.elsewhere(e) || v.Exported() && !si.src.Main && v.Parent() == si.src.Pkg.Scope() {
			s.Unknown = true
			return
		}
	}
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if !ok {
		s.Unknown = true
		return
	}
	for _, el := range lit.Elts {
		si.addSignal(s, el)
	}
}

// listGiven returns the parameter that holds the signals of v, a list that s asks for
// in fn, or nil: v itself, or what is put into v, a field that only this package can
// reach, in the one place that does.
func (si *Signals) listGiven(s *Subscription, v *types.Var, fn *types.Func) *types.Var {
	if p := si.src.Variable(v).Param; p != nil && p.Fn != nil && p.Fn == fn {
		return v
	}
	given := si.src.Variable(v).Given()
	if !v.IsField() || v.Exported() || s.channel == nil || len(given) != 1 || given[0].Rhs == nil || given[0].Result >= 0 || given[0].Elem || given[0].Plus {
		return nil
	}
	list, ok := si.src.Object(given[0].Rhs).(*types.Var)
	if !ok {
		return nil
	}
	if p := si.src.Variable(list).Param; p == nil || p.Fn == nil || len(si.src.Variable(list).Stores) > 0 {
		return nil
	}
	return list
}
