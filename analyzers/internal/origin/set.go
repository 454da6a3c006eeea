package origin

import (
	"go/ast"
	"go/constant"
	"go/token"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/identity"
)

// This file is about values that are returned only where they are not empty.
// Have: if s.Addr == "" { return ":8080" }; return s.Addr

// leavesEmpty reports whether r, which returns e, is not reached where e is empty.
func (ev *Evaluator) leavesEmpty(r *ast.ReturnStmt, e ast.Expr) bool {
	cur, ok := ev.src.Find(r)
	if !ok {
		return false
	}
	branch, ok := cur.Parent().Parent().Node().(*ast.IfStmt)
	if ok && len(branch.Body.List) > 0 && branch.Body.List[0] == ast.Stmt(r) && ev.asksEmpty(branch.Cond, token.NEQ, e) {
		return true
	}
	for before, ok := cur.PrevSibling(); ok; before, ok = before.PrevSibling() {
		branch, isIf := before.Node().(*ast.IfStmt)
		if !isIf || branch.Init != nil || branch.Else != nil || len(branch.Body.List) == 0 {
			return false
		}
		if _, leaves := branch.Body.List[len(branch.Body.List)-1].(*ast.ReturnStmt); !leaves {
			return false
		}
		if ev.asksEmpty(branch.Cond, token.EQL, e) {
			return true
		}
	}
	return false
}

// asksEmpty reports whether cond compares what e is, by op, with an empty text or 0.
func (ev *Evaluator) asksEmpty(cond ast.Expr, op token.Token, e ast.Expr) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != op || !identity.SamePlace(ev.src, b.X, e) {
		return false
	}
	v := ev.info.Types[b.Y].Value
	return v != nil && (v.Kind() == constant.String && constant.StringVal(v) == "" || v.Kind() == constant.Int && constant.Sign(v) == 0)
}

// set returns v without what is empty.
func (v Value) set() Value {
	alts := slices.DeleteFunc(slices.Clone(v.Alts), func(a Alt) bool {
		t, known := a.Text()
		return known && (t == "" || t == "0")
	})
	for i, a := range alts {
		if len(a.Pieces) == 1 && a.Pieces[0].Kind == Param {
			p := a.Pieces[0]
			p.Set = true
			alts[i] = hole(p).Alts[0]
		}
	}
	return Value{Alts: alts}
}
