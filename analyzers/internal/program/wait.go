package program

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// EndsAfter reports whether the process ends soon after the call of l, in main
// or in what only main calls.
func (p *Program) EndsAfter(l *Listener) bool { return p.Main && p.lastThing(l.Node, 0) }

// ReturnsEarly reports whether the process ends as soon as the server of l,
// which func main starts and which stops stop, is told to stop: nobody waits
// for the drain, which runs in a goroutine.
func (p *Program) ReturnsEarly(l *Listener, stops []*Stop) bool {
	if !p.Main || len(stops) == 0 {
		return false
	}
	for _, s := range stops {
		if !p.inGoroutine(s.node) {
			return false
		}
	}
	return p.lastThing(l.Node, 0)
}

// inGoroutine reports whether n runs in a goroutine of its own: in a function
// literal that a go statement starts, or in a function that only go statements
// call.
func (p *Program) inGoroutine(n ast.Node) bool {
	cur, ok := p.src.Find(n)
	if !ok {
		return false
	}
	for c := range cur.Enclosing((*ast.GoStmt)(nil), (*ast.DeferStmt)(nil), (*ast.FuncDecl)(nil)) {
		switch n := c.Node().(type) {
		case *ast.GoStmt:
			return true
		case *ast.FuncDecl:
			fn, _ := p.pass.TypesInfo.Defs[n.Name].(*types.Func)
			calls, all := p.src.Calls(fn)
			return all && len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return !p.isGo(call) })
		}
		return false
	}
	return false
}

// lastThing reports whether func main ends soon after n: n stands in it, or in
// a function that only it calls, and nothing behind n, nor anything deferred,
// can wait for another goroutine.
func (p *Program) lastThing(n ast.Node, depth int) bool {
	d := p.src.Enclosing(n.Pos())
	if d == nil || d.Body == nil || depth > 3 || !p.straight(n) || p.maySit(d, n) {
		return false
	}
	fn, _ := p.pass.TypesInfo.Defs[d.Name].(*types.Func)
	if d.Recv == nil && d.Name.Name == "main" {
		return true
	}
	calls, all := p.src.Calls(fn)
	return all && len(calls) == 1 && p.lastThing(calls[0], depth+1)
}

// maySit reports whether the function d may wait for something after n, or
// when it returns.
func (p *Program) maySit(d *ast.FuncDecl, n ast.Node) bool {
	waits := false
	ast.Inspect(d.Body, func(m ast.Node) bool {
		if m == nil || waits {
			return false
		}
		switch m.(type) {
		case *ast.GoStmt:
			return false
		case *ast.DeferStmt:
		default:
			if m.Pos() < n.End() {
				return true // before it, or around it
			}
		}
		waits = p.mayWait(m, 0)
		return false
	})
	return waits
}

// mayWait reports whether anything in n may wait for another goroutine.
func (p *Program) mayWait(n ast.Node, depth int) bool {
	return p.mayWaitFor(n, func(call *ast.CallExpr) bool { return !p.callMayWait(call, depth) })
}

// mayWaitFor is mayWait, with prompt to tell of a call that it does not wait.
func (p *Program) mayWaitFor(n ast.Node, prompt func(*ast.CallExpr) bool) bool {
	waits := false
	ast.Inspect(n, func(n ast.Node) bool {
		if waits {
			return false
		}
		switch n := n.(type) {
		case *ast.GoStmt:
			return false
		case *ast.UnaryExpr:
			waits = n.Op == token.ARROW
		case *ast.SelectStmt, *ast.ForStmt:
			waits = true
		case *ast.RangeStmt:
			switch p.pass.TypesInfo.TypeOf(n.X).Underlying().(type) {
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

// callMayWait reports whether a call may wait for a goroutine of the program:
// one of its own functions may, and so may what is called Wait, Sleep or Lock.
// Another library's function knows nothing of the program's goroutines, unless
// it is given something of theirs.
func (p *Program) callMayWait(call *ast.CallExpr, depth int) bool {
	if tv := p.pass.TypesInfo.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return false
	}
	fn := p.src.Callee(call)
	if fn == nil {
		_, isLit := ast.Unparen(call.Fun).(*ast.FuncLit) // looked at where it stands
		return !isLit && named(p.pass.TypesInfo.TypeOf(call.Fun)) != "context.CancelFunc"
	}
	if fn.Pkg() == nil {
		return false // error.Error
	}
	if p.Exits(call) {
		return false
	}
	verbs := []string{"Wait", "Sleep", "Lock", "Join", "Done", "Shutdown", "Stop"}
	std := source.IsStd(fn.Pkg().Path())
	if std {
		verbs = []string{"Wait", "Sleep", "Lock", "Shutdown", "Run", "Output"} // signal.Stop waits for nobody
	}
	if slices.ContainsFunc(verbs, func(verb string) bool { return strings.Contains(fn.Name(), verb) }) {
		return true
	}
	if std {
		return p.ev.Row(fn, catalog.Serve) != nil
	}
	if fn.Pkg() == p.pass.Pkg {
		d := p.src.Decl(fn)
		return d == nil || d.Body == nil || depth > 3 || p.mayWait(d.Body, depth+1)
	}
	if p.ofOwnModules(fn) {
		return !logs(fn.Name()) && !p.pass.ImportObjectFact(fn, new(PortvetPrompt))
	}
	for _, a := range call.Args {
		switch p.pass.TypesInfo.TypeOf(a).(type) {
		case *types.Chan, *types.Signature:
			return true
		}
	}
	return p.ev.Row(fn, catalog.Serve) != nil || p.ev.Row(fn, catalog.Owner) != nil
}

// PortvetPrompt is a fact about a function of a module that is worked on, one
// that closes something: it waits for no goroutine.
type PortvetPrompt struct{ Always bool }

// AFact marks the type as a fact.
func (*PortvetPrompt) AFact() {}

func (f *PortvetPrompt) String() string { return "prompt" }

// exportPrompt writes the facts about exported functions that take nothing and
// return nothing, or an error, as those do that main defers.
func (p *Program) exportPrompt() {
	for _, fn := range p.src.Functions() {
		sig, d := fn.Signature(), p.src.Decl(fn)
		if !fn.Exported() || sig.Params().Len() > 0 || d == nil || d.Body == nil {
			continue
		}
		if sig.Results().Len() > 1 || sig.Results().Len() == 1 && errorIndex(sig.Results()) < 0 {
			continue
		}
		if !p.mayWait(d.Body, 0) {
			p.pass.ExportObjectFact(fn, &PortvetPrompt{Always: true})
		}
	}
}

// logs reports whether a function called name writes to a log, as the names of
// all loggers say, and so waits for nobody.
func logs(name string) bool {
	return slices.ContainsFunc([]string{"Print", "Log", "Trace", "Debug", "Info", "Notice", "Warn", "Error", "Crit", "Fatal", "Panic", "With", "Sync", "Flush"},
		func(verb string) bool { return strings.HasPrefix(name, verb) })
}
