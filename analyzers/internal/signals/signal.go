package signals

import (
	"go/ast"
	"go/build/constraint"
	"go/constant"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Subscription is what a program does to hear of signals: the calls of
// signal.Notify on one channel, or one call of signal.NotifyContext.
type Subscription struct {
	Call    *ast.CallExpr // the first of them
	Signals []string      // what is asked for: "SIGINT", in source order
	All     bool          // every signal is asked for
	Unknown bool          // some of what is asked for is not known
	// Parent reports whether the context is derived from one that comes from
	// elsewhere, which may end for a signal of its own.
	Parent bool
	Through
	Drains bool // it is a library that stops what it serves then

	channel types.Object
	list    *types.Var // the parameter that has the signals: see Asked
}

// Has reports whether s asks for the signal called name.
func (s *Subscription) Has(name string) bool { return s.All || slices.Contains(s.Signals, name) }

// Through is how a program asks by a function that is not one of os/signal.
type Through struct {
	In     string // the function, or "" if it is not so
	First  int    // the first argument of Call that is a signal, or -1
	Judged bool   // a rule has looked at it where that function is
	Acted  string // where that function does what Act tells, file:line, or ""
	shared string // see Asks
	site   string // see Asks
}

// stops reports whether s asks for a signal that stops a program.
func (s *Subscription) stops() bool { return s.Has("SIGTERM") || s.Has("SIGINT") }

// Subscriptions returns the subscriptions of this package in source order.
func (si *Signals) Subscriptions() []*Subscription {
	if si.known != nil {
		return *si.known
	}
	si.known = new([]*Subscription)
	var subs []*Subscription
	for _, call := range si.calls() {
		var s *Subscription
		switch si.callee(call).Name() {
		case "Notify":
			if len(call.Args) == 0 {
				continue
			}
			ch := si.src.Object(call.Args[0])
			i := slices.IndexFunc(subs, func(s *Subscription) bool { return ch != nil && s.channel == ch })
			if i >= 0 {
				s = subs[i]
			} else {
				s = &Subscription{Call: call, Through: Through{First: 1}, channel: ch}
				subs = append(subs, s)
			}
		case "NotifyContext":
			if len(call.Args) == 0 {
				continue
			}
			s = &Subscription{Call: call, Through: Through{First: 1}, Parent: !si.freshContext(call.Args[0], 0)}
			subs = append(subs, s)
		default:
			continue
		}
		if si.elsewhere(call) {
			s.Unknown = true
		}
		si.addSignals(s, call, 1)
	}
	*si.known = subs
	return subs
}

// ofSignal reports whether fn is a function of os/signal.
func ofSignal(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "os/signal"
}

// calls returns the calls of os/signal in source order, also those through a
// variable, such as one that tests replace.
func (si *Signals) calls() []*ast.CallExpr {
	calls := si.src.CallsTo(ofSignal)
	kept := func(obj types.Object) bool {
		fn, ok := obj.(*types.Func)
		return ok && ofSignal(fn)
	}
	value := false // a function of os/signal is mentioned other than to call it
	for _, cur := range si.src.Mentions(kept) {
		_, isCall := source.UseOf(cur)
		value = value || !isCall
	}
	if !value {
		return calls
	}
	for _, cur := range si.src.DynamicCalls() {
		if call := cur.Node().(*ast.CallExpr); ofSignal(si.callee(call)) {
			calls = append(calls, call)
		}
	}
	slices.SortStableFunc(calls, func(a, b *ast.CallExpr) int { return si.src.InOrder(a, b) })
	return calls
}

// callee returns the function that call calls, also through a variable that
// holds only one; nil when that is not known.
func (si *Signals) callee(call *ast.CallExpr) *types.Func {
	if fn := si.src.Callee(call); fn != nil {
		return fn
	}
	v := si.ev.Eval(call.Fun)
	if len(v.Alts) != 1 {
		return nil
	}
	fn, _ := v.Alts[0].Func()
	return fn
}

// elsewhere reports whether n is only compiled for systems without the signals
// that platforms send: its file's name or build constraint leaves Linux out.
func (si *Signals) elsewhere(n ast.Node) bool {
	file := si.src.File(n.Pos())
	if file == nil {
		return false
	}
	name := strings.TrimSuffix(filepath.Base(si.src.Fset.Position(file.Package).Filename), ".go")
	for _, part := range strings.Split(strings.TrimSuffix(name, "_test"), "_")[1:] {
		if otherSystems[part] {
			return true
		}
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if c.Pos() > file.Package || !constraint.IsGoBuild(c.Text) {
				continue
			}
			if x, err := constraint.Parse(c.Text); err == nil && !x.Eval(linux(true)) && !x.Eval(linux(false)) {
				return true
			}
		}
	}
	return false
}

