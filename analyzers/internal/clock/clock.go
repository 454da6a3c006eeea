// Package clock knows what has happened to contexts where calls are given them,
// and how long they live.
package clock

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strconv"
	"time"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/signals"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Clock follows the contexts of a package.
type Clock struct {
	src       *source.Package
	ev        *origin.Evaluator
	ends      *ending.Endings
	heard     *signals.Signals
	leads     func() map[*ast.CallExpr]bool // the calls that lead to stops
	elsewhere Elsewhere
	follows   map[ast.Node]*followed // see follow
}

// Elsewhere tells of functions of other packages.
type Elsewhere struct {
	Lasts func(*types.Func) time.Duration // how long calls of one last at least
	Over  func(*types.Func) bool          // whether the context that one returns first has ended
}

// New returns the clock of a package. leads returns the calls that lead to stops,
// of which it is asked later what was over there.
func New(src *source.Package, ev *origin.Evaluator, ends *ending.Endings, heard *signals.Signals, elsewhere Elsewhere, leads func() map[*ast.CallExpr]bool) *Clock {
	return &Clock{src: src, ev: ev, ends: ends, heard: heard, leads: leads, elsewhere: elsewhere, follows: make(map[ast.Node]*followed)}
}

// Derivation returns how call derives a context from its first argument, or "".
func (ck *Clock) Derivation(call *ast.CallExpr) string {
	how := flow.Derivations[ck.src.CalleeName(call)]
	if how == "" || len(call.Args) == 0 || how != "as it is" && len(call.Args) < 2 {
		return ""
	}
	return how
}

// Moment is what is known of a context where a call is given it.
type Moment struct {
	Ended   bool
	Watched bool          // only as far as a select went that way
	Made    *ast.CallExpr // what made it
	Given   *types.Var    // the parameter that it is
}

// At returns what is known of e, an argument of a call in this package.
func (ck *Clock) At(e ast.Expr) Moment {
	return ck.follow(ck.src.Outermost(e.Pos())).contexts[e]
}

// Over returns what has ended where call, one of those that lead to a stop, is
// made: contexts, and the functions that cancel them.
func (ck *Clock) Over(call *ast.CallExpr) []flow.Held {
	around := ck.src.Outermost(call.Pos())
	if around == nil {
		return nil
	}
	return ck.follow(around).over[call]
}

// followed is what is known of the contexts in a function.
type followed struct {
	contexts map[ast.Expr]Moment           // where calls are given them
	over     map[*ast.CallExpr][]flow.Held // what has ended where servers are stopped: see leads
	ended    []*types.Var                  // parameters that have ended wherever it returns
}

