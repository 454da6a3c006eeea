package program

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

	channel types.Object
}

// Has reports whether s asks for the signal called name.
func (s *Subscription) Has(name string) bool { return s.All || slices.Contains(s.Signals, name) }

// Subscriptions returns the subscriptions of this package in source order.
func (p *Program) Subscriptions() []*Subscription {
	if p.signals != nil {
		return *p.signals
	}
	p.signals = new([]*Subscription)
	var subs []*Subscription
	ofSignal := func(fn *types.Func) bool { return fn.Pkg() != nil && fn.Pkg().Path() == "os/signal" }
	for _, call := range p.src.CallsTo(ofSignal) {
		var s *Subscription
		switch p.src.Callee(call).Name() {
		case "Notify":
			if len(call.Args) == 0 {
				continue
			}
			ch := p.object(call.Args[0])
			i := slices.IndexFunc(subs, func(s *Subscription) bool { return ch != nil && s.channel == ch })
			if i >= 0 {
				s = subs[i]
			} else {
				s = &Subscription{Call: call, channel: ch}
				subs = append(subs, s)
			}
		case "NotifyContext":
			if len(call.Args) == 0 {
				continue
			}
			s = &Subscription{Call: call, Parent: !p.freshContext(call.Args[0])}
			subs = append(subs, s)
		default:
			continue
		}
		if p.elsewhere(call) {
			s.Unknown = true
		}
		p.addSignals(s, call)
	}
	*p.signals = subs
	return subs
}

// addSignals adds to s the signals that call asks for.
func (p *Program) addSignals(s *Subscription, call *ast.CallExpr) {
	if len(call.Args) == 1 {
		s.All = true
		return
	}
	for _, a := range call.Args[1:] {
		if call.Ellipsis.IsValid() {
			p.addSignalList(s, a)
			continue
		}
		p.addSignal(s, a)
	}
}

func (p *Program) addSignal(s *Subscription, e ast.Expr) {
	if name := p.signalName(e); name != "" {
		s.Signals = append(s.Signals, name)
		return
	}
	s.Unknown = true
}

// addSignalList adds the signals in a slice that is written where it is used,
// or in the one assignment of a variable.
func (p *Program) addSignalList(s *Subscription, e ast.Expr) {
	e = ast.Unparen(e)
	if v, ok := p.object(e).(*types.Var); ok {
		if e, _ = p.src.OnlyAssigned(v); e == nil || p.elsewhere(e) || v.Exported() && !p.Main && v.Parent() == p.pass.Pkg.Scope() {
			s.Unknown = true
			return
		}
	}
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if !ok {
		s.Unknown = true
		return
	}
	for _, el := range lit.Elts {
		p.addSignal(s, el)
	}
}

// elsewhere reports whether n is only compiled for systems without the signals
// that platforms send: its file's name or build constraint leaves Linux out.
func (p *Program) elsewhere(n ast.Node) bool {
	file := p.file(n.Pos())
	if file == nil {
		return false
	}
	name := strings.TrimSuffix(filepath.Base(p.pass.Fset.Position(file.Package).Filename), ".go")
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

// object returns the variable that e denotes, or nil.
func (p *Program) object(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := p.pass.TypesInfo.ObjectOf(e).(*types.Var); ok {
			return v
		}
	case *ast.SelectorExpr:
		if v, ok := p.pass.TypesInfo.ObjectOf(e.Sel).(*types.Var); ok {
			return v
		}
	}
	return nil
}

// freshContext reports whether e is a context that nothing ends.
func (p *Program) freshContext(e ast.Expr) bool {
	for range 3 {
		if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
			switch p.calleeName(call) {
			case "context.Background", "context.TODO":
				return true
			case "context.WithCancel", "context.WithCancelCause", "context.WithValue":
				e = call.Args[0]
				continue
			}
			return false
		}
		v, ok := p.object(e).(*types.Var)
		if !ok || v.IsField() {
			return false
		}
		if e, _ = p.src.OnlyAssigned(v); e == nil {
			return false
		}
	}
	return false
}

// Signal returns the name of the signal that e is, such as "SIGTERM", or "".
func (p *Program) Signal(e ast.Expr) string { return p.signalName(e) }

