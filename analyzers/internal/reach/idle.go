package reach

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Idle tells why a stop at n is never reached although the function around it
// runs: what it waits for is a context that never ends ("context"), or a channel on
// which nothing is ever sent ("channel"), or it stands behind start, which blocks
// ("start"), what sits for ever ("ever") or waits for itself ("itself"), or main, which
// defers it, ends with os.Exit ("exit"); start may be nil. It is "" when it may be reached.
func (re *Reach) Idle(n ast.Node, start *ending.Start) string {
	return re.idle(n, start, re.never, 0)
}

// Until returns the parameter of the function around n, a context or a channel that is
// only closed, without whose end n is never reached, or nil.
func (re *Reach) Until(n ast.Node) *types.Var {
	var until *types.Var
	why := re.idle(n, nil, func(e ast.Expr) string {
		told := re.endOfWait(e)
		if told == nil {
			return ""
		}
		given := re.Outer(told)
		if given == nil || until != nil && given != until { // one of several is enough
			return ""
		}
		until = given
		return "given"
	}, 0)
	if why == "" {
		return nil
	}
	return until
}

// UntilCommand returns the command-line library with the context of whose command n waits to
// end before it is reached, and where that is asked for: see [contexts.Contexts.EndsWithCommand].
func (re *Reach) UntilCommand(n ast.Node) (library string, at ast.Expr) {
	re.idle(n, nil, func(e ast.Expr) string {
		if ctx := source.DoneOf(e); ctx != nil && library == "" {
			library, at = re.EndsWithCommand(ctx)
		}
		return library
	}, 0)
	return library, at
}

// endOfWait returns the context, or the channel that is only closed, with which a receive
// from e is over, or nil.
func (re *Reach) endOfWait(e ast.Expr) ast.Expr {
	if ctx := source.DoneOf(e); ctx != nil {
		return ctx
	}
	if !re.OnlyClosed(e) {
		return nil
	}
	return e
}

// idle is Idle with what tells why a receive from a channel never comes to an end.
func (re *Reach) idle(n ast.Node, start *ending.Start, never func(ast.Expr) string, depth int) string {
	cur, ok := re.src.Find(n)
	if !ok || depth > 3 {
		return ""
	}
	if re.behindStart(cur, start) {
		return "start"
	}
	for c := range cur.Enclosing((*ast.BlockStmt)(nil), (*ast.CaseClause)(nil), (*ast.CommClause)(nil), (*ast.IfStmt)(nil), (*ast.DeferStmt)(nil), (*ast.FuncLit)(nil)) {
		var list []ast.Stmt
		switch b := c.Node().(type) {
		case *ast.BlockStmt:
			list = b.List
		case *ast.CaseClause:
			list = b.Body
		case *ast.CommClause:
			if list = b.Body; b.Comm != nil && n.Pos() > b.Comm.End() {
				list = append([]ast.Stmt{b.Comm}, b.Body...)
			}
		case *ast.IfStmt:
			if b.Init != nil {
				list = []ast.Stmt{b.Init}
			}
		case *ast.DeferStmt:
			return re.skipped(c)
		default: // whoever runs it, it has to be made first
			if end := re.EndOf(c.Node()); end != nil {
				return never(end)
			}
			continue
		}
		for _, s := range list {
			if s.End() > n.Pos() {
				continue
			}
			if why := re.stuck(s, never, 0); why != "" {
				return why
			}
			if re.waitsForItself(s, n) {
				return "itself"
			}
			if re.blocksAt(s, start) || re.hearsOnly(s, start) {
				return "start"
			}
		}
	}
	if end := re.EndOf(re.src.Function(n)); end != nil {
		return never(end)
	}
	if value, ok := called.Value(re.src, re.src.Function(n)); ok && re.behindStart(value, start) {
		return "start"
	}
	if call := called.Only(re.src, n); call != nil {
		return re.idle(call, start, never, depth+1)
	}
	return ""
}

// behindStart reports whether the function at cur, a value, is called by a library only when
// another has returned, in whose own flow start stands, which blocks.
func (re *Reach) behindStart(cur inspector.Cursor, start *ending.Start) bool {
	if start == nil || start.Call == nil || start.Node != start.Call {
		return false
	}
	return slices.ContainsFunc(re.CalledBefore(cur), func(before ast.Node) bool {
		for call := start.Call; call != nil && !re.src.Goes(call); call = re.src.OnlyCall(call) {
			if re.src.Function(call) != before {
				continue
			}
			at := &ending.Start{Node: call, Call: call}
			return slices.ContainsFunc(source.BodyOf(before).List, func(s ast.Stmt) bool {
				_, returns := s.(*ast.ReturnStmt)
				return re.blocksAt(s, at) || returns && s.Pos() <= call.Pos() && call.End() <= s.End()
			})
		}
		return false
	})
}

