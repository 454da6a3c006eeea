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

// ExitsAtOnce tells whether fn starts a goroutine that ends the process as soon as the
// platform stops the program.
func (si *Signals) ExitsAtOnce(fn *types.Func) Exits {
	of := func(exit Exit) bool { return si.src.EnclosingFunc(exit.Start.Pos()) == fn }
	switch {
	case slices.ContainsFunc(si.Exits(), of):
		return ExitsThen
	case slices.ContainsFunc(si.exitsGiven(), of):
		return ExitsGiven
	}
	return ExitsNot
}

// exitsGiven is Exits for goroutines that call before that what functions of this package are
// given, found once.
func (si *Signals) exitsGiven() []Exit {
	if si.given == nil {
		exits := si.atOnce(si.waits.Endings.Exits, si.waits.CallsGiven)
		si.given = &exits
	}
	return *si.given
}

// Exit is a call that ends the process once something has come out of Heard, in the
// goroutine that Start starts.
type Exit struct {
	Call  *ast.CallExpr
	Heard ast.Expr
	Start *ast.GoStmt
}

// none is no call.
func none(*ast.CallExpr) bool { return false }

// Exits returns what ends the process in goroutines that have done nothing since
// the program was told to stop that may wait for another one.
func (si *Signals) Exits() []Exit {
	if si.exits == nil {
		exits := si.atOnce(si.waits.Endings.Exits, none)
		si.exits = &exits
	}
	return *si.exits
}

// EndsAtOnce is Ends also for a context that a goroutine cancels as soon as the platform
// stops the program.
func (si *Signals) EndsAtOnce(made *ast.CallExpr) bool {
	if si.Ends(made) {
		return true
	}
	cancel := si.cancelBeside(made)
	return cancel != nil && len(si.src.Variable(cancel).Given()) == 1 && len(si.atOnce(func(call *ast.CallExpr) bool { return si.src.Object(call.Fun) == cancel }, none)) > 0
}

// EndsLate reports whether a goroutine that cancels the context which made makes waits, once it
// has heard of something, for other work before that.
// Have: go func() { <-c; closeAll(); cancel() }()
func (si *Signals) EndsLate(made *ast.CallExpr) bool {
	cancel := si.cancelBeside(made)
	if cancel == nil {
		return false
	}
	for _, use := range si.src.Variable(cancel).Uses {
		call := source.CallOf(use)
		if call == nil {
			continue
		}
		lit, ok := si.src.Function(call).(*ast.FuncLit)
		if !ok || si.src.GoOf(lit) == nil {
			continue
		}
		for _, s := range lit.Body.List {
			if s.End() <= call.Pos() && si.waits.ReceivesIn(s) == nil && si.waits.Endings.MayWait(s, 0) {
				return true
			}
		}
	}
	return false
}

// cancelBeside returns the variable of the function that cancels what made, a call of
// context.WithCancel, makes, or nil.
func (si *Signals) cancelBeside(made *ast.CallExpr) *types.Var {
	to := si.src.AssignedTo(made, 2)
	if to == nil || si.src.CalleeName(made) != "context.WithCancel" {
		return nil
	}
	cancel, _ := si.src.Object(to[1]).(*types.Var)
	return cancel
}

// atOnce returns the calls that is accepts in goroutines that have done nothing since
// the program was told to stop that may wait for another one, but for calls that let accepts.
func (si *Signals) atOnce(is, let func(*ast.CallExpr) bool) (found []Exit) {
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
			if heard, then := si.heardBy(s, body.List[i+1:]); heard != nil {
				if call := si.first(then, is, let); call != nil {
					found = append(found, Exit{call, heard, start})
				}
				break
			}
		}
	}
	return found
}

// ExitsWhenTold reports whether body, in its own flow, ends the process as soon as it hears
// that the platform stops the program.
// Have: select { case err := <-failed: log.Print(err); case sig := <-c: log.Fatal(sig) }
func (si *Signals) ExitsWhenTold(body *ast.BlockStmt) bool {
	for i, s := range body.List {
		if heard, then := si.heardBy(s, body.List[i+1:]); heard != nil {
			return si.first(then, si.waits.Endings.Exits, none) != nil
		}
	}
	return false
}

// heardBy returns what s, before rest, receives from, if something comes out of it when the
// platform stops the program, and what is done then.
func (si *Signals) heardBy(s ast.Stmt, rest []ast.Stmt) (heard ast.Expr, then []ast.Stmt) {
	switch s := s.(type) {
	case *ast.RangeStmt:
		if si.HearsTerm(s.X) {
			return s.X, s.Body.List
		}
	case *ast.SelectStmt:
		for _, c := range s.Body.List {
			c := c.(*ast.CommClause)
			if heard := si.hears(c.Comm); heard != nil {
				return heard, append(slices.Clone(c.Body), rest...)
			}
		}
	}
	return si.hears(s), rest
}

// bodyOf returns the body of the function that call calls, which is in sight, or nil.
func (si *Signals) bodyOf(call *ast.CallExpr) *ast.BlockStmt {
	lit, _ := ast.Unparen(call.Fun).(*ast.FuncLit)
	return si.src.Body(si.src.Callee(call), lit)
}

// hears returns what s receives from, if something comes out of it when the platform
// stops the program, else nil. Have: <-quit; s := <-quit; log.Print(<-quit)
func (si *Signals) hears(s ast.Stmt) (heard ast.Expr) {
	switch s.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.DeclStmt:
	default:
		return nil // also of a default case, which is nil
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

// first returns the call in list that is accepts, if nothing before it may wait for
// another goroutine, but for calls that let accepts; else nil.
func (si *Signals) first(list []ast.Stmt, is, let func(*ast.CallExpr) bool) *ast.CallExpr {
	for _, s := range list {
		if e, ok := s.(*ast.ExprStmt); ok {
			if call, ok := e.X.(*ast.CallExpr); ok && is(call) {
				return call
			}
		}
		if _, deferred := s.(*ast.DeferStmt); deferred || si.waits.Endings.MayWaitBut(s, let) || si.waits.Endings.Terminates(s) {
			return nil
		}
	}
	return nil
}
