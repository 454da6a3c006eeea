package listener

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/server"
)

// GRPC reports whether l starts a gRPC server.
func (l *Listener) GRPC() bool { return GrpcServers[l.Life.Type] }

// GrpcServers are the types of servers that have the services that are
// registered on them, and no others.
var GrpcServers = map[string]bool{
	"google.golang.org/grpc.Server":         true,
	"google.golang.org/grpc/xds.GRPCServer": true,
}

// Listener is one place where a program binds a port, or starts a server on a
// listener made elsewhere.
type Listener struct {
	server.Running
	address.Binding

	API  string // the API at the end, as people write it
	At   string // where that API is called, file:line
	Role role.Role

	Free

	ServedBy *Listener   // what serves on it
	Bound    []*Listener // Serving: the listeners that it is put on
	of       *Listener   // Inherited: the listener of the function that is called
	Dropped  bool
	Sole     bool // it is all that the program listens on
	said
}

// said is what the fact says of a listener that another package makes.
type said struct {
	id        string   // see Listen.id
	perEntry  bool     // see PerEntry
	contained string   // the package that gives it to a container, if one does
	besides   []string // see Listen.Beside
	plain     bool     // see EitherWay
}

// Free is what a listener has to do with ports that are free.
type Free struct {
	// Probe reports whether the listener only finds out whether a port is
	// free: nothing is done with it but to close it or ask for its address.
	Probe bool
	// Spare reports whether any free port is bound where this one is taken.
	Spare bool
}

// EitherWay reports whether one server serves TLS on the listener and another one, or
// the same in another branch, does not.
func (l *Listener) EitherWay() bool { return l.TLS && l.plain }

// PortHere reports whether this is the place to judge the port: it is known
// here, and was not known in a function further in.
func (l *Listener) PortHere() bool {
	return !l.Serving && l.Inner&server.PortDecided == 0 && l.Port.Closed()
}

// PortBeyond reports whether a module that is not worked on decides the port, and
// nobody here has a say.
func (l *Listener) PortBeyond() bool {
	for l.of != nil {
		if l.Inner&server.PortDecided == 0 {
			return false
		}
		l = l.of
	}
	return !l.Own && l.Port.Closed()
}

// HostHere is PortHere for the host.
func (l *Listener) HostHere() bool {
	return !l.Serving && l.Inner&server.HostDecided == 0 && l.Host.Closed()
}

// LifeHere is PortHere for what stops the server.
func (l *Listener) LifeHere() bool {
	return l.Inner&server.LifeDecided == 0 && l.Resolved&server.LifeDecided != 0
}

// NotHere says, as a clause, why part of l, its host or port, is not judged at
// l: see PortHere. It is for parts of which that is so.
func (l *Listener) NotHere(part address.Part) string {
	switch {
	case l.Serving:
		return "it serves on a listener that is made elsewhere"
	case !part.Closed():
		return "that is for callers to decide"
	}
	return "that is decided in the function that is called, and judged there"
}

// LifeNotHere says, as a clause, why what stops the server of l is not judged
// at l: see LifeHere.
func (l *Listener) LifeNotHere() string {
	if l.Inner&server.LifeDecided != 0 {
		return "what stops the server is decided in the function that is called, and judged there"
	}
	return "callers decide what stops the server"
}

// Chain returns the listeners that l is made of: l itself, and in it, for what
// it inherits, the listener of the function that is called, down to the API.
func (l *Listener) Chain() []*Listener {
	ls := []*Listener{l}
	for l.of != nil {
		l = l.of
		ls = append(ls, l)
	}
	return ls
}

// RoleAsked reports whether it is asked of the callers whom l is for.
func (l *Listener) RoleAsked() bool { return l.open()&server.RoleDecided != 0 }

// RoleOpen reports whether only the callers of the function around l know what it
// is for: they give it its handler, now or when they made its server.
func (fi *Finder) RoleOpen(l *Listener) bool {
	if l.open()&server.RoleDecided == 0 || fi.src.Main {
		return false
	}
	return !belowParam(l.Handler) || fi.ev.CloseFields(l.Handler, nil).HasParam()
}

// settled fills what only the fields of this package's own types can tell,
// and notes what is decided now.
func (fi *Finder) settled(l *Listener) *Listener {
	// s.srv = &http.Server{Addr: addr, Handler: h}: it is the caller who knows.
	if belowParam(l.Addr) {
		if c := fi.ev.CloseFields(l.Addr, l.Fn); l.givenTo(c) {
			l.Addr = address.OrDefault(c, l.Empty)
			fi.Addresses.SplitAddr(&l.Binding)
		}
	}
	if belowParam(l.Handler) {
		if c := fi.ev.CloseFields(l.Handler, l.Fn); l.givenTo(c) {
			l.Handler = c
		}
	}
	if l.Addr.HasParam() {
		// Both parts may come from one field.
		whole := *l
		whole.Addr = address.OrDefault(fi.closeFields(l.Addr, false), l.Empty)
		if !whole.Addr.HasParam() {
			fi.Addresses.SplitAddr(&whole.Binding)
			l.Whole = whole.Addr
			if _, ok := whole.Host.Fixed(); ok {
				l.Host = whole.Host
			}
			if _, ok := whole.Port.Fixed(); ok {
				l.Port = whole.Port
			}
		}
	}
	if fi.uncalled(l.Fn) {
		l.Addr = fi.closeFields(l.Addr, false)
	}
	fixed := !fi.uncalled(l.Fn)
	l.Host = address.Part{Value: fi.closeFields(l.Host.Value, fixed)}
	l.Port = address.Part{Value: fi.closeFields(l.Port.Value, fixed)}
	l.Handler = fi.closeFields(l.Handler, false)
	return l
}