// linux returns which build tags are set on Linux; others says so of those that
// name no system.
func linux(others bool) func(tag string) bool {
	return func(tag string) bool {
		return tag == "linux" || tag == "unix" || others && !otherSystems[tag]
	}
}

// otherSystems are the systems that no container runs.
var otherSystems = map[string]bool{
	"aix": true, "android": true, "darwin": true, "dragonfly": true, "freebsd": true, "illumos": true, "ios": true,
	"js": true, "netbsd": true, "openbsd": true, "plan9": true, "solaris": true, "wasip1": true, "windows": true,
}

// Awaits reports whether a receive from e waits for the program to be told to
// stop: e is a channel of signals, or the end of a context of them that has no
// time limit.
func (si *Signals) Awaits(e ast.Expr) bool {
	if _, isCall := ast.Unparen(e).(*ast.CallExpr); !isCall {
		ch := si.src.Object(e)
		return ch != nil && slices.ContainsFunc(si.Subscriptions(), func(s *Subscription) bool {
			return s.channel == ch && (s.stops() || s.list != nil && slices.ContainsFunc(si.listed(s), (*Subscription).stops))
		})
	}
	ctx := source.DoneOf(e)
	if ctx == nil || source.Named(si.src.Info.TypeOf(ctx)) != "context.Context" {
		return false
	}
	found := false
	for link := range si.waits.Line(ctx) {
		if link.Made == nil {
			continue
		}
		if how := flow.Derivations[si.src.CalleeName(link.Made)]; how == "timeout" || how == "deadline" {
			return false
		}
		found = found || si.Ends(link.Made)
	}
	return found
}

// AtSignal reports whether n comes when the program has heard that it is to stop, on all ways
// that lead there, or has another reason to.
func (si *Signals) AtSignal(n ast.Node) bool { return si.atSignal(n, 0) }

func (si *Signals) atSignal(n ast.Node, depth int) bool {
	if si.waits.After(n, si.Awaits) || si.waits.CalledAtSignal(n) {
		return true
	}
	calls, all := si.src.Calls(si.src.EnclosingFunc(n.Pos()))
	if !all || depth > 3 {
		return false
	}
	signalled := false
	for _, call := range calls {
		switch {
		case si.atSignal(call, depth+1):
			signalled = true
		case !si.besideSignal(call):
			return false
		}
	}
	return signalled
}

// besideSignal reports whether n stands in a case of a select of which another waits for the
// program to be told to stop.
func (si *Signals) besideSignal(n ast.Node) bool {
	cur, ok := si.src.Find(n)
	if !ok {
		return false
	}
	for c := range cur.Enclosing((*ast.CommClause)(nil), (*ast.FuncLit)(nil)) {
		if _, isLit := c.Node().(*ast.FuncLit); isLit {
			return false
		}
		for _, other := range c.Parent().Node().(*ast.BlockStmt).List {
			comm := other.(*ast.CommClause).Comm
			if heard := si.waits.ReceivesIn(comm); comm != nil && heard != nil && si.Awaits(heard) {
				return true
			}
		}
	}
	return false
}

