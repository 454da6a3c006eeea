package server

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strconv"
	"time"

	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Drains returns the calls of this package that stop servers gracefully with
// a context or a time: of the stop methods themselves, and of functions that
// hand on the context that they are given.
func (sv *Servers) Drains() []*Stop {
	if sv.drains != nil {
		return *sv.drains
	}
	sv.drains = new([]*Stop)
	var out []*Stop
	for _, s := range sv.stops {
		if s.graceful && s.Call != nil && !s.alias && (s.Context != nil || s.Timeout != nil) {
			out = append(out, s)
		}
	}
	out = append(out, sv.wrappedDrains(out)...)
	slices.SortStableFunc(out, func(a, b *Stop) int { return sv.src.InOrder(a.Call, b.Call) })
	*sv.drains = out
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
func (sv *Servers) wrappedDrains(direct []*Stop) []*Stop {
	wrappers := make(map[*types.Func]handed)
	note := func(s *Stop) {
		if fn, h, ok := sv.contextParam(s); ok {
			wrappers[fn] = h
		}
	}
	for _, s := range direct {
		note(s)
	}
	wraps := func(fn *types.Func) bool {
		_, ok := wrappers[fn]
		if ok || fn.Pkg() == sv.src.Pkg || !source.TakesContext(fn) {
			return ok
		}
		life := sv.facts.Deeds(fn)
		if len(life.Drains) == 0 {
			return false
		}
		wrappers[fn] = handed{life.Drains[0], life.Limited}
		return true
	}
	var out []*Stop
	seen := make(map[*ast.CallExpr]bool)
	for range 3 { // wrappers of wrappers
		for _, call := range sv.src.CallsTo(wraps) {
			fn := sv.src.Callee(call)
			h := wrappers[fn]
			if seen[call] || h.param >= len(call.Args) {
				continue
			}
			seen[call] = true
			s := &Stop{Call: call, Name: source.ShortName(fn), Context: call.Args[h.param], node: call, graceful: true, limited: h.limited}
			out = append(out, s)
			note(s)
		}
	}
	return out
}

// contextParam returns the function of this package whose parameter the
// context of s is, or is derived from. There is none where that has ended by
// then whatever the function is given.
func (sv *Servers) contextParam(s *Stop) (fn *types.Func, h handed, ok bool) {
	if sv.Ended(s) {
		return nil, handed{}, false
	}
	h.limited = s.limited
	for e := s.Context; e != nil; {
		m := sv.moment(e)
		if m.given != nil {
			fn := sv.src.EnclosingFunc(e.Pos())
			h.param = slices.Index(slices.Collect(fn.Signature().Params().Variables()), m.given)
			return fn, h, h.param >= 0
		}
		derived := sv.derivation(m.made)
		if derived == "" {
			return nil, handed{}, false
		}
		h.limited = h.limited || derived != "as it is"
		e = m.made.Args[0]
	}
	return nil, handed{}, false
}

// derivation returns how call derives a context from its first argument, or "".
func (sv *Servers) derivation(call *ast.CallExpr) string {
	how := flow.Derivations[sv.src.CalleeName(call)]
	if how == "" || len(call.Args) == 0 || how != "as it is" && len(call.Args) < 2 {
		return ""
	}
	return how
}

// moment is what is known of a context where a call is given it.
type moment struct {
	ended   bool
	watched bool          // only as far as a select went that way
	made    *ast.CallExpr // what made it
	given   *types.Var    // the parameter that it is
}

// moment returns what is known of e, an argument of a call in this package.
func (sv *Servers) moment(e ast.Expr) moment {
	return sv.follow(sv.src.Outermost(e.Pos())).contexts[e]
}

// followed is what is known of the contexts in a function.
type followed struct {
	contexts map[ast.Expr]moment           // where calls are given them
	over     map[*ast.CallExpr][]flow.Held // what has ended where servers are stopped: see leads
	ended    []*types.Var                  // parameters that have ended wherever it returns
}

// follow follows the contexts in the body of fn, a function that stands in no
// other.
func (sv *Servers) follow(fn ast.Node) *followed {
	if f, ok := sv.follows[fn]; ok {
		return f
	}
	var ft *ast.FuncType
	var body *ast.BlockStmt
	declared := false
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		ft, body, declared = fn.Type, fn.Body, true
	case *ast.FuncLit:
		ft, body = fn.Type, fn.Body
	}
	f := &followed{contexts: make(map[ast.Expr]moment), over: make(map[*ast.CallExpr][]flow.Held)}
	leads := sv.leads()
	sv.follows[fn] = f // a function that calls itself waits for nothing by that
	if body == nil {
		return f
	}
	callees := flow.Callees{NoReturn: sv.ends.Exits, Waits: sv.waitedFor, Long: sv.heard.Awaits}
	f.ended = flow.Contexts(sv.src.Info, ft, body, callees, func(call *ast.CallExpr, before flow.Moment) {
		for _, a := range call.Args {
			if source.Named(sv.src.Info.TypeOf(a)) == "context.Context" {
				m := moment{before.Ended(a), before.Watched(a), before.Made(a), before.Given(a)}
				if !declared {
					m.given = nil // nobody knows the calls of a literal
				}
				f.contexts[a] = m
			}
		}
		if leads[call] {
			f.over[call] = before.Over()
		}
	})
	return f
}

