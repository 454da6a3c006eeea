package program

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"time"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/flow"
)

// Drains returns the calls of this package that stop servers gracefully with
// a context or a time: of the stop methods themselves, and of functions that
// hand on the context that they are given.
func (p *Program) Drains() []*Stop {
	if p.drains != nil {
		return *p.drains
	}
	p.drains = new([]*Stop)
	var out []*Stop
	for _, s := range p.stops {
		if s.graceful && s.Call != nil && !s.alias && (s.Context != nil || s.Timeout != nil) {
			out = append(out, s)
		}
	}
	out = append(out, p.wrappedDrains(out)...)
	slices.SortStableFunc(out, func(a, b *Stop) int { return p.inOrder(a.Call, b.Call) })
	*p.drains = out
	return out
}

// wrappedDrains returns the calls of functions that hand one of their
// parameters, a context, to a stop.
func (p *Program) wrappedDrains(direct []*Stop) []*Stop {
	params := make(map[*types.Func]int)
	note := func(s *Stop) {
		if fn, i, ok := p.contextParam(s.Context); ok {
			params[fn] = i
		}
	}
	for _, s := range direct {
		note(s)
	}
	var out []*Stop
	seen := make(map[*ast.CallExpr]bool)
	for range 3 { // wrappers of wrappers
		for _, call := range p.calls {
			fn := p.ev.Callee(call)
			if fn == nil || seen[call] {
				continue
			}
			i, ok := params[fn]
			if !ok && p.ofOwnModules(fn) && takesContext(fn) {
				var life PortvetLife
				if ok = p.pass.ImportObjectFact(fn, &life) && len(life.Drains) > 0; ok {
					i = life.Drains[0]
				}
			}
			if !ok || i >= len(call.Args) {
				continue
			}
			seen[call] = true
			s := &Stop{Call: call, Name: shortName(fn), Context: call.Args[i], node: call, graceful: true}
			out = append(out, s)
			note(s)
		}
	}
	return out
}

// ofOwnModules reports whether fn is of another package that is worked on.
func (p *Program) ofOwnModules(fn *types.Func) bool {
	if fn.Pkg() == nil || fn.Pkg() == p.pass.Pkg {
		return false
	}
	_, own := slices.BinarySearch(p.merged.Own, fn.Pkg().Path())
	return own
}

func takesContext(fn *types.Func) bool {
	for v := range fn.Signature().Params().Variables() {
		if named(v.Type()) == "context.Context" {
			return true
		}
	}
	return false
}

// contextParam returns the function of this package whose parameter the
// context e is, or is derived from, and the index of the parameter.
func (p *Program) contextParam(e ast.Expr) (fn *types.Func, index int, ok bool) {
	for range 4 {
		if e == nil {
			return nil, 0, false
		}
		id, isIdent := ast.Unparen(e).(*ast.Ident)
		if !isIdent {
			return nil, 0, false
		}
		v, isVar := p.pass.TypesInfo.Uses[id].(*types.Var)
		if !isVar {
			return nil, 0, false
		}
		if fn := p.ev.EnclosingFunc(id.Pos()); fn != nil {
			ps := fn.Signature().Params()
			for i := range ps.Len() {
				if ps.At(i) == v && !p.ev.Reassigned(v) {
					return fn, i, true
				}
			}
		}
		rhs, _ := p.ev.OnlyAssigned(v)
		call, isCall := rhs.(*ast.CallExpr)
		if !isCall || len(call.Args) == 0 || !deadlines[p.calleeName(call)] {
			return nil, 0, false
		}
		e = call.Args[0]
	}
	return nil, 0, false
}

// deadlines are the functions that derive a context with an end.
var deadlines = map[string]bool{
	"context.WithTimeout": true, "context.WithTimeoutCause": true, "context.WithDeadline": true, "context.WithDeadlineCause": true,
}

func (p *Program) calleeName(call *ast.CallExpr) string {
	if fn := p.ev.Callee(call); fn != nil {
		return fn.FullName()
	}
	return ""
}

