package ending

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Outcome is what becomes of the error that a call returns.
type Outcome struct {
	Dropped  bool          // nobody looks at it
	Returned bool          // the function around the call returns it
	Inverted bool          // it is looked at only when the server was stopped
	Ends     *ast.CallExpr // it ends the process, whatever error it is
	Always   bool          // Ends comes even when there is no error
	Guarded  bool          // errors come here, but not the one that says that the server was stopped
}

// Outcomes calls yield for the call that starts l, or binds its port, and for
// each call of a function of this package that returns its error, also of what runs that as
// a command, with what becomes of the error there. A method value or a literal has no outcome
// here otherwise: its caller deals with the error.
func (en *Endings) Outcomes(l *Start, yield func(call *ast.CallExpr, o Outcome)) {
	call, ok := l.Node.(*ast.CallExpr)
	if !ok || l.Call != call || l.Of != nil && !l.Of.Fails {
		return
	}
	en.outcomes(call, l.Of != nil && l.Of.Guarded, yield)
}

// OutcomesOf is Outcomes for any call.
func (en *Endings) OutcomesOf(call *ast.CallExpr, yield func(call *ast.CallExpr, o Outcome)) {
	en.outcomes(call, false, yield)
}

func (en *Endings) outcomes(call *ast.CallExpr, guarded bool, yield func(call *ast.CallExpr, o Outcome)) {
	seen := make(map[*ast.CallExpr]bool)
	var visit func(call *ast.CallExpr, guarded bool)
	visit = func(call *ast.CallExpr, guarded bool) {
		if seen[call] {
			return
		}
		seen[call] = true
		o := en.outcome(call)
		o.Guarded = o.Guarded || guarded
		o.Dropped = o.Dropped && en.ev.Row(en.src.Callee(call), catalog.Work) == nil // a library that runs commands may print it
		if o.Ends != nil && en.recovers(call) {
			o = Outcome{}
		}
		yield(call, o)
		if !o.Returned {
			return
		}
		for _, c := range en.returnsTo(call) {
			visit(c, o.Guarded)
		}
	}
	visit(call, guarded)
}

// returnsTo returns the calls that return what the function around n returns: of that
// function, by its name or by the variables that hold it, or of what runs it as a command of
// a command line.
// Have: app := &cli.App{Action: func(c *cli.Context) error { return serve(c) }}; app.Run(os.Args)
func (en *Endings) returnsTo(n ast.Node) []*ast.CallExpr {
	in := en.src.Function(n)
	if run, _ := en.Command(in); run != nil {
		return []*ast.CallExpr{run}
	}
	if lit, isLit := in.(*ast.FuncLit); isLit {
		cur, _ := en.src.Find(lit)
		return called.ByVariable(en.src, cur)
	}
	calls, _ := en.src.Calls(en.src.EnclosingFunc(n.Pos()))
	return calls
}

// Repeated reports whether l is a listener of a function of this package, as
// it is at a call of that function.
func (l *Start) Repeated() bool { return l.Of != nil && l.Of.Node != nil }

// FailsTo reports whether fn returns the error of starting l, or of binding
// its port, and whether it keeps the one that says that the server was stopped to
// itself.
func (en *Endings) FailsTo(fn *types.Func, l *Start) (fails, guarded bool) {
	en.Outcomes(l, func(call *ast.CallExpr, o Outcome) {
		if o.Returned && en.src.EnclosingFunc(call.Pos()) == fn && !en.src.InLiteral(call) {
			fails, guarded = true, guarded || o.Guarded
		}
	})
	if !fails && en.sentBack(fn, l) {
		return true, true // whether it keeps that one is not followed
	}
	return fails, guarded
}

// outcome is Outcome for any call.
func (en *Endings) outcome(call *ast.CallExpr) Outcome {
	at := source.ErrorIndex(en.src.Info.TypeOf(call))
	if at < 0 {
		return Outcome{}
	}
	cur, ok := en.src.Find(call)
	if !ok {
		return Outcome{}
	}
	if end := en.endOf(cur); end != nil {
		return Outcome{Ends: end, Always: en.Exits(end)}
	}
	parent := cur.Parent()
	for {
		if _, isParen := parent.Node().(*ast.ParenExpr); !isParen {
			break
		}
		parent = parent.Parent()
	}
	switch n := parent.Node().(type) {
	case *ast.ExprStmt, *ast.GoStmt, *ast.DeferStmt:
		return Outcome{Dropped: true}
	case *ast.ReturnStmt:
		if outer := en.calledAtOnce(parent); outer != nil {
			return en.outcome(outer) // the call of the literal returns it
		}
		return Outcome{Returned: true}
	case *ast.CallExpr:
		if n.Fun != call && (en.Exits(n) || en.ExitsInside(n)) {
			return Outcome{Ends: n, Always: en.Exits(n)}
		}
	case *ast.AssignStmt:
		if len(n.Lhs) == len(n.Rhs) {
			at = slices.IndexFunc(n.Rhs, func(e ast.Expr) bool { return ast.Unparen(e) == call })
		}
		if at >= 0 && at < len(n.Lhs) {
			return en.outcomeOf(n.Lhs[at], parent)
		}
	case *ast.ValueSpec:
		if at < len(n.Names) && len(n.Values) == 1 {
			return en.outcomeOf(n.Names[at], parent)
		}
	}
	return Outcome{}
}

