package program

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Listener is one place where a program binds a port, or starts a server on a
// listener made elsewhere.
type Listener struct {
	Node  ast.Node // the call, method value or literal of this package
	API   string   // the API at the end, as people write it
	At    string   // where that API is called, file:line
	Proto string   // http, https, grpc, …; "" for raw
	Net   string   // tcp, udp, unix, …; "" when not known
	TLS   bool

	// AnyNet reports whether the network comes from where it cannot be
	// followed: the listener may as well be a unix socket.
	AnyNet bool

	Host, Port Part
	Addr       origin.Value
	AddrExpr   ast.Expr // what stands at the API, in the package that calls it

	Role    Role
	Serves  bool // a server is started
	Serving bool // on a listener made elsewhere: no port is bound here
	Server  origin.Value
	Handler origin.Value
	On      origin.Value
	Life    Life
	Own     bool // the API is called in a module that is worked on
	Reuse   bool // other sockets may have the port as well (SO_REUSEPORT)

	// Probe reports whether the listener only finds out whether a port is
	// free: nothing is done with it but to close it or ask for its address.
	Probe bool

	// Inherited reports whether the listener is made by a function that is
	// called here, and inner what was decided in that function already.
	Inherited bool
	inner     Decided

	// Lax reports whether more than host:port is taken for an address.
	Lax bool
	// Conditional and Blocks tell, of a listener made by a function of another
	// package, whether something in there decides if it is made at all, and
	// whether the call returns while it is open.
	Conditional, Blocks bool

	option   bool          // the address is only chosen here; something else starts the server
	network  origin.Value  // where an argument says it
	whole    origin.Value  // Addr, closed, when only the fields of this package's types tell
	empty    string        // address that an empty one stands for
	fn       *types.Func   // the declared function around Node, or nil
	call     *ast.CallExpr // nil for literals
	serving  *Listener     // what serves on it
	bound    []*Listener   // Serving: the listeners that it is put on
	of       *Listener     // Inherited: the listener of the function that is called
	dropped  bool
	fails    bool     // of another package: the function returns the error of the start
	stoppers []string // of another package: the functions that stop the server
	early    bool     // of another package: the function returns before the drain has ended
	perEntry bool     // of another package: see PerEntry
	resolved Decided
}

// Decided says which questions about a listener have an answer.
type Decided uint8

// What can be decided about a listener.
const (
	PortDecided Decided = 1 << iota
	HostDecided
	LifeDecided
	RoleDecided
)

// PortHere reports whether this is the place to judge the port: it is known
// here, and was not known in a function further in.
func (l *Listener) PortHere() bool { return !l.Serving && l.inner&PortDecided == 0 && l.Port.closed() }

// Open reports whether the host or port depends on a parameter: callers tell
// what it is.
func (l *Listener) Open() bool { return !l.Port.closed() || !l.Host.closed() }

// HostHere is PortHere for the host.
func (l *Listener) HostHere() bool { return !l.Serving && l.inner&HostDecided == 0 && l.Host.closed() }

// LifeHere is PortHere for what stops the server.
func (l *Listener) LifeHere() bool { return l.inner&LifeDecided == 0 && l.resolved&LifeDecided != 0 }

// Part is the host or the port of an address.
type Part struct {
	Value origin.Value
}

// closed reports whether no parameter is left in the part.
func (p Part) closed() bool { return !hasParam(p.Value) }

func hasParam(v origin.Value) bool {
	return v.Has(func(p origin.Piece) bool {
		return p.Kind == origin.Param || slices.ContainsFunc(p.Key, func(k origin.Piece) bool { return k.Kind == origin.Param })
	})
}

// Fixed returns the texts of the part when every origin of it is a literal.
func (p Part) Fixed() (texts []string, ok bool) {
	for _, a := range p.Value.Alts {
		t, ok := a.Text()
		if !ok {
			return nil, false
		}
		texts = append(texts, t)
	}
	return texts, len(texts) > 0
}

// Known returns the texts among the part's alternatives.
func (p Part) Known() (texts []string) {
	for _, a := range p.Value.Alts {
		if t, ok := a.Text(); ok {
			texts = append(texts, t)
		}
	}
	return texts
}

// Anchor returns the expression that fixes the part, or nil when that is what
// stands at the API.
func (p Part) Anchor() ast.Expr {
	for _, a := range p.Value.Alts {
		for _, piece := range a.Pieces {
			if e := piece.Anchor(); e != nil {
				return e
			}
		}
	}
	return nil
}

// Written returns where the part's first literal is written: its position,
// when that is in this package, and file:line.
func (p Part) Written() (token.Pos, string) {
	for _, a := range p.Value.Alts {
		for _, piece := range a.Pieces {
			if piece.Kind == origin.Literal && piece.At != "" {
				return piece.Pos(), piece.At
			}
		}
	}
	return token.NoPos, ""
}

