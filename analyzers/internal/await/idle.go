package await

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
func (aw *Waits) Idle(n ast.Node, start *ending.Start) string {
	return aw.idle(n, start, aw.never, 0)
}

// Until returns the parameter of the function around n, a context or a channel that is
// only closed, without whose end n is never reached, or nil.
func (aw *Waits) Until(n ast.Node) *types.Var {
	var until *types.Var
	why := aw.idle(n, nil, func(e ast.Expr) string {
		told := aw.endOfWait(e)
		if told == nil {
			return ""
		}
		given := aw.Outer(told)
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

// endOfWait returns the context, or the channel that is only closed, with which a receive
// from e is over, or nil.
func (aw *Waits) endOfWait(e ast.Expr) ast.Expr {
	if ctx := source.DoneOf(e); ctx != nil {
		return ctx
	}
	if !aw.OnlyClosed(e) {
		return nil
	}
	return e
}

// idle is Idle with what tells why a receive from a channel never comes to an end.
func (aw *Waits) idle(n ast.Node, start *ending.Start, never func(ast.Expr) string, depth int) string {
	cur, ok := aw.src.Find(n)
	if !ok || depth > 3 {
		return ""
	}
	if aw.behindStart(cur, start) {
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
			return aw.skipped(c)
		default: // whoever runs it, it has to be made first
			if end := aw.EndOf(c.Node()); end != nil {
				return never(end)
			}
			continue
		}
		for _, s := range list {
			if s.End() > n.Pos() {
				continue
			}
			if why := aw.stuck(s, never, 0); why != "" {
				return why
			}
			if aw.waitsForItself(s, n) {
				return "itself"
			}
			if aw.blocksAt(s, start) || aw.hearsOnly(s, start) {
				return "start"
			}
		}
	}
	if end := aw.EndOf(aw.src.Function(n)); end != nil {
		return never(end)
	}
	if value, ok := called.Value(aw.src, aw.src.Function(n)); ok && aw.behindStart(value, start) {
		return "start"
	}
	if call := called.Only(aw.src, n); call != nil {
		return aw.idle(call, start, never, depth+1)
	}
	return ""
}

// behindStart reports whether the function at cur, a value, is called by a library only when
// another has returned, in whose own flow start stands, which blocks.
func (aw *Waits) behindStart(cur inspector.Cursor, start *ending.Start) bool {
	if start == nil || start.Call == nil || start.Node != start.Call {
		return false
	}
	return slices.ContainsFunc(aw.CalledBefore(cur), func(before ast.Node) bool {
		for call := start.Call; call != nil && !aw.src.Goes(call); call = aw.src.OnlyCall(call) {
			if aw.src.Function(call) != before {
				continue
			}
			at := &ending.Start{Node: call, Call: call}
			return slices.ContainsFunc(source.BodyOf(before).List, func(s ast.Stmt) bool {
				_, returns := s.(*ast.ReturnStmt)
				return aw.blocksAt(s, at) || returns && s.Pos() <= call.Pos() && call.End() <= s.End()
			})
		}
		return false
	})
}

// skipped returns "exit" if what the statement at cur defers in main never runs:
// main ends with a call that ends the process there and then, and in no other way.
func (aw *Waits) skipped(cur inspector.Cursor) string {
	d, ok := aw.src.Function(cur.Node()).(*ast.FuncDecl)
	if !ok || !aw.src.Main || d.Recv != nil || d.Name.Name != "main" || len(d.Body.List) == 0 || len(aw.src.Returns(d)) > 0 {
		return ""
	}
	last, ok := d.Body.List[len(d.Body.List)-1].(*ast.ExprStmt)
	if !ok {
		return ""
	}
	if call, ok := ast.Unparen(last.X).(*ast.CallExpr); !ok || aw.src.CalleeName(call) != "os.Exit" {
		return ""
	}
	return "exit"
}

// stuck tells why s never comes to its end, or only by leaving the function: it
// receives from what never tells it why, or is a select of such cases, or of none
// ("ever"), or calls what is that.
func (aw *Waits) stuck(s ast.Stmt, never func(ast.Expr) string, depth int) string {
	switch s := s.(type) {
	case *ast.ExprStmt:
		switch e := ast.Unparen(s.X).(type) {
		case *ast.UnaryExpr:
			if e.Op == token.ARROW {
				return never(e.X)
			}
		case *ast.CallExpr:
			if aw.sitsForEver(e, depth) {
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
			one := aw.stuck(c.Comm, never, depth)
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
func (aw *Waits) waitsForItself(s ast.Stmt, n ast.Node) bool {
	wait, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(wait.X).(*ast.CallExpr)
	if !ok || aw.src.CalleeName(call) != "(*sync.WaitGroup).Wait" {
		return false
	}
	id := identity.Of(aw.src, source.ReceiverOf(call, aw.src.Info))
	for range 4 {
		in := aw.src.Function(n)
		if in == nil || source.BodyOf(in) == nil || id.Unknown {
			return false
		}
		for _, last := range source.BodyOf(in).List {
			done, ok := last.(*ast.DeferStmt)
			if ok && aw.src.CalleeName(done.Call) == "(*sync.WaitGroup).Done" && id.Meets(identity.Of(aw.src, source.ReceiverOf(done.Call, aw.src.Info))) {
				return true
			}
		}
		by := called.Only(aw.src, n)
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
func (aw *Waits) sitsForEver(call *ast.CallExpr, depth int) bool {
	if len(call.Args) > 0 || depth > 2 || !aw.src.Info.Types[call.Fun].IsValue() {
		return false
	}
	fns := aw.ev.Close(aw.ev.Eval(call.Fun)).Alts
	return len(fns) > 0 && !slices.ContainsFunc(fns, func(a origin.Alt) bool {
		body := aw.bodyOf(a)
		return body == nil || !slices.ContainsFunc(body.List, func(s ast.Stmt) bool {
			return aw.stuck(s, func(ast.Expr) string { return "" }, depth+1) == "ever"
		})
	})
}

// Never tells what e is, which something waits for, when that never ends: a context or
// a channel; else "".
func (aw *Waits) Never(e ast.Expr) string {
	if _, isChan := aw.src.Info.TypeOf(e).Underlying().(*types.Chan); isChan {
		if call, isCall := ast.Unparen(e).(*ast.CallExpr); isCall && aw.src.Info.Types[call.Fun].IsBuiltin() {
			return "channel" // nobody else has what is made here
		}
		return aw.never(e)
	}
	if aw.EndsNever(e) {
		return "context"
	}
	return ""
}

// never returns "context" if e is the end of a context that never comes, and
// "channel" if it is a channel on which nothing is sent; else "".
func (aw *Waits) never(e ast.Expr) string {
	switch ctx := source.DoneOf(e); {
	case identity.Of(aw.src, e).NeverEnds(), ctx != nil && aw.EndsNever(ctx):
		return "context"
	case ctx == nil && aw.silent(e):
		return "channel"
	}
	return ""
}

// SitsBeside reports whether the function around n waits for the end of a context.
func (aw *Waits) SitsBeside(n ast.Node) bool {
	around := aw.src.Outermost(n.Pos())
	return slices.ContainsFunc(aw.src.CallsTo(func(fn *types.Func) bool { return fn.FullName() == "(context.Context).Done" }), func(call *ast.CallExpr) bool {
		cur, ok := aw.src.Find(call)
		return ok && notice.Receives(cur) && aw.src.Outermost(call.Pos()) == around
	})
}

// silent reports whether nothing is ever sent on e, a channel, and nobody closes
// it: all that is done with the variables that hold it is to wait.
func (aw *Waits) silent(e ast.Expr) bool {
	id := identity.Of(aw.src, e)
	if id.Unknown || len(id.Held) == 0 {
		return false
	}
	for o := range id.Held {
		v, ok := o.(*types.Var)
		if !ok || v.Pkg() != aw.src.Pkg || !aw.src.Main && v.Exported() && (v.IsField() || v.Parent() == aw.src.Pkg.Scope()) {
			return false
		}
		if _, isChan := v.Type().Underlying().(*types.Chan); !isChan {
			return false
		}
		for _, use := range aw.src.Variable(v).Uses {
			if aw.UsedTo(use) != notice.UsedToWait {
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
func (aw *Waits) blocksAt(s ast.Stmt, start *ending.Start) bool {
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
	return aw.src.Function(start.Call) == aw.src.Function(s)
}

// hearsOnly reports whether s receives from a channel on which nothing is sent but
// what start returns, or waits for a group in which nothing else is counted: it
// waits for the end of start.
func (aw *Waits) hearsOnly(s ast.Stmt, start *ending.Start) bool {
	if start == nil || start.Call == nil {
		return false
	}
	e := aw.ReceivesIn(s)
	if e == nil {
		return false
	}
	v, ok := aw.src.Object(e).(*types.Var)
	if !ok || v.IsField() || v.Pkg() != aw.src.Pkg || v.Parent() == aw.src.Pkg.Scope() || aw.src.Variable(v).Param != nil {
		return false
	}
	told := false
	for _, cur := range aw.src.Variable(v).Uses {
		switch aw.UsedTo(cur) {
		case notice.UsedOtherwise:
			return false
		case notice.UsedToTell:
			if told = true; !aw.ofStart(cur, start) {
				return false
			}
		}
	}
	return told
}

// ofStart reports whether what tells at cur tells of the end of start: it sends what
// that returns, or counts the goroutine of it out.
func (aw *Waits) ofStart(cur inspector.Cursor, start *ending.Start) bool {
	if send, ok := cur.Parent().Node().(*ast.SendStmt); ok {
		return send.Value.Pos() <= start.Call.Pos() && start.Call.End() <= send.Value.End()
	}
	if cur.ParentEdgeKind() != edge.SelectorExpr_X {
		return false // closed
	}
	return aw.src.Function(cur.Node()) == aw.src.Function(start.Call)
}
