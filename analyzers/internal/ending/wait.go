package ending

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/invoked"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// InGoroutine reports whether n runs in a goroutine of its own: in a function
// literal that a go statement starts, or in a function that only go statements
// call. What a go statement is given is worked out before that: go log.Fatal(f()).
func (en *Endings) InGoroutine(n ast.Node) bool {
	cur, ok := en.src.Find(n)
	if !ok {
		return false
	}
	for c := range cur.Enclosing((*ast.GoStmt)(nil), (*ast.DeferStmt)(nil), (*ast.FuncDecl)(nil)) {
		switch d := c.Node().(type) {
		case *ast.GoStmt:
			if source.GivenIn(n, d) && en.src.Function(n) == en.src.Function(d) {
				continue
			}
			return true
		case *ast.FuncDecl:
			fn, _ := en.src.Info.Defs[d.Name].(*types.Func)
			calls, all := en.src.Calls(fn)
			return all && len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return !en.src.IsGo(call) })
		}
		return false
	}
	return false
}

// LastThing reports whether func main ends soon after n: n stands in it, or in
// a function that only it calls, and nothing behind n, nor anything deferred,
// can wait for another goroutine.
func (en *Endings) LastThing(n ast.Node, depth int) bool {
	d := en.src.Enclosing(n.Pos())
	if d == nil || d.Body == nil || depth > 3 || !en.Straight(n) || en.MaySit(d, n) {
		return false
	}
	if d.Recv == nil && d.Name.Name == "main" {
		return true
	}
	call := en.src.OnlyCall(n)
	return call != nil && en.LastThing(call, depth+1)
}

// LastInHook reports whether n is the last that a hook does which is to stop something
// of the program, but for what waits for nobody: the program then goes on.
func (en *Endings) LastInHook(n ast.Node) bool {
	fn := en.src.Function(n)
	return fn != nil && en.Hook(fn) == invoked.OnStop && !en.maySit(source.BodyOf(fn), n)
}

// MaySit reports whether the function d may wait for something after n, or
// when it returns.
func (en *Endings) MaySit(d *ast.FuncDecl, n ast.Node) bool { return en.maySit(d.Body, n) }

// CallOn returns m if that is a call around n, with what that returns: it is made when n has
// returned, though it stands before. Have: fx.New().Run()
func CallOn(m, n ast.Node) *ast.CallExpr {
	call, ok := m.(*ast.CallExpr)
	if !ok || m == n || n.Pos() < call.Pos() || call.End() < n.End() {
		return nil
	}
	return call
}

func (en *Endings) maySit(body *ast.BlockStmt, n ast.Node) bool {
	waits := false
	ast.Inspect(body, func(m ast.Node) bool {
		if m == nil || waits {
			return false
		}
		switch m := m.(type) {
		case *ast.GoStmt:
			return false
		case *ast.DeferStmt:
		default:
			if m.Pos() >= n.End() {
				if en.Exclusive(n, m) {
					return false
				}
				break
			}
			if call := CallOn(m, n); call != nil {
				waits = en.CallMayWait(call, 0)
			}
			return !waits // before it, or around it
		}
		waits = en.MayWait(m, 0)
		return false
	})
	return waits
}

// MayWait reports whether anything in n may wait for another goroutine.
func (en *Endings) MayWait(n ast.Node, depth int) bool {
	return en.mayWaitFor(n, func(call *ast.CallExpr) bool { return !en.CallMayWait(call, depth) })
}

// MayWaitBut is MayWait but for the calls that let accepts.
func (en *Endings) MayWaitBut(n ast.Node, let func(*ast.CallExpr) bool) bool {
	return en.mayWaitFor(n, func(call *ast.CallExpr) bool { return let(call) || !en.CallMayWait(call, 0) })
}