// splitAddr sets Host and Port from Addr.
func (p *Program) splitAddr(l *Listener) {
	var hosts, ports []origin.Value
	for _, a := range l.Addr.Alts {
		one := origin.Value{Alts: []origin.Alt{a}}
		if a.Obj != nil {
			hosts = append(hosts, p.ev.FieldOf(one, "IP", nil))
			ports = append(ports, p.ev.FieldOf(one, "Port", nil))
			continue
		}
		h, port, ok := a.Split()
		if ok && l.Net == "url" {
			h = withoutScheme(h)
		} else if t, known := a.Text(); ok && known && malformed(t) {
			ok = false
		}
		if ok {
			hosts = append(hosts, origin.Value{Alts: []origin.Alt{h}})
			ports = append(ports, origin.Value{Alts: []origin.Alt{port}})
			continue
		}
		if t, known := a.Text(); known {
			// No colon: a path, or a malformed address, which is another
			// rule's business.
			if t != "" {
				hosts = append(hosts, origin.Named(origin.Unknown, ""))
			}
			ports = append(ports, origin.Named(origin.Unknown, ""))
			continue
		}
		hosts = append(hosts, one)
		ports = append(ports, one)
	}
	l.Host = Part{origin.Union(hosts...)}
	l.Port = Part{origin.Union(ports...)}
}

// malformed reports whether an address with a colon is none: it has a scheme,
// or more than one colon outside of brackets.
func malformed(addr string) bool {
	if strings.Contains(addr, "://") {
		return true
	}
	if i := strings.LastIndexByte(addr, ']'); i >= 0 {
		addr = addr[i:]
	}
	return strings.Count(addr, ":") > 1
}

// withoutScheme drops the scheme of a URL (tcp://:9000) from a host.
func withoutScheme(h origin.Alt) origin.Alt {
	if len(h.Pieces) == 0 || h.Pieces[0].Kind != origin.Literal {
		return h
	}
	if _, rest, ok := strings.Cut(h.Pieces[0].Text, "://"); ok {
		h.Pieces = slices.Clone(h.Pieces)
		h.Pieces[0].Text = rest
	}
	return h
}

// settled fills what only the fields of this package's own types can tell,
// and notes what is decided now.
func (p *Program) settled(l *Listener) *Listener {
	// s.srv = &http.Server{Addr: addr, Handler: h}: it is the caller who knows.
	if belowParam(l.Addr) {
		if c := p.ev.CloseFields(l.Addr, l.fn); l.givenTo(c) {
			l.Addr = p.orDefault(c, l.empty)
			p.splitAddr(l)
		}
	}
	if belowParam(l.Handler) {
		if c := p.ev.CloseFields(l.Handler, l.fn); l.givenTo(c) {
			l.Handler = c
		}
	}
	if hasParam(l.Addr) {
		// Both parts may come from one field.
		whole := *l
		whole.Addr = p.orDefault(p.closeFields(l.Addr, false), l.empty)
		if !hasParam(whole.Addr) {
			p.splitAddr(&whole)
			l.whole = whole.Addr
			if _, ok := whole.Host.Fixed(); ok {
				l.Host = whole.Host
			}
			if _, ok := whole.Port.Fixed(); ok {
				l.Port = whole.Port
			}
		}
	}
	l.Host = Part{p.closeFields(l.Host.Value, true)}
	l.Port = Part{p.closeFields(l.Port.Value, true)}
	l.Handler = p.closeFields(l.Handler, false)
	return l
}

// belowParam reports whether v has a field below a parameter in it.
func belowParam(v origin.Value) bool {
	return v.Has(func(q origin.Piece) bool { return q.Kind == origin.Param && len(q.Path) > 0 })
}

// givenTo reports whether v is what the function around l is given: there are
// parameters of it in v, but for its receiver, and nothing unknown.
func (l *Listener) givenTo(v origin.Value) bool {
	foreign := func(q origin.Piece) bool {
		return q.Kind == origin.Unknown || q.Kind == origin.Param && (q.Func() != l.fn || q.Index == source.Receiver)
	}
	return l.fn != nil && hasParam(v) && !v.Has(foreign)
}

// closeFields resolves fields below parameters by all that is assigned to
// them in this package, when that gives an answer; fixed demands that the
// answer is literals only, since a caller may know better.
func (p *Program) closeFields(v origin.Value, fixed bool) origin.Value {
	if !belowParam(v) || v.Has(func(q origin.Piece) bool { return q.Kind == origin.Param && len(q.Path) == 0 }) {
		return v
	}
	c := p.ev.CloseFields(v, nil)
	if hasParam(c) || c.HasKind(origin.Unknown) {
		return v
	}
	if _, ok := (Part{c}).Fixed(); fixed && !ok {
		return v
	}
	return c
}

// open returns what is not decided about l.
func (l *Listener) open() Decided {
	var d Decided
	if !l.Serving {
		if !l.Port.closed() {
			d |= PortDecided
		}
		if !l.Host.closed() {
			d |= HostDecided
		}
	}
	if hasParam(l.Handler) || hasParam(l.On) {
		d |= RoleDecided
	}
	if l.Serves && !l.Life.final() && l.resolved&LifeDecided == 0 && hasParam(l.Server) {
		d |= LifeDecided
	}
	if life := l.Life; l.Serves && !l.Own && !life.BuiltIn && !life.Owned && !life.Stopped && !life.Escaped {
		d |= LifeDecided // judged where the module that is worked on calls it
	}
	return d
}

