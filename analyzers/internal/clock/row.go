package clock

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Row is what stands in one line with a drain, between the signal and the end
// of the program, as far as it can be seen.
type Row struct {
	Before time.Duration // what is slept first
	After  time.Duration // what may be waited for next, with limits of its own
	Others []Chosen      // and these
	Prompt bool          // the drain begins as soon as the signal is there
	Told   bool          // it begins behind a wait for the signal
}

// RowOf returns what stands in one line with stop, a call that drains.
func (ck *Clock) RowOf(stop *ast.CallExpr) Row {
	r := &row{Clock: ck, prompt: true}
	r.around(stop, 0)
	return Row{r.before, r.after, r.others, r.prompt && r.waits, r.waits}
}

// row is a Row in the making.
type row struct {
	*Clock
	before, after time.Duration
	others        []Chosen
	waits, prompt bool // a wait for the end was found; nothing stands behind it
	lost          bool // what came before cannot be told any more
}

// around adds what stands before and behind n in its list of statements, and
// in those around that. Where a function is called in one other only, it goes on
// there, at the first of the calls.
func (r *row) around(n ast.Node, depth int) {
	cur, ok := r.src.Find(n)
	if !ok || depth > 3 {
		r.lose()
		return
	}
	for c := cur; ; c = c.Parent() {
		stmt, _ := c.Node().(ast.Stmt)
		switch around := c.Parent().Node().(type) {
		case *ast.BlockStmt:
			r.line(around.List, stmt)
		case *ast.CaseClause:
			r.line(around.Body, stmt)
		case *ast.CommClause:
			if stmt == around.Comm {
				r.lose()
				return
			}
			r.line(around.Body, stmt)
			if !r.lost && !r.waits && around.Comm != nil {
				r.wait(around.Comm)
				r.lost = true // of two waits, the one behind counts
			}
		case *ast.ForStmt, *ast.RangeStmt, *ast.GoStmt, *ast.DeferStmt, *ast.File, nil:
			r.lose()
			return
		case *ast.FuncLit:
			r.lose()
			return
		case *ast.FuncDecl:
			fn, _ := r.src.Info.Defs[around.Name].(*types.Func)
			if fn == nil {
				r.lose()
				return
			}
			calls, all := r.src.Calls(fn)
			calls = slices.SortedFunc(slices.Values(calls), func(a, b *ast.CallExpr) int { return r.src.InOrder(a, b) })
			if !all || len(calls) == 0 || slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return r.src.Function(call) != r.src.Function(calls[0]) }) {
				r.lose()
				return
			}
			r.around(calls[0], depth+1)
			return
		}
	}
}

// lose notes that it is not known what came before.
func (r *row) lose() {
	r.prompt = r.prompt && r.waits
	r.lost = true
}

// line adds what stands before and behind stmt in list.
func (r *row) line(list []ast.Stmt, stmt ast.Stmt) {
	i := slices.Index(list, stmt)
	if i < 0 {
		return
	}
	for _, next := range list[i+1:] {
		r.after += r.span(next, stmt.End(), 0)
	}
	for _, earlier := range slices.Backward(list[:i]) {
		if r.lost || r.waits {
			return
		}
		if d, known, sleeps := r.sleep(earlier); sleeps {
			r.before += d
			r.prompt = false
			r.lost = !known
			continue
		}
		if r.wait(earlier) {
			return
		}
		r.prompt = r.prompt && r.idle(earlier)
	}
}

// wait reports whether stmt waits for something to happen, and notes whether
// that is a signal, or the end of a context, which may be one.
func (r *row) wait(stmt ast.Stmt) bool {
	blocks := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				blocks = true
				r.waits = r.waits || r.asked(n.X)
			}
		case *ast.CallExpr:
			sits := r.heard.Sits(n)
			r.waits = r.waits || sits
			if fn := r.src.Callee(n); sits || fn != nil && fn.Name() == "Wait" {
				blocks = true
			}
		}
		return true
	})
	if blocks && !r.waits {
		r.prompt = false
		r.lost = true
	}
	return blocks
}

// asked reports whether the channel e brings signals, or the end of a context.
func (r *row) asked(e ast.Expr) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && r.src.CalleeName(call) == "(context.Context).Done" {
		return true
	}
	return source.IsSignals(r.src.Info.TypeOf(e))
}