// AllAtSignal reports whether there are any of ns, and each comes when the program has heard
// that it is to stop.
func (si *Signals) AllAtSignal(ns []ast.Node) bool {
	return len(ns) > 0 && !slices.ContainsFunc(ns, func(n ast.Node) bool { return !si.AtSignal(n) })
}

// hearsTerm reports whether e, a channel, is among those that SIGTERM is sent on.
func (si *Signals) hearsTerm(e ast.Expr) bool {
	ch := si.src.Object(e)
	return ch != nil && slices.ContainsFunc(si.Subscriptions(), func(s *Subscription) bool { return s.channel == ch && s.Has("SIGTERM") })
}

// Ends reports whether call makes a context that ends when the program is told
// to stop.
func (si *Signals) Ends(call *ast.CallExpr) bool {
	callee := si.src.Callee(call)
	if callee != nil && callee.Pkg() != si.src.Pkg && si.src.Ours(callee.Pkg()) {
		if of, _ := si.facts.Asks(callee); of.Tells || of.Late {
			return of.Tells
		}
	}
	if i := slices.IndexFunc(si.Asked(), func(s *Subscription) bool { return s.Call == call }); i >= 0 {
		s := si.Asked()[i]
		return s.channel == nil && s.stops()
	}
	r := si.ev.Row(callee, catalog.Signal)
	if r == nil {
		r = si.heldRow(si.src.Object(call.Fun))
	}
	return r != nil && r.Package != "os/signal" && r.Context.Arg == catalog.Result && r.Context.Set &&
		(slices.Contains(r.Caught, "SIGTERM") || slices.Contains(r.Caught, "SIGINT"))
}

// Signal returns the name of the signal that e is, such as "SIGTERM", or "".
func (si *Signals) Signal(e ast.Expr) string { return si.signalName(e) }

// signalName returns the name of the signal that e is, or "".
func (si *Signals) signalName(e ast.Expr) string {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 && si.src.Info.Types[call.Fun].IsType() {
		return si.signalName(call.Args[0]) // os.Signal(syscall.SIGTERM)
	}
	var id *ast.Ident
	switch e := e.(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	default:
		return ""
	}
	obj := si.src.Info.ObjectOf(id)
	if obj == nil || obj.Pkg() == nil {
		return ""
	}
	switch obj.Pkg().Path() {
	case "os":
		switch obj.Name() {
		case "Interrupt":
			return "SIGINT"
		case "Kill":
			return "SIGKILL"
		}
	case "syscall", "golang.org/x/sys/unix", "golang.org/x/sys/windows":
		if _, ok := obj.(*types.Const); ok && strings.HasPrefix(obj.Name(), "SIG") {
			return obj.Name()
		}
	case si.src.Pkg.Path():
		switch obj := obj.(type) {
		case *types.Var:
			if rhs, _ := si.src.OnlyAssigned(obj); rhs != nil && ast.Unparen(rhs) != e {
				return si.signalName(rhs)
			}
		case *types.Const:
			return numbered(obj)
		}
	}
	return ""
}

// numbered returns the name of a signal that a constant of the program stands
// for, of those that matter here; they have these numbers on every Unix.
func numbered(c *types.Const) string {
	if source.Named(c.Type()) != "syscall.Signal" {
		return ""
	}
	switch n, _ := constant.Int64Val(constant.ToInt(c.Val())); n {
	case 2:
		return "SIGINT"
	case 9:
		return "SIGKILL"
	case 15:
		return "SIGTERM"
	}
	return ""
}