// mayWaitFor is mayWait, with prompt to tell of a call that it does not wait.
func (en *Endings) mayWaitFor(n ast.Node, prompt func(*ast.CallExpr) bool) bool {
	waits := false
	ast.Inspect(n, func(n ast.Node) bool {
		if waits {
			return false
		}
		switch n := n.(type) {
		case *ast.GoStmt:
			return false
		case *ast.FuncLit:
			return !en.onlyAnswers(n)
		case *ast.UnaryExpr:
			waits = n.Op == token.ARROW
		case *ast.SelectStmt, *ast.ForStmt:
			waits = true
		case *ast.RangeStmt:
			switch en.src.Info.TypeOf(n.X).Underlying().(type) {
			case *types.Chan, *types.Signature:
				waits = true
			}
		case *ast.CallExpr:
			waits = !prompt(n)
		}
		return !waits
	})
	return waits
}

// CallMayWait reports whether a call may wait for a goroutine of the program:
// one of its own functions may, and so may what is called Wait, Sleep, Lock or Acquire,
// but for a mutex.
// Another library's function knows nothing of the program's goroutines, unless
// it is given something of theirs.
func (en *Endings) CallMayWait(call *ast.CallExpr, depth int) bool {
	if tv := en.src.Info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return false
	}
	fn := en.src.Callee(call)
	if fn == nil {
		_, isLit := ast.Unparen(call.Fun).(*ast.FuncLit) // looked at where it stands
		return !isLit && source.Named(en.src.Info.TypeOf(call.Fun)) != "context.CancelFunc" && !en.promptValue(call.Fun, depth)
	}
	if fns := en.src.MayBe(call).Fns; len(fns) > 0 {
		return slices.ContainsFunc(fns, func(fn *types.Func) bool { return en.MayWaitIn(call, fn, depth) })
	}
	return en.MayWaitIn(call, fn, depth)
}

// MayWaitIn is CallMayWait for a call of fn, for all that is known.
func (en *Endings) MayWaitIn(call *ast.CallExpr, fn *types.Func, depth int) bool {
	if fn == nil {
		return en.CallMayWait(call, depth)
	}
	if fn.Pkg() == nil {
		return false // error.Error
	}
	switch {
	case en.Exits(call) || locks(fn):
		return false
	case en.Serves(fn) || en.ev.Row(fn, catalog.Owner) != nil:
		return true
	case en.src.OfOwnModules(fn) && en.facts.Prompt(fn):
		return false
	case en.registers(fn):
		return en.callsGiven(call, depth)
	}
	verbs := []string{"Wait", "Sleep", "Lock", "Acquire", "Join", "Done", "Shutdown", "Stop"}
	std := source.IsStd(fn.Pkg().Path())
	if std {
		verbs = []string{"Wait", "Sleep", "Lock", "Shutdown", "Run", "Output"} // signal.Stop waits for nobody
	}
	if slices.ContainsFunc(verbs, func(verb string) bool { return strings.Contains(fn.Name(), verb) }) {
		return true
	}
	if std {
		return false
	}
	if fn.Pkg() == en.src.Pkg {
		d := en.src.Decl(fn)
		return d == nil || d.Body == nil || depth > 3 || en.MayWait(d.Body, depth+1)
	}
	if en.src.OfOwnModules(fn) {
		return !Logs(fn.Name())
	}
	for _, a := range call.Args {
		switch en.src.Info.TypeOf(a).(type) {
		case *types.Chan, *types.Signature:
			return true
		}
	}
	return en.ev.Row(fn, catalog.Signal) != nil // until the program is to stop
}

// locks reports whether fn locks a mutex: whoever has that is about to unlock it.
func locks(fn *types.Func) bool {
	sig := fn.Signature()
	return (fn.Name() == "Lock" || fn.Name() == "RLock") && sig.Recv() != nil && sig.Params().Len()+sig.Results().Len() == 0
}

// Serves reports whether fn starts a server, by what is known of libraries.
func (en *Endings) Serves(fn *types.Func) bool { return en.ev.Row(fn, catalog.Serve) != nil }

// BlocksElsewhere reports whether a call of fn, of another package, may return only
// when a listener that it makes is closed.
func (en *Endings) BlocksElsewhere(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg() != en.src.Pkg && en.src.Ours(fn.Pkg()) && en.facts.Blocks(fn)
}