// skipped returns "exit" if what the statement at cur defers in main never runs:
// main ends with a call that ends the process there and then, and in no other way.
func (re *Reach) skipped(cur inspector.Cursor) string {
	d, ok := re.src.Function(cur.Node()).(*ast.FuncDecl)
	if !ok || !re.src.Main || d.Recv != nil || d.Name.Name != "main" || len(d.Body.List) == 0 || len(re.src.Returns(d)) > 0 {
		return ""
	}
	last, ok := d.Body.List[len(d.Body.List)-1].(*ast.ExprStmt)
	if !ok {
		return ""
	}
	if call, ok := ast.Unparen(last.X).(*ast.CallExpr); !ok || re.src.CalleeName(call) != "os.Exit" {
		return ""
	}
	return "exit"
}

// stuck tells why s never comes to its end, or only by leaving the function: it
// receives from what never tells it why, or is a select of such cases, or of none
// ("ever"), or calls what is that.
func (re *Reach) stuck(s ast.Stmt, never func(ast.Expr) string, depth int) string {
	switch s := s.(type) {
	case *ast.ExprStmt:
		switch e := ast.Unparen(s.X).(type) {
		case *ast.UnaryExpr:
			if e.Op == token.ARROW {
				return never(e.X)
			}
		case *ast.CallExpr:
			if re.sitsForEver(e, depth) {
				return "ever"
			}
		}
	case *ast.SelectStmt:
		if len(s.Body.List) == 0 {
			return "ever"
		}
		why := ""
		for _, c := range s.Body.List {
			c := c.(*ast.CommClause)
			if len(c.Body) > 0 {
				if _, returns := c.Body[len(c.Body)-1].(*ast.ReturnStmt); returns {
					continue
				}
			}
			if c.Comm == nil {
				return ""
			}
			one := re.stuck(c.Comm, never, depth)
			if one == "" {
				return ""
			}
			why = one
		}
		return why
	}
	return ""
}

// waitsForItself reports whether s, which comes before n, waits for a group in which the
// goroutine is counted that both run in: it is done when that returns.
// Have: go func() { defer d.wg.Done(); <-ctx.Done(); d.wg.Wait(); d.srv.Shutdown(ctx) }()
func (re *Reach) waitsForItself(s ast.Stmt, n ast.Node) bool {
	wait, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(wait.X).(*ast.CallExpr)
	if !ok || re.src.CalleeName(call) != "(*sync.WaitGroup).Wait" {
		return false
	}
	id := identity.Of(re.src, source.ReceiverOf(call, re.src.Info))
	for range 4 {
		in := re.src.Function(n)
		if in == nil || source.BodyOf(in) == nil || id.Unknown {
			return false
		}
		for _, last := range source.BodyOf(in).List {
			done, ok := last.(*ast.DeferStmt)
			if ok && re.src.CalleeName(done.Call) == "(*sync.WaitGroup).Done" && id.Meets(identity.Of(re.src, source.ReceiverOf(done.Call, re.src.Info))) {
				return true
			}
		}
		by := called.Only(re.src, n)
		if by == nil {
			return false
		}
		n = by
	}
	return false
}

// sitsForEver reports whether all functions that call may be of sit in a select without
// cases.
// Have: var wait = func() { select {} }
func (re *Reach) sitsForEver(call *ast.CallExpr, depth int) bool {
	if len(call.Args) > 0 || depth > 2 || !re.src.Info.Types[call.Fun].IsValue() {
		return false
	}
	fns := re.ev.Close(re.ev.Eval(call.Fun)).Alts
	return len(fns) > 0 && !slices.ContainsFunc(fns, func(a origin.Alt) bool {
		body := re.src.Body(a.Func())
		return body == nil || !slices.ContainsFunc(body.List, func(s ast.Stmt) bool {
			return re.stuck(s, func(ast.Expr) string { return "" }, depth+1) == "ever"
		})
	})
}