// CatchesTerm reports whether this package does something when it is told to
// terminate, or may: it subscribes to SIGTERM or to what is not known, or uses
// a library that does. To name SIGTERM is enough, but to send it.
func (si *Signals) CatchesTerm() bool {
	for _, s := range si.Asked() {
		if s.Has("SIGTERM") || s.Unknown {
			return true
		}
	}
	catches := func(r *catalog.Row, fn *types.Func, call *ast.CallExpr) bool {
		builtin := r.Kind == catalog.Serve && slices.Contains(r.Stop, "builtin") && si.ev.Row(fn, catalog.Signal) == nil
		return builtin || r.Kind == catalog.Owner && r.Role != "entry" && !si.cat.Package(r.Package).Signals() ||
			helps(r) && !givenSignals(r, call)
	}
	for _, call := range si.ev.CallsWith(catalog.Serve, catalog.Owner, catalog.Signal) {
		fn := si.src.Callee(call)
		if slices.ContainsFunc(si.ev.Rows(fn), func(r *catalog.Row) bool { return catches(r, fn, call) }) {
			return true
		}
	}
	// A function in a variable: ctrl.SetupSignalHandler.
	inVariable := func(obj types.Object) bool {
		r := si.heldRow(obj)
		return r != nil && helps(r)
	}
	for _, cur := range si.src.Mentions(inVariable) {
		if _, isCall := source.UseOf(cur); isCall {
			return true
		}
	}
	for _, imp := range si.src.Pkg.Imports() {
		if r := si.cat.Package(imp.Path()).Row("", catalog.Signal); r != nil && helps(r) {
			return true
		}
	}
	return si.namesTerm()
}

// heldRow returns the row of a variable of another package that holds a function
// which handles signals, or nil.
func (si *Signals) heldRow(obj types.Object) *catalog.Row {
	v, ok := obj.(*types.Var)
	if !ok || v.Pkg() == nil || v.Pkg() == si.src.Pkg || !v.Exported() {
		return nil
	}
	return si.cat.Package(v.Pkg().Path()).Row(v.Pkg().Path()+"."+v.Name(), catalog.Signal)
}

// helps reports whether a row says that a library handles SIGTERM, or signals
// that it is given. What os/signal is asked for is in [Signals.Subscriptions].
func helps(r *catalog.Row) bool {
	if r.Kind != catalog.Signal || r.Package == "os/signal" || r.Op != "" {
		return false
	}
	return r.Signals.Set || slices.Contains(r.Caught, "SIGTERM") || slices.Contains(r.Caught, "all")
}

// namesTerm reports whether the package names SIGTERM other than to send it.
func (si *Signals) namesTerm() bool {
	for _, cur := range si.src.Mentions(func(obj types.Object) bool { return obj.Name() == "SIGTERM" }) {
		id := cur.Node().(*ast.Ident)
		if si.signalName(id) != "SIGTERM" {
			continue
		}
		user := cur.Parent() // of SIGTERM, or of syscall.SIGTERM
		if sel, ok := user.Node().(*ast.SelectorExpr); ok && sel.Sel == id {
			user = user.Parent()
		}
		switch n := user.Node().(type) {
		case *ast.CallExpr:
			switch si.src.CalleeName(n) {
			case "(*os.Process).Signal", "syscall.Kill", "golang.org/x/sys/unix.Kill":
				continue
			}
		case *ast.BinaryExpr:
			if n.Op == token.EQL {
				continue // sig == SIGTERM, of a signal that never comes
			}
		case *ast.KeyValueExpr:
			if lit, ok := user.Parent().Node().(*ast.CompositeLit); ok && si.namesOfSignals(lit) {
				continue // what is asked for by way of it is not known, and so may be SIGTERM
			}
		case *ast.IndexExpr:
			if si.namesOfSignals(n.X) {
				continue
			}
		}
		return true
	}
	return false
}

// namesOfSignals reports whether e is a table of the names of signals.
func (si *Signals) namesOfSignals(e ast.Expr) bool {
	m, ok := si.src.Info.TypeOf(e).Underlying().(*types.Map)
	return ok && (source.IsString(m.Key()) || source.IsString(m.Elem()))
}
