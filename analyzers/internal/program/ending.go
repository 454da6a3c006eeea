package program

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// LastStart returns func main and its last statements from the one on that
// starts the server of l: one, or two when the first only keeps the error for
// the second to look at. ok is false when something else comes after the
// start, or when l is started elsewhere than in the body of main.
func (p *Program) LastStart(l *Listener) (main *ast.FuncDecl, last []ast.Stmt, ok bool) {
	call, isCall := l.Node.(*ast.CallExpr)
	if !p.Main || !isCall || l.call != call || l.Inherited {
		return nil, nil, false
	}
	main = p.src.Enclosing(call.Pos())
	if main == nil || main.Body == nil || main.Recv != nil || main.Name.Name != "main" || p.inLiteral(call) {
		return nil, nil, false
	}
	last = lastWith(main.Body, call)
	return main, last, last != nil
}

// EndsPromptly reports whether the function d ends soon after its last
// statement: nothing that it defers may wait for a goroutine of the program, or
// catches a panic. What a library has to be stopped with ends soon.
func (p *Program) EndsPromptly(d *ast.FuncDecl) bool {
	if p.recovers(d.Body) {
		return false
	}
	prompt := true
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			prompt = prompt && !p.mayWaitFor(n, func(call *ast.CallExpr) bool { return p.stopsLibrary(call) || !p.callMayWait(call, 0) })
		}
		return prompt
	})
	return prompt
}

// stopsLibrary reports whether a call is one of a method of another module
// that stops something of it.
func (p *Program) stopsLibrary(call *ast.CallExpr) bool {
	fn := p.src.Callee(call)
	return fn != nil && fn.Pkg() != nil && fn.Pkg() != p.pass.Pkg && !source.IsStd(fn.Pkg().Path()) && !p.ofOwnModules(fn) &&
		fn.Signature().Recv() != nil && (strings.HasPrefix(fn.Name(), "Shutdown") || strings.HasPrefix(fn.Name(), "Stop"))
}

// CatchesSignals reports whether something in the program deals with signals
// already: this package, or, as far as SIGTERM goes, one that it imports.
func (p *Program) CatchesSignals() bool { return len(p.Subscriptions()) > 0 || p.TermCaught() }

// Callee returns the function or method that call calls, or nil.
func (p *Program) Callee(call *ast.CallExpr) *types.Func { return p.src.Callee(call) }

// ErrorCheck tells how a condition looks at the error that the variable v
// holds: for any error, and whether one that says that the server was stopped
// is left out.
func (p *Program) ErrorCheck(e ast.Expr, v *types.Var) (any, closed bool) {
	e = ast.Unparen(e)
	if p.isNilCheck(e, v) {
		return true, false
	}
	switch e := e.(type) {
	case *ast.UnaryExpr:
		return false, e.Op.String() == "!" && p.isClosedCheck(e.X, v)
	case *ast.BinaryExpr:
		switch e.Op.String() {
		case "!=":
			return false, p.isVar(e.X, v) && p.isClosed(e.Y) || p.isVar(e.Y, v) && p.isClosed(e.X)
		case "&&":
			xAny, xClosed := p.ErrorCheck(e.X, v)
			yAny, yClosed := p.ErrorCheck(e.Y, v)
			if (xAny || xClosed) && (yAny || yClosed) {
				return xAny || yAny, xClosed || yClosed
			}
		}
	}
	return false, false
}