// Never tells what e is, which something waits for, when that never ends: a context or
// a channel; else "".
func (re *Reach) Never(e ast.Expr) string {
	if _, isChan := re.src.Info.TypeOf(e).Underlying().(*types.Chan); isChan {
		if call, isCall := ast.Unparen(e).(*ast.CallExpr); isCall && re.src.Info.Types[call.Fun].IsBuiltin() {
			return "channel" // nobody else has what is made here
		}
		return re.never(e)
	}
	if re.EndsNever(e) {
		return "context"
	}
	return ""
}

// never returns "context" if e is the end of a context that never comes, and
// "channel" if it is a channel on which nothing is sent; else "".
func (re *Reach) never(e ast.Expr) string {
	switch ctx := source.DoneOf(e); {
	case identity.Of(re.src, e).NeverEnds(), ctx != nil && re.EndsNever(ctx):
		return "context"
	case ctx == nil && re.silent(e):
		return "channel"
	}
	return ""
}

// SitsBeside reports whether the function around n waits for the end of a context.
func (re *Reach) SitsBeside(n ast.Node) bool {
	around := re.src.Outermost(n.Pos())
	return slices.ContainsFunc(re.src.CallsTo(func(fn *types.Func) bool { return fn.FullName() == "(context.Context).Done" }), func(call *ast.CallExpr) bool {
		cur, ok := re.src.Find(call)
		return ok && notice.Receives(cur) && re.src.Outermost(call.Pos()) == around
	})
}

// silent reports whether nothing is ever sent on e, a channel, and nobody closes
// it: all that is done with the variables that hold it is to wait.
func (re *Reach) silent(e ast.Expr) bool {
	id := identity.Of(re.src, e)
	if id.Unknown || len(id.Held) == 0 {
		return false
	}
	for o := range id.Held {
		v, ok := o.(*types.Var)
		if !ok || v.Pkg() != re.src.Pkg || !re.src.Main && v.Exported() && (v.IsField() || v.Parent() == re.src.Pkg.Scope()) {
			return false
		}
		if _, isChan := v.Type().Underlying().(*types.Chan); !isChan {
			return false
		}
		for _, use := range re.src.Variable(v).Uses {
			if re.UsedTo(use) != notice.UsedToWait {
				return false
			}
		}
	}
	for maker := range id.Makers {
		if maker != "make" {
			return false
		}
	}
	return true
}

// blocksAt reports whether the statement s itself calls start.
func (re *Reach) blocksAt(s ast.Stmt, start *ending.Start) bool {
	if start == nil || start.Call == nil || start.Node != start.Call || s.Pos() > start.Call.Pos() || s.End() < start.Call.End() {
		return false
	}
	switch s := s.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.DeclStmt, *ast.SendStmt:
	case *ast.GoStmt, *ast.DeferStmt:
		if !source.GivenIn(start.Call, s) {
			return false
		}
	case *ast.IfStmt:
		if s.Init == nil || s.Init.Pos() > start.Call.Pos() || s.Init.End() < start.Call.End() {
			return false // one of its branches
		}
	default:
		return false
	}
	return re.src.Function(start.Call) == re.src.Function(s)
}

// hearsOnly reports whether s receives from a channel on which nothing is sent but
// what start returns, or waits for a group in which nothing else is counted: it
// waits for the end of start.
func (re *Reach) hearsOnly(s ast.Stmt, start *ending.Start) bool {
	if start == nil || start.Call == nil {
		return false
	}
	e := re.ReceivesIn(s)
	if e == nil {
		return false
	}
	v, ok := re.src.Object(e).(*types.Var)
	if !ok || v.IsField() || v.Pkg() != re.src.Pkg || v.Parent() == re.src.Pkg.Scope() || re.src.Variable(v).Param != nil {
		return false
	}
	told := false
	for _, cur := range re.src.Variable(v).Uses {
		switch re.UsedTo(cur) {
		case notice.UsedOtherwise:
			return false
		case notice.UsedToTell:
			if told = true; !re.ofStart(cur, start) {
				return false
			}
		}
	}
	return told
}

// ofStart reports whether what tells at cur tells of the end of start: it sends what
// that returns, or counts the goroutine of it out.
func (re *Reach) ofStart(cur inspector.Cursor, start *ending.Start) bool {
	if send, ok := cur.Parent().Node().(*ast.SendStmt); ok {
		return send.Value.Pos() <= start.Call.Pos() && start.Call.End() <= send.Value.End()
	}
	if cur.ParentEdgeKind() != edge.SelectorExpr_X {
		return false // closed
	}
	return re.src.Function(cur.Node()) == re.src.Function(start.Call)
}