// Ended reports whether the context that s is given has certainly ended when
// s is called.
func (p *Program) Ended(s *Stop) bool {
	if s.Context == nil {
		return false
	}
	d := p.ev.Enclosing(s.Call.Pos())
	if d == nil || d.Body == nil {
		return false
	}
	if p.ended == nil {
		p.ended = make(map[*ast.FuncDecl]map[*ast.CallExpr]bool)
	}
	ended, known := p.ended[d]
	if !known {
		ended = make(map[*ast.CallExpr]bool)
		contexts := make(map[*ast.CallExpr]ast.Expr)
		for _, s := range p.Drains() {
			contexts[s.Call] = s.Context
		}
		flow.Contexts(p.pass.TypesInfo, d.Body, p.Exits, func(call *ast.CallExpr, hasEnded func(ast.Expr) bool) {
			if ctx := contexts[call]; ctx != nil && hasEnded(ctx) {
				ended[call] = true
			}
		})
		p.ended[d] = ended
	}
	return ended[s.Call]
}

// DrainTime returns how long s waits for a drain at most, when that is written
// in the program.
func (p *Program) DrainTime(s *Stop) (limit time.Duration, ok bool) {
	e := s.Timeout
	if s.Context != nil {
		id, isIdent := ast.Unparen(s.Context).(*ast.Ident)
		if !isIdent {
			return 0, false
		}
		v, isVar := p.pass.TypesInfo.Uses[id].(*types.Var)
		if !isVar {
			return 0, false
		}
		rhs, _ := p.ev.OnlyAssigned(v)
		call, isCall := rhs.(*ast.CallExpr)
		if !isCall || len(call.Args) < 2 {
			return 0, false
		}
		switch p.calleeName(call) {
		case "context.WithTimeout", "context.WithTimeoutCause":
			e = call.Args[1]
		}
	}
	if e == nil {
		return 0, false
	}
	if tv := p.pass.TypesInfo.Types[e]; tv.Value != nil {
		n, exact := constant.Int64Val(constant.ToInt(tv.Value))
		return time.Duration(n), exact
	}
	for _, a := range p.ev.Close(p.ev.Eval(e)).Alts {
		text, known := a.Text()
		n, err := strconv.ParseInt(text, 10, 64)
		if !known || err != nil {
			return 0, false
		}
		// Where there are several, the shortest: it may be that one.
		if d := time.Duration(n); !ok || d < limit {
			limit, ok = d, true
		}
	}
	return limit, ok
}

// Unbounded reports whether s waits for a drain without an end.
func (p *Program) Unbounded(s *Stop) bool {
	e := s.Context
	for range 3 {
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			name := p.calleeName(x)
			return name == "context.Background" || name == "context.TODO"
		case *ast.Ident:
			v, ok := p.pass.TypesInfo.Uses[x].(*types.Var)
			if !ok {
				return false
			}
			e, _ = p.ev.OnlyAssigned(v)
		}
		if e == nil {
			return false
		}
	}
	return false
}

// StopsOf returns the graceful stops of this package that stop the server that
// l starts, and no other as far as can be seen.
func (p *Program) StopsOf(l *Listener) []*Stop {
	server := p.identify(l.Server)
	if server.any {
		return nil
	}
	var out []*Stop
	for _, s := range p.stops {
		if !s.graceful || s.server.typ != l.Life.Type {
			continue
		}
		if of := p.identityOf(&s.server); !of.any && server.meets(of) {
			out = append(out, s)
		}
	}
	return out
}

// Exits reports whether a call ends the process: os.Exit, panic, the Fatal of
// a logger, also at the start of a chain of calls (log.Fatal().Err(err).Msg).
func (p *Program) Exits(call *ast.CallExpr) bool {
	for call != nil {
		if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
			if b, ok := p.pass.TypesInfo.Uses[id].(*types.Builtin); ok {
				return b.Name() == "panic"
			}
		}
		if p.ev.Row(p.ev.Callee(call), catalog.Exit) != nil {
			return true
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		call, _ = ast.Unparen(sel.X).(*ast.CallExpr)
	}
	return false
}

// EndsWhenStopped returns what starting l's server does once it is stopped:
// "error" and "nil" return at once, "drained" after the drain; "" is unknown.
func (p *Program) EndsWhenStopped(l *Listener) string {
	i := len(l.Life.Type) - 1
	for i >= 0 && l.Life.Type[i] != '.' {
		i--
	}
	if i < 0 {
		return ""
	}
	if r := p.cat.Package(l.Life.Type[:i]).Row(l.Life.Type, catalog.Server); r != nil {
		return r.Ends
	}
	return ""
}