// calledAtOnce returns the call of the function literal that the statement at
// cur stands in, when the literal is called where it stands: func() error { … }().
func (en *Endings) calledAtOnce(cur inspector.Cursor) *ast.CallExpr {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if call, ok := c.Parent().Node().(*ast.CallExpr); ok && call.Fun == c.Node() {
			return call
		}
		break
	}
	return nil
}

// outcomeOf returns what becomes of the error that the statement at cur
// assigns to e.
func (en *Endings) outcomeOf(e ast.Expr, cur inspector.Cursor) Outcome {
	id, ok := e.(*ast.Ident)
	if !ok {
		return Outcome{}
	}
	if id.Name == "_" {
		return Outcome{Dropped: true}
	}
	v, ok := en.src.Info.ObjectOf(id).(*types.Var)
	if !ok {
		return Outcome{}
	}
	var fn ast.Node
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		fn = c.Node()
		break
	}
	cond := en.NextCondition(cur)
	if fn == nil || v.Pos() < fn.Pos() || fn.End() <= v.Pos() { // of a function further out: read elsewhere, too
		if fn != nil && cond != nil && en.isNilCheck(cond.Cond, v) && !en.MentionsClosed(fn) {
			return Outcome{Ends: en.ending(cond.Body.List)}
		}
		return Outcome{}
	}
	returned := func(guarded bool) Outcome {
		return Outcome{Returned: true, Guarded: guarded || en.MentionsClosed(fn) || !en.endsPromptly(fn)}
	}
	switch {
	case cond == nil:
		if en.passedOn(v, cur) {
			return returned(false)
		}
		return en.endsNext(v, cur)
	case cond.Else == nil && en.OnlyStopped(cond.Cond, v) && en.passedOnBehind(v, cond):
		return Outcome{Returned: true, Guarded: true}
	case cond.Else == nil && en.OnlyStopped(cond.Cond, v) && !isResult(en.src.Info, fn, v) && en.src.OnlyUsedIn(v, fn, cond):
		return Outcome{Inverted: en.wellBehind(cond, v)}
	case cond.Else == nil && en.OnlyLogs(cond.Body, 0) && en.passedOnBehind(v, cond):
		return returned(false)
	case cond.Else == nil && en.returns(cond, v):
		any, closed := en.ErrorCheck(cond.Cond, v)
		if !any && !closed {
			return Outcome{}
		}
		return returned(closed)
	case cond.Else == nil && len(cond.Body.List) == 0 && en.looksAt(cond.Cond, v) && !isResult(en.src.Info, fn, v) && en.src.OnlyUsedIn(v, fn, cond):
		return Outcome{Dropped: true} // if err != nil {}
	case en.isNilCheck(cond.Cond, v) && !en.MentionsClosed(fn):
		return Outcome{Ends: en.ending(cond.Body.List)}
	}
	return Outcome{}
}

// isResult reports whether v is a named result of fn, a declaration or literal.
func isResult(info *types.Info, fn ast.Node, v *types.Var) bool {
	t := source.TypeOf(fn)
	if t == nil || t.Results == nil {
		return false
	}
	for _, field := range t.Results.List {
		if slices.ContainsFunc(field.Names, func(id *ast.Ident) bool { return info.Defs[id] == v }) {
			return true
		}
	}
	return false
}

// NextCondition returns the if statement that the assignment at cur is the
// init of, or that follows it.
func (en *Endings) NextCondition(cur inspector.Cursor) *ast.IfStmt {
	if s, ok := cur.Parent().Node().(*ast.IfStmt); ok {
		return s
	}
	if spec, ok := cur.Node().(*ast.ValueSpec); ok && spec != nil {
		cur = cur.Parent().Parent() // the declaration, and its statement
	}
	next, ok := following(cur)
	if !ok {
		return nil
	}
	s, _ := next.Node().(*ast.IfStmt)
	return s
}

// following returns the statement that comes after the one at cur: the next in
// its list, or what follows the if statement whose branch it is the last of.
func following(cur inspector.Cursor) (inspector.Cursor, bool) {
	for {
		if next, ok := cur.NextSibling(); ok {
			switch cur.Parent().Node().(type) {
			case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
				return next, true
			}
		}
		list := cur.Parent()
		if _, isBlock := list.Node().(*ast.BlockStmt); !isBlock {
			return inspector.Cursor{}, false
		}
		outer := list.Parent()
		for {
			branch, isIf := outer.Node().(*ast.IfStmt)
			if !isIf {
				return inspector.Cursor{}, false
			}
			parent, isElse := outer.Parent().Node().(*ast.IfStmt)
			if !isElse || parent.Else != branch {
				break
			}
			outer = outer.Parent()
		}
		cur = outer
	}
}

