package program

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strconv"
	"time"

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

// handed is what a function does with a context that it is given: it hands it
// to a stop.
type handed struct {
	param   int
	limited bool // with a time limit of its own
}

// wrappedDrains returns the calls of functions that hand one of their
// parameters, a context, to a stop.
func (p *Program) wrappedDrains(direct []*Stop) []*Stop {
	wrappers := make(map[*types.Func]handed)
	note := func(s *Stop) {
		if fn, h, ok := p.contextParam(s); ok {
			wrappers[fn] = h
		}
	}
	for _, s := range direct {
		note(s)
	}
	wraps := func(fn *types.Func) bool {
		_, ok := wrappers[fn]
		if ok || fn.Pkg() == p.pass.Pkg || !takesContext(fn) {
			return ok
		}
		var life PortvetLife
		if !p.pass.ImportObjectFact(fn, &life) || len(life.Drains) == 0 {
			return false
		}
		wrappers[fn] = handed{life.Drains[0], life.Limited}
		return true
	}
	var out []*Stop
	seen := make(map[*ast.CallExpr]bool)
	for range 3 { // wrappers of wrappers
		for _, call := range p.src.CallsTo(wraps) {
			fn := p.src.Callee(call)
			h := wrappers[fn]
			if seen[call] || h.param >= len(call.Args) {
				continue
			}
			seen[call] = true
			s := &Stop{Call: call, Name: shortName(fn), Context: call.Args[h.param], node: call, graceful: true, limited: h.limited}
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
// context of s is, or is derived from. There is none where that has ended by
// then whatever the function is given.
func (p *Program) contextParam(s *Stop) (fn *types.Func, h handed, ok bool) {
	if p.Ended(s) {
		return nil, handed{}, false
	}
	h.limited = s.limited
	for e := s.Context; e != nil; {
		m := p.moment(e)
		if m.given != nil {
			fn := p.src.EnclosingFunc(e.Pos())
			h.param = slices.Index(slices.Collect(fn.Signature().Params().Variables()), m.given)
			return fn, h, h.param >= 0
		}
		derived := p.derivation(m.made)
		if derived == "" {
			return nil, handed{}, false
		}
		h.limited = h.limited || derived != "as it is"
		e = m.made.Args[0]
	}
	return nil, handed{}, false
}

// derivation returns how call derives a context from its first argument, or "".
func (p *Program) derivation(call *ast.CallExpr) string {
	how := flow.Derivations[p.calleeName(call)]
	if how == "" || len(call.Args) == 0 || how != "as it is" && len(call.Args) < 2 {
		return ""
	}
	return how
}

func (p *Program) calleeName(call *ast.CallExpr) string {
	if call == nil {
		return ""
	}
	if fn := p.src.Callee(call); fn != nil {
		return fn.FullName()
	}
	return ""
}

// moment is what is known of a context where a call is given it.
type moment struct {
	ended bool
	made  *ast.CallExpr // what made it
	given *types.Var    // the parameter that it is
}

// moment returns what is known of e, an argument of a call in this package.
func (p *Program) moment(e ast.Expr) moment {
	d := p.src.Enclosing(e.Pos())
	if d == nil || d.Body == nil {
		return moment{}
	}
	return p.follow(d).contexts[e]
}

// followed is what is known of the contexts in a function.
type followed struct {
	contexts map[ast.Expr]moment // where calls are given them
	ended    []*types.Var        // parameters that have ended wherever it returns
}

// follow follows the contexts in the body of d.
func (p *Program) follow(d *ast.FuncDecl) *followed {
	if f, ok := p.follows[d]; ok {
		return f
	}
	f := &followed{contexts: make(map[ast.Expr]moment)}
	p.follows[d] = f // a function that calls itself waits for nothing by that
	callees := flow.Callees{NoReturn: p.Exits, Waits: p.waitedFor}
	f.ended = flow.Contexts(p.pass.TypesInfo, d, callees, func(call *ast.CallExpr, before flow.Moment) {
		for _, a := range call.Args {
			if named(p.pass.TypesInfo.TypeOf(a)) == "context.Context" {
				f.contexts[a] = moment{before.Ended(a), before.Made(a), before.Given(a)}
			}
		}
	})
	return f
}

// waitedFor returns the arguments of call, contexts, that have ended when it
// returns: a function of this package waits for that.
func (p *Program) waitedFor(call *ast.CallExpr) []ast.Expr {
	fn := p.src.Callee(call)
	d := p.src.Decl(fn)
	if d == nil || d.Body == nil || !takesContext(fn) || call.Ellipsis.IsValid() {
		return nil
	}
	params := slices.Collect(fn.Signature().Params().Variables())
	ends := p.follow(d).ended
	var out []ast.Expr
	for _, v := range ends {
		if i := slices.Index(params, v); i >= 0 && i < len(call.Args) {
			out = append(out, call.Args[i])
		}
	}
	return out
}

// Ended reports whether the context that s is given has certainly ended when
// s is called.
func (p *Program) Ended(s *Stop) bool { return s.Context != nil && p.moment(s.Context).ended }

// DrainTime returns how long s waits for a drain at most, when that is written
// in the program.
func (p *Program) DrainTime(s *Stop) (limit time.Duration, ok bool) {
	switch {
	case s.limited:
		return 0, false // where the limit is set
	case s.Context != nil:
		limit, known := p.timeLimit(s.Context, 0)
		return limit, known && limit > 0
	}
	return p.duration(s.Timeout)
}

// timeLimit returns after what time the context e ends by itself, or 0 when it
// does not. known is false when that cannot be told.
func (p *Program) timeLimit(e ast.Expr, depth int) (limit time.Duration, known bool) {
	if depth > 6 {
		return 0, false
	}
	m := p.moment(e)
	if m.given != nil {
		return p.limitGiven(p.src.EnclosingFunc(e.Pos()), m.given, depth)
	}
	var own ast.Expr
	switch p.calleeName(m.made) {
	case "context.Background", "context.TODO", "context.WithoutCancel":
		return 0, true
	default:
		switch p.derivation(m.made) {
		case "":
			return 0, false
		case "timeout":
			own = m.made.Args[1]
		case "deadline":
			add, ok := ast.Unparen(m.made.Args[1]).(*ast.CallExpr)
			if !ok || p.calleeName(add) != "(time.Time).Add" || len(add.Args) != 1 {
				return 0, false
			}
			own = add.Args[0] // taken to be from now
		}
	}
	limit, known = p.timeLimit(m.made.Args[0], depth+1)
	if own == nil || !known {
		return limit, known
	}
	d, known := p.duration(own)
	if limit == 0 || d < limit {
		limit = d
	}
	return limit, known
}

// limitGiven is timeLimit for the parameter v of fn: the shortest limit that
// it is given, when all calls are in sight.
func (p *Program) limitGiven(fn *types.Func, v *types.Var, depth int) (limit time.Duration, known bool) {
	calls, all := p.src.Calls(fn)
	i := slices.Index(slices.Collect(fn.Signature().Params().Variables()), v)
	if !all || len(calls) == 0 || i < 0 {
		return 0, false
	}
	for _, call := range calls {
		if i >= len(call.Args) {
			return 0, false
		}
		d, known := p.timeLimit(call.Args[i], depth+1)
		if !known {
			return 0, false
		}
		if limit == 0 || d > 0 && d < limit {
			limit = d
		}
	}
	return limit, true
}

// duration returns the time that e is, the shortest when there are several:
// it may be that one.
func (p *Program) duration(e ast.Expr) (d time.Duration, known bool) {
	if e == nil {
		return 0, false
	}
	if tv := p.pass.TypesInfo.Types[e]; tv.Value != nil {
		n, exact := constant.Int64Val(constant.ToInt(tv.Value))
		return time.Duration(n), exact
	}
	for _, a := range p.ev.Close(p.ev.Eval(e)).Alts {
		text, isText := a.Text()
		n, err := strconv.ParseInt(text, 10, 64)
		if !isText || err != nil {
			return 0, false
		}
		if one := time.Duration(n); !known || one < d {
			d, known = one, true
		}
	}
	return d, known
}

// Unbounded reports whether s waits for a drain without an end.
func (p *Program) Unbounded(s *Stop) bool {
	if s.limited {
		return false
	}
	for e := s.Context; e != nil; {
		m := p.moment(e)
		switch p.calleeName(m.made) {
		case "context.Background", "context.TODO", "context.WithoutCancel":
			return true
		case "context.WithValue":
			if len(m.made.Args) == 0 {
				return false
			}
			e = m.made.Args[0]
		default:
			return false
		}
	}
	return false
}
