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
		if p := si.src.Variable(v).Param; p != nil && p.Fn != nil && p.Fn == si.src.EnclosingFunc(e.Pos()) && len(s.Signals) == 0 {
			s.list = v
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