// passedOn reports whether the function returns the error v in a statement that follows
// the one at cur, with nothing between them that may keep it or leave.
func (en *Endings) passedOn(v *types.Var, cur inspector.Cursor) bool {
	for next, ok := following(cur); ok; next, ok = following(next) {
		switch s := next.Node().(type) {
		case *ast.ReturnStmt:
			return len(s.Results) > 0 && en.src.Uses(s.Results[len(s.Results)-1], v)
		case *ast.ExprStmt:
			if call, isCall := ast.Unparen(s.X).(*ast.CallExpr); !isCall || en.Exits(call) || en.ExitsInside(call) || en.MayWait(s, 0) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// passedOnBehind is passedOn behind cond, a statement of its own.
// Have: if errors.Is(err, http.ErrServerClosed) { return nil }; return err
func (en *Endings) passedOnBehind(v *types.Var, cond *ast.IfStmt) bool {
	at, ok := en.src.Find(cond)
	return ok && en.passedOn(v, at)
}

// endsNext returns the outcome of an error v that is not compared: the next
// statement may end the process with it.
func (en *Endings) endsNext(v *types.Var, cur inspector.Cursor) Outcome {
	next, ok := following(cur)
	if !ok {
		return Outcome{}
	}
	s, ok := next.Node().(*ast.ExprStmt)
	if !ok || !en.src.Uses(s, v) {
		return Outcome{}
	}
	if call := en.ending([]ast.Stmt{s}); call != nil {
		return Outcome{Ends: call, Always: en.Exits(call)}
	}
	return Outcome{}
}

// ending returns the call in a list of statements that ends the process for
// certain: nothing before it can leave the list, or wait for something.
func (en *Endings) ending(list []ast.Stmt) *ast.CallExpr {
	for _, s := range list {
		s, ok := s.(*ast.ExprStmt)
		if !ok {
			return nil
		}
		call, ok := ast.Unparen(s.X).(*ast.CallExpr)
		if ok && (en.Exits(call) || en.ExitsInside(call)) {
			return call
		}
		if en.MayWait(s, 0) {
			return nil
		}
	}
	return nil
}

// ExitsInside reports whether call calls a function of this package that ends
// the process when it is given an error: must(err).
func (en *Endings) ExitsInside(call *ast.CallExpr) bool {
	d := en.src.Decl(en.src.Callee(call))
	if d == nil || d.Body == nil || len(call.Args) == 0 || en.MentionsClosed(d) {
		return false
	}
	errs := 0
	for _, a := range call.Args {
		if t := en.src.Info.TypeOf(a); t != nil && source.ErrorIndex(t) >= 0 {
			errs++
		}
	}
	if errs == 0 {
		return false
	}
	for _, s := range d.Body.List {
		cond, ok := s.(*ast.IfStmt)
		switch {
		case !ok && en.ending([]ast.Stmt{s}) != nil:
			return true
		case ok && IsErrorCheck(en.src.Info, cond.Cond, token.NEQ) && en.ending(cond.Body.List) != nil:
			return true
		case ok && IsErrorCheck(en.src.Info, cond.Cond, token.EQL) && cond.Else == nil:
			// if err == nil { return }
		case MayLeave(s) || en.MayWait(s, 0):
			return false
		}
	}
	return false
}

// IsErrorCheck reports whether e compares an error with nil: err != nil.
func IsErrorCheck(info *types.Info, e ast.Expr, op token.Token) bool {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	return ok && b.Op == op && info.Types[b.Y].IsNil() && source.ErrorIndex(info.TypeOf(b.X)) >= 0
}

// MayLeave reports whether the function around s may end in it.
func MayLeave(s ast.Stmt) bool {
	leaves := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt, *ast.BranchStmt:
			leaves = true
		}
		return !leaves
	})
	return leaves
}

// recovers reports whether the function around n has a deferred call of
// recover, so that a panic in it is not the end.
func (en *Endings) recovers(n ast.Node) bool {
	fn := en.src.Function(n)
	if fn == nil {
		return false
	}
	found := false
	ast.Inspect(fn, func(n ast.Node) bool {
		d, ok := n.(*ast.DeferStmt)
		if !ok {
			return !found
		}
		var body ast.Node = d.Call
		if b := en.src.Decl(en.src.Callee(d.Call)); b != nil && b.Body != nil {
			body = b.Body
		}
		ast.Inspect(body, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				b, isBuiltin := en.src.Info.Uses[id].(*types.Builtin)
				found = found || isBuiltin && b.Name() == "recover"
			}
			return !found
		})
		return false
	})
	return found
}

// isNilCheck reports whether e is v != nil.
func (en *Endings) isNilCheck(e ast.Expr, v *types.Var) bool {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ {
		return false
	}
	x, y := b.X, b.Y
	if en.src.Info.Types[x].IsNil() {
		x, y = y, x
	}
	return en.src.Info.Types[y].IsNil() && en.src.IsVar(x, v)
}