// uncalled reports whether no code in sight calls fn, of a program: a command
// that a library finds by reflection, say. Nobody knows better then what its
// fields are.
func (fi *Finder) uncalled(fn *types.Func) bool {
	if fn == nil || !fi.src.Main || fn.Signature().Recv() == nil {
		return false
	}
	calls, _ := fi.src.Calls(fn)
	return len(calls) == 0
}

// belowParam reports whether v has a field below a parameter in it.
func belowParam(v origin.Value) bool {
	return v.Has(func(q origin.Piece) bool { return q.Kind == origin.Param && len(q.Path) > 0 })
}

// givenTo reports whether v is what the function around l is given: there are
// parameters of it in v, and nothing unknown.
func (l *Listener) givenTo(v origin.Value) bool {
	foreign := func(q origin.Piece) bool {
		return q.Kind == origin.Unknown || q.Kind == origin.Param && q.Func() != l.Fn
	}
	return l.Fn != nil && v.HasParam() && !v.Has(foreign)
}

// closeFields resolves fields below parameters by all that is assigned to
// them in this package, when that gives an answer; fixed demands that the
// answer is literals only, since a caller may know better.
func (fi *Finder) closeFields(v origin.Value, fixed bool) origin.Value {
	if !belowParam(v) || v.Has(func(q origin.Piece) bool { return q.Kind == origin.Param && len(q.Path) == 0 }) {
		return v
	}
	c := fi.ev.CloseFields(v, nil)
	if c.HasParam() || c.HasKind(origin.Unknown) {
		return v
	}
	if _, ok := (address.Part{Value: c}).Fixed(); fixed && !ok {
		return v
	}
	return c
}

// open returns what is not decided about l.
func (l *Listener) open() server.Decided {
	var d server.Decided
	if !l.Serving {
		if !l.Port.Closed() {
			d |= server.PortDecided
		}
		if !l.Host.Closed() {
			d |= server.HostDecided
		}
	}
	if l.Handler.HasParam() || l.On.HasParam() {
		d |= server.RoleDecided
	}
	if l.Serves && !l.Life.Final() && (l.Resolved|l.Inner)&server.LifeDecided == 0 && (l.Server.HasParam() || (l.Resolved|l.Inner)&server.GivenBack != 0) {
		d |= server.LifeDecided
	}
	if l.Node == nil && l.Role != "" {
		d |= l.excused() &^ l.Inner
	}
	if life := l.Life; l.Serves && !l.Own && !life.BuiltIn && !life.Owned && !life.Stopped && !life.Escaped {
		d |= server.LifeDecided // judged where the module that is worked on calls it
	}
	return d
}

// excused returns what rules leave open because of l's role, so that a program
// of which it is the only listener can be judged.
func (l *Listener) excused() server.Decided {
	d := server.LifeDecided
	if l.OnLoopback() {
		d |= server.HostDecided | server.PortDecided
	}
	return d
}

// instance returns l, of the function callee, as it is at a call of it. When
// there is nothing left to decide it is l itself.
func (fi *Finder) instance(l *Listener, callee *types.Func, call *ast.CallExpr, fn *types.Func) *Listener {
	open := l.open()
	foreign := callee.Pkg() != fi.src.Pkg
	if open == 0 && !foreign {
		return l
	}
	c := *l
	c.Node, c.Call, c.Fn = call, call, fn
	if len(call.Args) == 0 && !call.Lparen.IsValid() {
		c.Node = call.Fun
	}
	c.Inherited = true
	c.of, c.Of = l, &l.Start
	c.AddrExpr = nil
	c.ServedBy, c.Bound = nil, nil
	c.Whole = origin.Value{}
	c.Resolved = 0
	if !l.Own && fi.src.Worked() && l.Life.Closed && !l.Server.HasParam() {
		c.Life.Rough = true // its library makes it, and stops it in no other way
	}
	c.Own = l.Own || fi.src.Worked()
	c.Inner = l.Inner&^server.GivenBack | (server.PortDecided|server.HostDecided|server.LifeDecided|server.RoleDecided)&^open
	if open == 0 {
		return &c
	}
	fill := func(v origin.Value) origin.Value {
		return fi.ev.CloseOthers(fi.ev.Fill(v, callee, call), call)
	}
	c.Host, c.Port = address.Part{Value: fill(l.Host.Value)}, address.Part{Value: fill(l.Port.Value)}
	if l.Addr.HasParam() {
		// Host and port may come from one hole: take apart what fills it.
		c.Addr = address.OrDefault(fill(l.Addr), l.Empty)
		fi.Addresses.SplitAddr(&c.Binding)
	}
	c.Server, c.Handler, c.On = fill(l.Server), fill(l.Handler), fill(l.On)
	if l.Network.HasParam() {
		c.SetNetwork(fill(l.Network))
	}
	return fi.settled(&c)
}

// ServingOn returns what serves on l, l itself when it does, or nil.
func (l *Listener) ServingOn() *Listener {
	switch {
	case l.ServedBy != nil:
		return l.ServedBy
	case l.Serves || l.Serving:
		return l
	}
	return nil
}

// Placed reports whether l, a server put on a listener, is put on one of this
// package's, which stands for both.
func (l *Listener) Placed() bool { return len(l.Bound) > 0 }

// Chosen reports whether l is only an address chosen for a server that a
// library starts.
func (l *Listener) Chosen() bool { return l.Option }