// Pos and End give where s stands.
func (s *Stop) Pos() token.Pos { return s.node.Pos() }

// End is the end of what stands at Pos.
func (s *Stop) End() token.Pos {
	if s.Call != nil {
		return s.Call.End()
	}
	return s.node.End()
}

// StopsElsewhere returns the graceful stops of l's server that run beside the
// call that starts it: in another function, or function literal, than it. When
// the server is another package's, they are calls of that package's functions.
func (p *Program) StopsElsewhere(l *Listener) []*Stop {
	stops := p.StopsOf(l)
	if l.of != nil && len(l.of.stoppers) > 0 {
		stops = append(stops, p.callsOfStoppers(l)...)
	}
	start := p.function(l.Node)
	return slices.DeleteFunc(stops, func(s *Stop) bool {
		fn := p.function(s.node)
		return fn == nil || fn == start
	})
}

// callsOfStoppers returns the calls of the methods of another package that
// stop the server of l, on the variable on which a method starts it.
func (p *Program) callsOfStoppers(l *Listener) []*Stop {
	of := p.receiver(l.call)
	if of == nil {
		return nil
	}
	var out []*Stop
	for _, call := range p.calls {
		if fn := p.ev.Callee(call); fn != nil && slices.Contains(l.of.stoppers, fn.FullName()) && p.receiver(call) == of {
			out = append(out, &Stop{Call: call, Name: shortName(fn), node: call, graceful: true})
		}
	}
	return out
}

// receiver returns the variable or field on which call calls a method, or nil.
func (p *Program) receiver(call *ast.CallExpr) types.Object {
	if call == nil {
		return nil
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && p.pass.TypesInfo.Selections[sel] != nil {
		return p.object(sel.X)
	}
	return nil
}

// stoppersOf returns the names of the exported functions around the graceful
// stops of l's server.
func (p *Program) stoppersOf(l *Listener) []string {
	var out []string
	for _, s := range p.StopsElsewhere(l) {
		if fn := p.ev.EnclosingFunc(s.Pos()); fn != nil && fn.Exported() && fn.Signature().Recv() != nil && !p.inLiteral(s.node) {
			out = append(out, fn.FullName())
		}
	}
	tidy(&out)
	return out
}

// function returns the declared function or the literal whose body n is in, or
// nil.
func (p *Program) function(n ast.Node) ast.Node {
	cur, ok := p.in.Root().FindNode(n)
	if !ok {
		return nil
	}
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return c.Node()
	}
	return nil
}

// WrongStop returns a graceful stop that is meant for the server that l starts
// but stops another: of a framework's own server, when the framework was told
// to serve with one of the program's (e.StartServer(s), e.Shutdown()). It is
// nil when the right one is stopped too, or may be.
func (p *Program) WrongStop(l *Listener) *Stop {
	call, ok := l.Node.(*ast.CallExpr)
	if !ok {
		return nil
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || p.pass.TypesInfo.Selections[sel] == nil {
		return nil
	}
	frame := p.serverRow(sel.X)
	if frame == nil || frame.Symbol == l.Life.Type {
		return nil // the receiver is the server
	}
	framework := p.identify(p.ev.Eval(sel.X))
	server := p.identify(l.Server)
	if framework.any || server.any || framework.meets(server) {
		return nil
	}
	var wrong *Stop
	inside := make(map[ast.Node]bool) // stops of e.Server, noted as stops of e too
	for _, s := range p.stops {
		if of := p.identityOf(&s.server); s.graceful && s.server.typ == frame.Symbol && !of.any && framework.meets(of) {
			inside[s.node] = true
			if wrong == nil || wrong.Pos() < call.Pos() && call.Pos() < s.Pos() {
				wrong = s // the first behind the start, else the first
			}
		}
	}
	for _, s := range p.stops {
		if s.graceful && s.server.typ == l.Life.Type && !inside[s.node] && server.meets(p.identityOf(&s.server)) {
			return nil // the right one, or it may be
		}
	}
	return wrong
}