// EndsLibrary reports whether fn, of a library, ends something of that: it may wait for what
// the library does, which knows of nothing that it is not given.
// Have: defer provider.Shutdown(ctx)
func (en *Endings) EndsLibrary(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && !en.src.Ours(fn.Pkg()) && !source.IsStd(fn.Pkg().Path()) && AboutEnd(fn.Name()) && !strings.Contains(fn.Name(), "Wait")
}

// StaysElsewhere reports whether a call of fn, of another package of the program, goes on
// until it is told to end.
func (en *Endings) StaysElsewhere(fn *types.Func) bool {
	return en.src.OfOwnModules(fn) && (en.BlocksElsewhere(fn) || en.facts.Stays(fn))
}

// Silent reports whether fn, of another package of the program, tells nobody that
// something is done.
func (en *Endings) Silent(fn *types.Func) bool {
	return en.src.OfOwnModules(fn) && en.facts.Silent(fn)
}

// Apart reports whether fn, of another package of the program, waits at most for goroutines
// of that package which do work of its own.
func (en *Endings) Apart(fn *types.Func) bool {
	return en.src.OfOwnModules(fn) && en.facts.Apart(fn)
}

// KeepsTo reports whether fn, of another package of the program, waits for nothing but
// channels and groups of that package, and returns no other: who hears of these there, or
// here by way of fn, hears of nothing that is told to nobody.
func (en *Endings) KeepsTo(fn *types.Func) bool {
	return en.src.OfOwnModules(fn) && en.facts.KeepsTo(fn)
}

// Lets reports whether call, of a function of another package of the program, returns while
// a drain goes on that it has begun, of which nobody hears.
func (en *Endings) Lets(call *ast.CallExpr) bool {
	fn := en.src.Callee(call)
	return en.src.OfOwnModules(fn) && en.facts.Lets(fn)
}

// Hears returns the channels and groups that fn, of another package of the program, returns
// or waits for, by names that only say which are the same.
func (en *Endings) Hears(fn *types.Func) []string {
	if !en.src.OfOwnModules(fn) {
		return nil
	}
	return en.facts.Hears(fn)
}

// Carries reports whether fn, of another package of the program, returns the context that
// it is given first, with something in it.
func (en *Endings) Carries(fn *types.Func) bool {
	return source.TakesContext(fn) && en.src.OfOwnModules(fn) && en.facts.Carries(fn)
}

// RunsThere reports whether call calls what it is given as its i-th argument, in
// another package, before it returns.
func (en *Endings) RunsThere(call *ast.CallExpr, i int) bool {
	fn := en.src.Callee(call)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == en.src.Pkg {
		return false
	}
	return fn.FullName() == "(*sync.Once).Do" || en.src.OfOwnModules(fn) && en.facts.Runs(fn, i)
}

// Aside is a parameter, a function or a collection of some, that is called in a goroutine
// for which the function that has the parameter does not wait.
type Aside struct {
	Param int
	Told  bool     // others may hear that it has returned
	Said  []string // where they may not, the channels and groups by which they do: see [Endings.Hears]
	// AtSignal says that it is called once the program is told to stop, and not before.
	AtSignal bool
	// Cut is where it is called, file:line, if the process ends then without waiting for it.
	Cut string
}

// Aside returns how call has what it is given as its i-th argument called in a goroutine of
// another package, or nil; call may be nil.
func (en *Endings) Aside(call *ast.CallExpr, i int) *Aside {
	if call == nil || !en.src.OfOwnModules(en.src.Callee(call)) {
		return nil
	}
	return en.facts.Aside(en.src.Callee(call), i)
}

// Asked lists the exported functions of which others ask what is said here of their
// calls: those that take nothing, errors or plain values, as those do that main defers,
// must is and getters of a configuration are, those that make, start or end something, those
// that are given work to be done, and those that return a context or a channel.
func (en *Endings) Asked() []*types.Func {
	return slices.DeleteFunc(slices.Clone(en.src.Functions()), func(fn *types.Func) bool {
		d := en.src.Decl(fn)
		return !fn.Exported() || d == nil || d.Body == nil || !plain(fn.Signature().Params()) && !TakesTask(fn) && !strings.HasPrefix(fn.Name(), "New") && !AboutEnd(fn.Name()) && !begins(fn.Name()) && !GivesContext(fn) && !givesChannel(fn) && !en.takesMux(fn)
	})
}