// waitedFor returns the arguments of call, contexts, that have ended when it
// returns: a function of this package waits for that.
func (sv *Servers) waitedFor(call *ast.CallExpr) []ast.Expr {
	fn := sv.src.Callee(call)
	d := sv.src.Decl(fn)
	if d == nil || d.Body == nil || !source.TakesContext(fn) || call.Ellipsis.IsValid() {
		return nil
	}
	params := slices.Collect(fn.Signature().Params().Variables())
	ends := sv.follow(d).ended
	var out []ast.Expr
	for _, v := range ends {
		if i := slices.Index(params, v); i >= 0 && i < len(call.Args) {
			out = append(out, call.Args[i])
		}
	}
	return out
}

// Ended reports whether the context that s is given has certainly ended when
// s is called. The deadline of a drain that a function is given has not because
// the function also watches it: what is left then is to stop at once.
func (sv *Servers) Ended(s *Stop) bool {
	if s.Context == nil {
		return false
	}
	m := sv.moment(s.Context)
	return m.ended && !(m.watched && sv.ofCaller(s.Context))
}

// DrainTime returns how long s waits for a drain at most, when that is written
// in the program.
func (sv *Servers) DrainTime(s *Stop) (limit time.Duration, ok bool) {
	switch {
	case s.limited:
		return 0, false // where the limit is set
	case s.Context != nil:
		limit, known := sv.timeLimit(s.Context, 0)
		return limit, known && limit > 0
	}
	return sv.duration(s.Timeout)
}

// timeLimit returns after what time the context e ends by itself, or 0 when it
// does not. known is false when that cannot be told.
func (sv *Servers) timeLimit(e ast.Expr, depth int) (limit time.Duration, known bool) {
	if depth > 6 {
		return 0, false
	}
	m := sv.moment(e)
	if m.given != nil {
		return sv.limitGiven(sv.src.EnclosingFunc(e.Pos()), m.given, depth)
	}
	var own ast.Expr
	switch sv.src.CalleeName(m.made) {
	case "context.Background", "context.TODO", "context.WithoutCancel":
		return 0, true
	default:
		switch sv.derivation(m.made) {
		case "":
			return 0, false
		case "timeout":
			own = m.made.Args[1]
		case "deadline":
			add, ok := ast.Unparen(m.made.Args[1]).(*ast.CallExpr)
			if !ok || sv.src.CalleeName(add) != "(time.Time).Add" || len(add.Args) != 1 {
				return 0, false
			}
			own = add.Args[0] // taken to be from now
		}
	}
	limit, known = sv.timeLimit(m.made.Args[0], depth+1)
	if own == nil || !known {
		return limit, known
	}
	d, known := sv.duration(own)
	if limit == 0 || d < limit {
		limit = d
	}
	return limit, known
}

// limitGiven is timeLimit for the parameter v of fn: the shortest limit that
// it is given, when all calls are in sight.
func (sv *Servers) limitGiven(fn *types.Func, v *types.Var, depth int) (limit time.Duration, known bool) {
	calls, all := sv.src.Calls(fn)
	i := slices.Index(slices.Collect(fn.Signature().Params().Variables()), v)
	if !all || len(calls) == 0 || i < 0 {
		return 0, false
	}
	for _, call := range calls {
		if i >= len(call.Args) {
			return 0, false
		}
		d, known := sv.timeLimit(call.Args[i], depth+1)
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
func (sv *Servers) duration(e ast.Expr) (d time.Duration, known bool) {
	if e == nil {
		return 0, false
	}
	if tv := sv.src.Info.Types[e]; tv.Value != nil {
		n, exact := constant.Int64Val(constant.ToInt(tv.Value))
		return time.Duration(n), exact
	}
	for _, a := range sv.ev.Close(sv.ev.Eval(e)).Alts {
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
func (sv *Servers) Unbounded(s *Stop) bool {
	if s.limited {
		return false
	}
	for e := s.Context; e != nil; {
		m := sv.moment(e)
		switch sv.src.CalleeName(m.made) {
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