// follow follows the contexts in the body of fn, a function that stands in no
// other.
func (ck *Clock) follow(fn ast.Node) *followed {
	if f, ok := ck.follows[fn]; ok {
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
	f := &followed{contexts: make(map[ast.Expr]Moment), over: make(map[*ast.CallExpr][]flow.Held)}
	leads := ck.leads()
	ck.follows[fn] = f // a function that calls itself waits for nothing by that
	if body == nil {
		return f
	}
	callees := flow.Callees{NoReturn: ck.ends.Exits, Waits: ck.waitedFor, Long: ck.long, Sits: ck.heard.Sits, Lasts: ck.lasts, Over: ck.over, Drains: ck.drains}
	f.ended = flow.Contexts(ck.src.Info, ft, body, callees, func(call *ast.CallExpr, before flow.Moment) {
		of := call.Args
		if ctx := source.DoneOf(call); ctx != nil {
			of = []ast.Expr{ctx}
		}
		for _, a := range of {
			if source.Named(ck.src.Info.TypeOf(a)) == "context.Context" {
				m := Moment{before.Ended(a), before.Watched(a), before.Made(a), before.Given(a)}
				if !declared {
					m.Given = nil // nobody knows the calls of a literal
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

// long reports whether a receive from e may wait for as long as the program runs: until it
// is told to stop, or until the context ends that a function is given which serves.
func (ck *Clock) long(e ast.Expr) bool {
	if ck.heard.Awaits(e) {
		return true
	}
	ctx, ok := ck.src.Object(source.DoneOf(e)).(*types.Var)
	if !ok || ck.src.Variable(ctx).Param == nil {
		return false
	}
	around := ck.src.Outermost(e.Pos())
	serves := func(fn *types.Func) bool { return ck.ev.Row(fn, catalog.Serve) != nil || ck.ends.BlocksElsewhere(fn) }
	return slices.ContainsFunc(ck.src.CallsTo(serves), func(call *ast.CallExpr) bool { return ck.src.Outermost(call.Pos()) == around })
}

// waitedFor returns the arguments of call, contexts, that have ended when it
// returns: a function of this package waits for that.
func (ck *Clock) waitedFor(call *ast.CallExpr) []ast.Expr {
	fn := ck.src.Callee(call)
	d := ck.src.Decl(fn)
	if d == nil || d.Body == nil || !source.TakesContext(fn) || call.Ellipsis.IsValid() {
		return nil
	}
	ends := ck.follow(d).ended
	var out []ast.Expr
	for _, v := range ends {
		if i := source.ParamIndex(fn, v); i >= 0 && i < len(call.Args) {
			out = append(out, call.Args[i])
		}
	}
	return out
}

// drains reports whether nothing is done with v, a context, but to give it to calls
// that lead to stops, or to functions that others have given, which may be such.
func (ck *Clock) drains(v *types.Var) bool {
	leads := ck.leads()
	given := false
	for _, use := range ck.src.Variable(v).Uses {
		switch use.ParentEdgeKind() {
		case edge.AssignStmt_Lhs, edge.ValueSpec_Names:
		case edge.CallExpr_Args:
			call := use.Parent().Node().(*ast.CallExpr)
			if ck.Derivation(call) != "" && slices.ContainsFunc(ck.src.Variable(v).Stores, func(s source.Store) bool { return s.Rhs == call }) {
				continue // ctx, cancel := context.WithTimeout(ctx, limit)
			}
			given = true
			if _, isValue := ck.src.Object(call.Fun).(*types.Var); !leads[call] && !isValue {
				return false
			}
		default:
			return false
		}
	}
	return given
}

// TimeLimit returns after what time the context e ends by itself, or 0 when it
// does not. known is false when that cannot be told.
func (ck *Clock) TimeLimit(e ast.Expr, depth int) (limit time.Duration, known bool) {
	if depth > 6 {
		return 0, false
	}
	m := ck.At(e)
	if m.Given != nil {
		return ck.limitGiven(ck.src.EnclosingFunc(e.Pos()), m.Given, depth)
	}
	var own ast.Expr
	switch ck.src.CalleeName(m.Made) {
	case "context.Background", "context.TODO", "context.WithoutCancel":
		return 0, true
	default:
		switch ck.Derivation(m.Made) {
		case "":
			return 0, false
		case "timeout", "deadline":
			if own = ck.LimitOf(m.Made); own == nil {
				return 0, false
			}
		}
	}
	limit, known = ck.TimeLimit(m.Made.Args[0], depth+1)
	if own == nil || !known {
		return limit, known
	}
	d, known := ck.Duration(own)
	if limit == 0 || d < limit {
		limit = d
	}
	return limit, known
}

// OwnLimit returns the expression that says after what time the context e ends by
// itself, if nothing else ends it, or nil; or if at most that parameter of the function
// around it does, a context.
func (ck *Clock) OwnLimit(e ast.Expr) (limit ast.Expr, unless *types.Var) {
	m := ck.At(e)
	if limit = ck.LimitOf(m.Made); limit == nil {
		return nil, nil
	}
	outer, known := ck.TimeLimit(m.Made.Args[0], 0)
	switch unless = ck.At(m.Made.Args[0]).Given; {
	case known && outer == 0:
		return limit, nil
	case !known && unless != nil:
		return limit, unless
	}
	return nil, nil
}

// LimitOf returns the time after which the context ends by itself that call makes, as an
// expression, or nil.
func (ck *Clock) LimitOf(call *ast.CallExpr) ast.Expr { return flow.LimitOf(call, ck.src.CalleeName) }

// limitGiven is timeLimit for the parameter v of fn: the shortest limit that
// it is given, when all calls are in sight.
func (ck *Clock) limitGiven(fn *types.Func, v *types.Var, depth int) (limit time.Duration, known bool) {
	calls, all := ck.src.Calls(fn)
	i := source.ParamIndex(fn, v)
	if !all || len(calls) == 0 || i < 0 {
		return 0, false
	}
	for _, call := range calls {
		if i >= len(call.Args) {
			return 0, false
		}
		d, known := ck.TimeLimit(call.Args[i], depth+1)
		if !known {
			return 0, false
		}
		if limit == 0 || d > 0 && d < limit {
			limit = d
		}
	}
	return limit, true
}

// Duration returns the time that e is, the shortest when there are several:
// it may be that one.
func (ck *Clock) Duration(e ast.Expr) (d time.Duration, known bool) {
	if e == nil {
		return 0, false
	}
	if tv := ck.src.Info.Types[e]; tv.Value != nil {
		n, exact := constant.Int64Val(constant.ToInt(tv.Value))
		return time.Duration(n), exact
	}
	return Shortest(ck.ev.Close(ck.ev.Eval(e)).Alts)
}

// Shortest returns the shortest of times, which may be that one. known is false if one
// of them is not known.
func Shortest(times []origin.Alt) (d time.Duration, known bool) {
	for _, a := range times {
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