// sleep returns how long stmt sleeps, when it does nothing else; known is false
// when that is not written.
func (r *row) sleep(stmt ast.Stmt) (d time.Duration, known, sleeps bool) {
	s, ok := stmt.(*ast.ExprStmt)
	if !ok {
		return 0, false, false
	}
	e := ast.Unparen(s.X)
	name := "time.Sleep"
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.ARROW {
		e, name = ast.Unparen(u.X), "time.After"
	}
	call, ok := e.(*ast.CallExpr)
	if !ok || r.src.CalleeName(call) != name || len(call.Args) != 1 {
		return 0, false, false
	}
	d, known = r.Duration(call.Args[0])
	return d, known, true
}

// idle reports whether stmt neither takes time nor tells anybody that the end
// has come: it logs, or makes a context.
func (r *row) idle(stmt ast.Stmt) bool {
	switch stmt.(type) {
	case *ast.DeclStmt, *ast.AssignStmt, *ast.ExprStmt, *ast.DeferStmt:
	default:
		return false
	}
	idle := true
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			idle = idle && r.harmless(n)
		}
		return true
	})
	return idle
}

// harmless reports whether a call only logs, or makes or ends a context.
func (r *row) harmless(call *ast.CallExpr) bool {
	if tv := r.src.Info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return true
	}
	fn := r.src.Callee(call)
	if fn == nil {
		return source.Named(r.src.Info.TypeOf(call.Fun)) == "context.CancelFunc"
	}
	if fn.Pkg() == nil {
		return true // error.Error
	}
	switch fn.Pkg().Path() {
	case "context", "fmt", "log", "log/slog", "os/signal", "errors":
		return true
	}
	return !r.src.Ours(fn.Pkg()) && ending.LogsEvent(fn.Name())
}

// span returns for how long a statement may wait, with limits that are written
// and that begin behind from: those of contexts that are given to what stops
// something, and sleeps.
func (r *row) span(stmt ast.Stmt, from token.Pos, depth int) (sum time.Duration) {
	if d, known, sleeps := r.sleep(stmt); sleeps {
		if known {
			return d
		}
		return 0
	}
	var heads []ast.Node
	switch s := stmt.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.ReturnStmt, *ast.DeclStmt:
		heads = append(heads, s)
	case *ast.BlockStmt:
		for _, inner := range s.List {
			sum += r.span(inner, from, depth)
		}
		return sum
	case *ast.IfStmt:
		if s.Init != nil {
			heads = append(heads, s.Init)
		}
		heads = append(heads, s.Cond)
		if source.AsksIfThere(s.Cond, r.src.Info) {
			sum += r.span(s.Body, from, depth)
		}
	default:
		return 0
	}
	for _, h := range heads {
		ast.Inspect(h, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.CallExpr:
				sum += r.limitOf(n, from, depth)
			}
			return true
		})
	}
	return sum
}

// limitOf returns for how long a call may wait by a limit that begins behind
// from: that of a context which is given to what stops something, a time that
// is given to it, or what a function of this package waits for in its body.
func (r *row) limitOf(call *ast.CallExpr, from token.Pos, depth int) (sum time.Duration) {
	fn := r.src.Callee(call)
	if fn == nil || r.src.IsGo(call) {
		return 0
	}
	if StopsByName(fn.Name()) || strings.HasPrefix(strings.ToLower(fn.Name()), "wait") {
		for _, a := range call.Args {
			limit := a
			switch source.Named(r.src.Info.TypeOf(a)) {
			case "context.Context":
				limit = r.own(a, from)
			case "time.Duration":
			default:
				continue
			}
			if d, known := r.Duration(limit); known {
				return d
			}
			if limit != nil && depth == 0 { // what stands in the line itself
				r.others = append(r.others, r.Chosen(limit))
			}
		}
	}
	if body := r.src.Body(fn, nil); body != nil && depth < 3 {
		for _, s := range body.List {
			sum += r.span(s, body.Pos(), depth+1)
		}
	}
	return sum
}

// own returns the expression that limits the context e when the limit begins behind from,
// in the function there, and nothing else limits it; or nil.
func (r *row) own(e ast.Expr, from token.Pos) ast.Expr {
	m := r.At(e)
	if m.Ended || m.Made == nil || m.Made.Pos() < from || r.src.Enclosing(m.Made.Pos()) != r.src.Enclosing(from) {
		return nil
	}
	limit, unless := r.OwnLimit(e)
	if unless != nil {
		return nil
	}
	return limit
}