// signalName returns the name of the signal that e is, or "".
func (p *Program) signalName(e ast.Expr) string {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 && p.pass.TypesInfo.Types[call.Fun].IsType() {
		return p.signalName(call.Args[0]) // os.Signal(syscall.SIGTERM)
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
	obj := p.pass.TypesInfo.ObjectOf(id)
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
	case p.pass.Pkg.Path():
		switch obj := obj.(type) {
		case *types.Var:
			if rhs, _ := p.src.OnlyAssigned(obj); rhs != nil && ast.Unparen(rhs) != e {
				return p.signalName(rhs)
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
	if named(c.Type()) != "syscall.Signal" {
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

// catchesTerm reports whether this package does something when it is told to
// terminate, or may: it subscribes to SIGTERM or to what is not known, or uses
// a library that does. To name SIGTERM is enough, but to send it.
func (p *Program) catchesTerm() bool {
	for _, s := range p.Subscriptions() {
		if s.Has("SIGTERM") || s.Unknown {
			return true
		}
	}
	catches := func(fn *types.Func) bool {
		return slices.ContainsFunc(p.ev.Rows(fn), func(r *catalog.Row) bool {
			return r.Kind == catalog.Serve && slices.Contains(r.Stop, "builtin") || r.Kind == catalog.Owner && r.Role != "entry" || helps(r)
		})
	}
	if len(p.src.CallsTo(catches)) > 0 {
		return true
	}
	// A function in a variable: ctrl.SetupSignalHandler.
	inVariable := func(obj types.Object) bool {
		v, ok := obj.(*types.Var)
		if !ok || v.Pkg() == nil || v.Pkg() == p.pass.Pkg || !v.Exported() {
			return false
		}
		r := p.cat.Package(v.Pkg().Path()).Row(v.Pkg().Path()+"."+v.Name(), catalog.Signal)
		return r != nil && helps(r)
	}
	for _, cur := range p.src.Mentions(inVariable) {
		if _, isCall := source.UseOf(cur); isCall {
			return true
		}
	}
	for _, imp := range p.pass.Pkg.Imports() {
		if r := p.cat.Package(imp.Path()).Row("", catalog.Signal); r != nil && helps(r) {
			return true
		}
	}
	return p.namesTerm()
}

// helps reports whether a row says that a library handles SIGTERM, or signals
// that it is given. What os/signal is asked for is in [Program.Subscriptions].
func helps(r *catalog.Row) bool {
	if r.Kind != catalog.Signal || r.Package == "os/signal" || r.Op != "" {
		return false
	}
	return r.Signals.Set || slices.Contains(r.Caught, "SIGTERM") || slices.Contains(r.Caught, "all")
}

// namesTerm reports whether the package names SIGTERM other than to send it.
func (p *Program) namesTerm() bool {
	for _, cur := range p.src.Mentions(func(obj types.Object) bool { return obj.Name() == "SIGTERM" }) {
		id := cur.Node().(*ast.Ident)
		if p.signalName(id) != "SIGTERM" {
			continue
		}
		user := cur.Parent() // of SIGTERM, or of syscall.SIGTERM
		if sel, ok := user.Node().(*ast.SelectorExpr); ok && sel.Sel == id {
			user = user.Parent()
		}
		switch n := user.Node().(type) {
		case *ast.CallExpr:
			switch p.calleeName(n) {
			case "(*os.Process).Signal", "syscall.Kill", "golang.org/x/sys/unix.Kill":
				continue
			}
		case *ast.BinaryExpr:
			if n.Op == token.EQL {
				continue // sig == SIGTERM, of a signal that never comes
			}
		}
		return true
	}
	return false
}

// TermCaught reports whether SIGTERM is handled somewhere in the program, as
// far as this package sees it.
func (p *Program) TermCaught() bool { return p.merged.Term || p.catchesTerm() }

// Listening reports whether the program has a listener that is not local by
// design: in this package, or in one that it imports.
func (p *Program) Listening() bool {
	return p.merged.Listens || p.listensHere()
}

func (p *Program) listensHere() bool {
	return slices.ContainsFunc(p.Listeners, func(l *Listener) bool { return !l.dropped && !l.Probe && !p.LocalByDesign(l) })
}

// StopsServers reports whether a server is stopped gracefully in this package
// or in one that it imports.
func (p *Program) StopsServers() bool {
	return p.merged.Stops || slices.ContainsFunc(p.stops, func(s *Stop) bool { return s.graceful })
}
