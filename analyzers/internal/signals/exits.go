package signals

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about a process that ends beside what else the program does when it is
// told to stop.

// ToldToStop reports whether something comes out of e when the program is told to stop.
func (si *Signals) ToldToStop(e ast.Expr) bool {
	return si.Awaits(e) || si.HearsTerm(e)
}

// HearsTerm reports whether something comes out of e when the platform stops the program.
func (si *Signals) HearsTerm(e ast.Expr) bool {
	ctx := source.DoneOf(e)
	return si.hearsTerm(e) || ctx != nil && si.TellsOf(ctx)
}

// ExitsAtOnce reports whether fn starts a goroutine that ends the process as soon as the
// platform stops the program.
func (si *Signals) ExitsAtOnce(fn *types.Func) bool {
	return slices.ContainsFunc(si.Exits(), func(exit Exit) bool { return si.src.EnclosingFunc(exit.Call.Pos()) == fn })
}

// Exit is a call that ends the process once something has come out of Heard.
type Exit struct {
	Call  *ast.CallExpr
	Heard ast.Expr
}

// Exits returns what ends the process in goroutines that have done nothing since
// the program was told to stop that may wait for another one.
func (si *Signals) Exits() (exits []Exit) {
	if len(si.Asked()) == 0 {
		return nil
	}
	for cur := range si.src.In.Root().Preorder((*ast.GoStmt)(nil)) {
		start := cur.Node().(*ast.GoStmt)
		body := si.bodyOf(start.Call)
		if body == nil || si.src.Behind(start, si.ToldToStop) {
			continue // for those who do not want to wait for the drain
		}
		for i, s := range body.List {
			if r, ok := s.(*ast.RangeStmt); ok && si.HearsTerm(r.X) {
				exits = append(exits, si.exitIn(r.Body.List, r.X)...)
				break
			}
			if heard := si.hears(s); heard != nil {
				exits = append(exits, si.exitIn(body.List[i+1:], heard)...)
				break
			}
		}
	}
	return exits
}

// bodyOf returns the body of the function that call calls, which is in sight, or nil.
func (si *Signals) bodyOf(call *ast.CallExpr) *ast.BlockStmt {
	if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		return lit.Body
	}
	if d := si.src.Decl(si.src.Callee(call)); d != nil {
		return d.Body
	}
	return nil
}

// hears returns what s receives from, if something comes out of it when the platform
// stops the program, else nil. Have: <-quit; s := <-quit; log.Print(<-quit)
func (si *Signals) hears(s ast.Stmt) (heard ast.Expr) {
	switch s.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.DeclStmt:
	default:
		return nil
	}
	ast.Inspect(s, func(n ast.Node) bool {
		if _, isLit := n.(*ast.FuncLit); isLit {
			return false
		}
		if u, ok := n.(*ast.UnaryExpr); ok && u.Op == token.ARROW && si.HearsTerm(u.X) {
			heard = u.X
		}
		return true
	})
	return heard
}

// exitIn returns the call that ends the process in list, after what waits for nobody.
func (si *Signals) exitIn(list []ast.Stmt, heard ast.Expr) []Exit {
	for _, s := range list {
		if e, ok := s.(*ast.ExprStmt); ok {
			if call, ok := e.X.(*ast.CallExpr); ok && si.waits.Endings.Exits(call) {
				return []Exit{{call, heard}}
			}
		}
		if _, plain := s.(*ast.DeferStmt); plain || si.waits.Endings.MayWait(s, 0) {
			return nil
		}
	}
	return nil
}
