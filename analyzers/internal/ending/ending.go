package ending

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// LastStart returns func main and its last statements from the one on that
// starts the server of l: one, or two when the first only keeps the error for
// the second to look at. ok is false when something else comes after the
// start, or when l is started elsewhere than in the body of main.
func (en *Endings) LastStart(l *Start) (main *ast.FuncDecl, last []ast.Stmt, ok bool) {
	call, isCall := l.Node.(*ast.CallExpr)
	if !en.src.Main || !isCall || l.Call != call || l.Inherited {
		return nil, nil, false
	}
	main = en.src.Enclosing(call.Pos())
	if main == nil || main.Body == nil || main.Recv != nil || main.Name.Name != "main" || en.src.InLiteral(call) {
		return nil, nil, false
	}
	last = source.LastWith(main.Body, call)
	return main, last, last != nil
}

// EndsPromptly reports whether the function d ends soon after its last
// statement: nothing that it defers may wait for a goroutine of the program, or
// catches a panic. What a library has to be stopped with ends soon.
func (en *Endings) EndsPromptly(d *ast.FuncDecl) bool {
	if en.recovers(d.Body) {
		return false
	}
	prompt := true
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			prompt = prompt && !en.MayWaitBut(n, en.stopsLibrary)
		}
		return prompt
	})
	return prompt
}

// stopsLibrary reports whether a call is one of a method of another module
// that stops something of it.
func (en *Endings) stopsLibrary(call *ast.CallExpr) bool {
	fn := en.src.Callee(call)
	return fn != nil && fn.Pkg() != nil && fn.Pkg() != en.src.Pkg && !source.IsStd(fn.Pkg().Path()) && !en.src.OfOwnModules(fn) &&
		fn.Signature().Recv() != nil && (strings.HasPrefix(fn.Name(), "Shutdown") || strings.HasPrefix(fn.Name(), "Stop"))
}

// ErrorCheck tells how a condition looks at the error that the variable v
// holds: for any error, and whether one that says that the server was stopped
// is left out.
func (en *Endings) ErrorCheck(e ast.Expr, v *types.Var) (any, closed bool) {
	e = ast.Unparen(e)
	if en.isNilCheck(e, v) {
		return true, false
	}
	switch e := e.(type) {
	case *ast.UnaryExpr:
		return false, e.Op.String() == "!" && en.OnlyStopped(e.X, v)
	case *ast.BinaryExpr:
		switch e.Op.String() {
		case "!=":
			return false, en.src.IsVar(e.X, v) && en.isClosed(e.Y) || en.src.IsVar(e.Y, v) && en.isClosed(e.X)
		case "&&":
			xAny, xClosed := en.ErrorCheck(e.X, v)
			yAny, yClosed := en.ErrorCheck(e.Y, v)
			if (xAny || xClosed) && (yAny || yClosed) {
				return xAny || yAny, xClosed || yClosed
			}
		}
	}
	return false, false
}

// OnlyFailures reports whether n is reached only with an error other than the one
// that says that a server was stopped: n stands under a check that leaves that
// out, or behind one that leaves with it. noError says that there is no error
// then at all.
func (en *Endings) OnlyFailures(n ast.Node, noError bool) bool {
	cur, ok := en.src.Find(n)
	if !ok {
		return false
	}
	for c := cur; ; c = c.Parent() {
		kind, i := c.ParentEdge()
		switch p := c.Parent().Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit, *ast.File, nil:
			return false
		case *ast.IfStmt:
			if kind == edge.IfStmt_Body && en.checks(p.Cond, func(v *types.Var) bool {
				any, closed := en.ErrorCheck(p.Cond, v)
				return closed || noError && any
			}) {
				return true
			}
		case *ast.BlockStmt:
			if slices.ContainsFunc(p.List[:i], en.leavesStopped) {
				return true
			}
		}
	}
}

// leavesStopped reports whether s leaves with the error that says that a server
// was stopped.
func (en *Endings) leavesStopped(s ast.Stmt) bool {
	cond, ok := s.(*ast.IfStmt)
	return ok && len(cond.Body.List) > 0 && en.Terminates(cond.Body.List[len(cond.Body.List)-1]) &&
		en.checks(cond.Cond, func(v *types.Var) bool { return en.OnlyStopped(cond.Cond, v) })
}

// checks reports whether is accepts an error that is a variable in cond.
func (en *Endings) checks(cond ast.Expr, is func(*types.Var) bool) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return !found
		}
		v, ok := en.src.Info.Uses[id].(*types.Var)
		found = found || ok && source.ErrorIndex(v.Type()) >= 0 && is(v)
		return !found
	})
	return found
}

// returns reports whether all that is done under cond is to return v, also inside
// another error.
func (en *Endings) returns(cond *ast.IfStmt, v *types.Var) bool {
	if len(cond.Body.List) != 1 {
		return false
	}
	r, ok := cond.Body.List[0].(*ast.ReturnStmt)
	return ok && len(r.Results) > 0 && en.src.Uses(r.Results[len(r.Results)-1], v)
}

// endsPromptly is EndsPromptly for a declaration or a literal.
func (en *Endings) endsPromptly(fn ast.Node) bool {
	d, ok := fn.(*ast.FuncDecl)
	return ok && en.EndsPromptly(d)
}