// instance returns l, of the function callee, as it is at a call of it. When
// there is nothing left to decide it is l itself.
func (p *Program) instance(l *Listener, callee *types.Func, call *ast.CallExpr, fn *types.Func) *Listener {
	open := l.open()
	foreign := callee.Pkg() != p.pass.Pkg
	if open == 0 && !foreign {
		return l
	}
	c := *l
	c.Node, c.call, c.fn = call, call, fn
	if len(call.Args) == 0 && !call.Lparen.IsValid() {
		c.Node = call.Fun
	}
	c.Inherited = true
	c.of = l
	c.AddrExpr = nil
	c.serving, c.bound = nil, nil
	c.whole = origin.Value{}
	c.resolved = 0
	c.Own = l.Own || ownModule(p.pass)
	c.inner = l.inner | (PortDecided|HostDecided|LifeDecided|RoleDecided)&^open
	if open == 0 {
		return &c
	}
	fill := func(v origin.Value) origin.Value {
		return p.ev.CloseOthers(p.ev.Fill(v, callee, call), call)
	}
	c.Host, c.Port = Part{fill(l.Host.Value)}, Part{fill(l.Port.Value)}
	if hasParam(l.Addr) {
		// Host and port may come from one hole: take apart what fills it.
		c.Addr = p.orDefault(fill(l.Addr), l.empty)
		p.splitAddr(&c)
	}
	c.Server, c.Handler, c.On = fill(l.Server), fill(l.Handler), fill(l.On)
	if hasParam(l.network) {
		c.setNetwork(fill(l.network))
	}
	return p.settled(&c)
}

// shortName returns a function's name as people write it.
func shortName(fn *types.Func) string {
	name := fn.Name()
	if r := fn.Signature().Recv(); r != nil {
		t := r.Type()
		star := ""
		if ptr, ok := t.(*types.Pointer); ok {
			t, star = ptr.Elem(), "*"
		}
		if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
			return "(" + star + n.Obj().Pkg().Name() + "." + n.Obj().Name() + ")." + name
		}
		return name
	}
	return fn.Pkg().Name() + "." + name
}

// encodeListen returns l, of fn, as a fact.
func (p *Program) encodeListen(l *Listener, fn *types.Func) Listen {
	enc := func(v origin.Value) origin.Value {
		out, ok := p.ev.Encode(v, fn)
		if !ok && len(v.Alts) > 0 {
			return origin.Named(origin.Unknown, "")
		}
		return out
	}
	f := Listen{
		API: l.API, At: l.At, Proto: l.Proto, Net: l.Net, AnyNet: l.AnyNet, TLS: l.TLS, Role: l.Role,
		Serves: l.Serves, Serving: l.Serving, Life: l.Life, Own: l.Own, Empty: l.empty, Probe: l.Probe, Reuse: l.Reuse, Lax: l.Lax,
		Addr: enc(l.Addr), Host: enc(l.Host.Value), Port: enc(l.Port.Value),
		Server: enc(l.Server), Handler: enc(l.Handler), On: enc(l.On), Network: enc(l.network),
	}
	f.Fails = fn != nil && p.failsTo(fn, l)
	f.Stoppers = p.stoppersOf(l)
	f.Early = fn != nil && p.returnsSoon(fn, l)
	f.Many = p.PerEntry(l)
	f.Conditional, f.Blocks = p.mayNotRun(l, fn), p.blocks(l, fn)
	f.Decided = (PortDecided | HostDecided | LifeDecided | RoleDecided) &^ l.open()
	return f
}

// decode returns the listener of a fact about fn, with no place of its own.
func (p *Program) decode(f Listen, fn *types.Func) *Listener {
	own := func(v origin.Value) origin.Value { return origin.Owned(v, fn) }
	l := &Listener{
		Node: nil, API: f.API, At: f.At, Proto: f.Proto, Net: f.Net, AnyNet: f.AnyNet, TLS: f.TLS, Role: f.Role,
		Serves: f.Serves, Serving: f.Serving, Life: f.Life, Own: f.Own, empty: f.Empty, Probe: f.Probe, Reuse: f.Reuse, Lax: f.Lax, fails: f.Fails, stoppers: f.Stoppers, early: f.Early, perEntry: f.Many, network: own(f.Network),
		Conditional: f.Conditional, Blocks: f.Blocks,
		Addr: own(f.Addr), Host: Part{own(f.Host)}, Port: Part{own(f.Port)},
		Server: own(f.Server), Handler: own(f.Handler), On: own(f.On),
		inner: f.Decided,
	}
	return l
}

func compareListens(a, b Listen) int {
	return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.API, b.API), cmp.Compare(a.Decided, b.Decided),
		cmp.Compare(keyOf(a.Port), keyOf(b.Port)), cmp.Compare(keyOf(a.Host), keyOf(b.Host)))
}

func keyOf(v origin.Value) string { return v.String() }