// begins reports whether a function of this name starts something.
func begins(name string) bool {
	return slices.ContainsFunc([]string{"Start", "Listen", "Serve", "Run", "Go"}, func(verb string) bool { return strings.HasPrefix(name, verb) })
}

// GivesContext reports whether fn returns a context and nothing else.
func GivesContext(fn *types.Func) bool {
	results := fn.Signature().Results()
	return results.Len() == 1 && source.Named(results.At(0).Type()) == "context.Context"
}

// givesChannel reports whether fn returns a channel.
func givesChannel(fn *types.Func) bool {
	for v := range fn.Signature().Results().Variables() {
		if _, isChan := v.Type().Underlying().(*types.Chan); isChan {
			return true
		}
	}
	return false
}

// Prompt reports whether fn, of this package, waits for no goroutine, but for one that
// is about to unlock something.
func (en *Endings) Prompt(fn *types.Func) bool { return !en.MayWait(en.src.Decl(fn).Body, 0) }

// AboutEnd reports whether a function of this name is about the end of something.
func AboutEnd(name string) bool {
	return slices.ContainsFunc([]string{"Shutdown", "Stop", "Close", "Drain", "Done", "Exit", "End", "Interrupt"}, func(w string) bool {
		return strings.Contains(name, w)
	})
}

// Logs reports whether a function called name writes to a log, as the names of
// all loggers say, and so waits for nobody.
func Logs(name string) bool {
	return slices.ContainsFunc([]string{"Print", "Log", "Trace", "Debug", "Info", "Notice", "Warn", "Error", "Crit", "Fatal", "Panic", "With", "Sync", "Flush"},
		func(verb string) bool { return strings.HasPrefix(name, verb) })
}

// LogsEvent reports whether a function called name writes to a log, or sends an
// event that was put together for one, or that people read elsewhere: zerolog's Msg,
// sentry's CaptureException.
func LogsEvent(name string) bool {
	return Logs(name) || slices.Contains([]string{"Msg", "Msgf", "Send", "CaptureException", "CaptureMessage", "CaptureError"}, name)
}

// Straight reports whether n runs once, in the flow of the declared function
// around it.
func (en *Endings) Straight(n ast.Node) bool {
	cur, ok := en.src.Find(n)
	if !ok {
		return false
	}
	for range cur.Parent().Enclosing((*ast.FuncLit)(nil), (*ast.GoStmt)(nil), (*ast.DeferStmt)(nil), (*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		return false
	}
	return true
}

// Limited reports whether a group of this package may wait for a place before it starts
// a goroutine.
func (en *Endings) Limited() bool {
	return len(en.src.CallsTo(func(fn *types.Func) bool { return fn.Name() == "SetLimit" || fn.Name() == "WithMaxGoroutines" })) > 0
}

// Unhooks reports whether call takes back what context.AfterFunc was given.
func (en *Endings) Unhooks(call *ast.CallExpr) bool {
	v, ok := en.src.Object(call.Fun).(*types.Var)
	if !ok {
		return false
	}
	made, _ := en.src.OnlyAssigned(v)
	hook, ok := made.(*ast.CallExpr)
	return ok && en.src.CalleeName(hook) == "context.AfterFunc"
}

// plain reports whether all that is in t is text, numbers and the like, errors, or lists
// of what is to be written.
func plain(t *types.Tuple) bool {
	for v := range t.Variables() {
		of := types.Unalias(v.Type())
		if list, ok := of.(*types.Slice); ok {
			of = types.Unalias(list.Elem())
		}
		_, basic := of.Underlying().(*types.Basic)
		any, _ := of.(*types.Interface)
		if !basic && !source.IsError(of) && (any == nil || !any.Empty()) {
			return false
		}
	}
	return true
}
