package listener

import (
	"cmp"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/server"
)

// Listen is a listener as a fact carries it.
type Listen struct {
	API     string       // as people write it: http.ListenAndServe
	At      string       // where it binds or starts, file:line
	Proto   string       // http, grpc, …
	Net     string       // tcp, udp, …
	AnyNet  bool         // it may be a unix socket as well
	TLS     bool         //
	Plain   bool         // without TLS as well
	Network origin.Value // where an argument says it, with the function's parameters as holes
	Addr    origin.Value // likewise
	Host    origin.Value // likewise, when it is known apart from Addr
	Port    origin.Value // likewise
	Server  origin.Value // the server value, likewise
	Handler origin.Value // likewise
	On      origin.Value // the listener that a server is put on, likewise
	Serving bool         // the server is put on a listener made elsewhere
	Role    role.Role
	Decided server.Decided // what was decided where the listener is made
	Serves  bool           // a server is started, not only a port bound
	Life    server.Life
	Probe   bool   // see Listener.Probe
	Reuse   bool   // see Listener.Reuse
	Spare   bool   // see Listener.Spare
	Empty   string // address that an empty one stands for
	Own     bool   // made in a module that is worked on
	Lax     bool   // see Listener
	Fails   bool   // the function returns the error of the start
	Guarded bool   // but not when the server was stopped
	Many    bool   // it is one of many, see PerEntry
	Each    bool   // it is made for each element of a collection, see Rounds

	Contained string   // the package that gives it to a container, if one does
	Beside    []string // those before it in the function that are open at the same time, see id

	Stopped  bool     // a graceful stop of the server runs beside the start
	Stoppers []string // the functions that stop the server gracefully, if nothing then waits for the drain
	Early    bool     // the function returns as soon as the server is told to stop
	Said     []string // and says by which channels and groups that the drain has ended
	Unless   []string // if none of these, which it calls then, waits: see linger.BehindPrompt

	Conditional, Blocks bool // see Listener

	Kept      ending.Kept // how the function keeps the error of the start to itself
	Tells     bool        // others may be told when the function ends
	SentBy    []string    // the functions that return the channel on which the error is sent, if nobody else has that
	Only      bool        // nothing but Stoppers stops the server
	Tellers   []string    // the functions without one of which the stop of the server does not begin
	Holds     bool        // the function holds on until the start is over
	Drained   bool        // the function returns only when the drain has ended
	DrainTold bool        // and others of its package may hear of that
	DrainTo   []int       // and those who give it these parameters
	Until     int         // 1 + the parameter, a context or channel, with whose end the stop begins; 0, or -1: see server.WithGroup

	Conditions []ending.Demand // without which the listener is not made
}

// maxListens is how many listeners a fact may carry.
const maxListens = 16

// Sorted returns listeners as facts carry them: in order, each once, and not
// too many.
func Sorted(ls []Listen) []Listen {
	slices.SortStableFunc(ls, func(a, b Listen) int { return compareListens(a, b) })
	ls = slices.CompactFunc(ls, func(a, b Listen) bool { return compareListens(a, b) == 0 })
	return ls[:min(len(ls), maxListens)]
}

// ReachFields notes what the facts about exported functions have to say about
// fields.
func (fi *Finder) ReachFields() {
	for fn, ls := range fi.perFunc {
		if fn != nil && fn.Exported() {
			for _, l := range ls {
				fi.reaches(l)
			}
		}
	}
}

// reaches notes what a fact about l has to say about fields.
func (fi *Finder) reaches(l *Listener) {
	for _, v := range []origin.Value{l.Addr, l.Host.Value, l.Port.Value, l.Server, l.Handler, l.On} {
		fi.ev.Reaches(v)
	}
}

// EncodeListens returns the listeners of fn (nil: of the initialisation) for
// a fact.
func (fi *Finder) EncodeListens(fn *types.Func) []Listen {
	var ls []*Listener
	var out []Listen
	for _, l := range fi.perFunc[fn] {
		if l.Dropped {
			continue
		}
		f := fi.encodeListen(l, fn)
		for i, before := range ls {
			if (before.At != l.At || out[i].id() != f.id()) && fi.beside(before, l) {
				f.Beside = append(f.Beside, out[i].id())
			}
		}
		ls, out = append(ls, l), append(out, f)
	}
	return Sorted(out)
}

// encodeListen returns l, of fn, as a fact.
func (fi *Finder) encodeListen(l *Listener, fn *types.Func) Listen {
	enc := func(v origin.Value) origin.Value {
		out, ok := fi.ev.Encode(v, fn)
		if !ok && len(v.Alts) > 0 {
			return origin.Named(origin.Unknown, "")
		}
		return out
	}
	f := Listen{
		API: l.API, At: l.At, Proto: l.Proto, Net: l.Net, AnyNet: l.AnyNet, TLS: l.TLS, Plain: l.plain, Role: l.Role,
		Serves: l.Serves, Serving: l.Serving, Life: l.Life, Own: l.Own, Empty: l.Empty, Probe: l.Probe, Reuse: l.Reuse, Spare: l.Spare, Lax: l.Lax,
		Addr: enc(l.Addr), Host: enc(l.Host.Value), Port: enc(l.Port.Value),
		Server: enc(l.Server), Handler: enc(l.Handler), On: enc(l.On), Network: enc(l.Network),
	}
	of, start := fn, &l.Start
	if fn == nil && l.contained != "" && l.of != nil {
		of, start = l.of.Fn, &l.of.Start // the container calls that
	}
	if fn != nil {
		f.Fails, f.Guarded = fi.Endings.FailsTo(fn, &l.Start)
	}
	if of != nil {
		f.Kept, f.Tells = fi.Waits.KeptBy(of, start)
		if fi.Linger.Stranded(&l.Running) {
			f.Kept = ending.KeptStuck
		}
		if (f.Kept == ending.KeptAside || f.Kept == ending.KeptStuck) && fi.src.Worked() && !fi.RoleOpen(l) {
			f.Kept = ending.KeptThere
		}
		if (f.Kept == ending.KeptDropped || f.Kept == ending.KeptInverted || f.Kept == ending.KeptDeaf) && (!fi.src.Worked() || l.open()&server.RoleDecided == 0) {
			f.Kept = ending.NotKept // reported where the function is, or nobody's business here
		}
	}
	if by, unheard := fi.Waits.SentTo(start); unheard {
		f.SentBy = by
	}
	f.Stoppers, f.Only = fi.Linger.StoppersOf(&l.Running)
	f.Holds, f.Stopped = fi.Linger.Holds(fn, &l.Running), fi.Linger.StoppedBeside(fn, &l.Running)
	if len(f.Stoppers) > 0 && fi.Linger.Stays(&l.Running) {
		f.Stoppers, f.Only = nil, false // the call does not return as soon as one of them is called
	}
	f.Until, f.Tellers = fi.Servers.Until(fn, &l.Running), fi.Linger.TellersOf(&l.Running)
	f.Drained = (f.Until > 0 || len(f.Tellers) > 0) && fi.Linger.Drained(fn, &l.Running)
	if f.Drained {
		f.DrainTold, f.DrainTo = fi.Linger.HeardOf(fn, &l.Running)
	}
	f.Early, f.Said, f.Unless = fi.returnsSoon(fn, l)
	f.Contained = l.contained
	f.Many, f.Each = fi.PerEntry(l), fi.ways.EachRound(&l.Start)
	f.Conditions = fi.encodeConditions(fn, l)
	f.Conditional, f.Blocks = fi.ways.MayNotRun(&l.Start, fn), fi.ways.Blocks(&l.Start, fn)
	if l.contained != "" && l.of != nil && l.of.Fn != nil {
		f.Conditional = fi.ways.MayNotRun(&l.of.Start, l.of.Fn) // the container calls that in any case
	}
	f.Decided = (server.PortDecided | server.HostDecided | server.LifeDecided | server.RoleDecided) &^ l.open()
	f.Decided |= l.Resolved & server.GivenBack
	if l.Auxiliary() {
		f.Decided &^= l.excused() &^ l.Inner // what was judged in the function that is called is judged for all
	}
	return f
}

// returnsSoon reports whether fn returns as soon as l's server is told to stop, and how it
// says then that the drain has ended: as seen where l stands, or in what starts and drains it.
func (fi *Finder) returnsSoon(fn *types.Func, l *Listener) (soon bool, said, unless []string) {
	for ; fn != nil && l != nil && l.Node != nil; l = l.of {
		if soon, said, unless = fi.Linger.ReturnsSoon(fn, &l.Running); soon {
			return true, said, unless
		}
	}
	return false, nil, nil
}

// Decode returns the listener of a fact about fn, with no place of its own.
func (fi *Finder) Decode(f Listen, fn *types.Func) *Listener {
	own := func(v origin.Value) origin.Value { return origin.Owned(v, fn) }
	return &Listener{
		Running: server.Running{
			Start: ending.Start{
				TLS: f.TLS, Serves: f.Serves,
				Told: ending.Told{
					Conditional: f.Conditional, Blocks: f.Blocks, Undrained: f.Early && fi.Linger.BehindPrompt(f.Unless), Said: f.Said, Each: f.Each, Holds: f.Holds,
					Stopping: ending.Stopping{Beside: f.Stopped, Stoppers: f.Stoppers, Only: f.Only, Tellers: f.Tellers, Until: f.Until},
					Draining: ending.Draining{Drained: f.Drained, DrainTold: f.DrainTold, DrainTo: f.DrainTo},
					Failure:  ending.Failure{Fails: f.Fails, Guarded: f.Guarded, Kept: f.Kept, Tells: f.Tells, SentBy: f.SentBy},
				},
			},
			Proto: f.Proto, Server: own(f.Server), Handler: own(f.Handler), On: own(f.On),
			Life: f.Life, Own: f.Own, Inner: f.Decided,
		},
		Binding: address.Binding{
			Serving: f.Serving, Net: f.Net, AnyNet: f.AnyNet, Host: address.Part{Value: own(f.Host)}, Port: address.Part{Value: own(f.Port)}, Addr: own(f.Addr),
			Lax: f.Lax, Reuse: f.Reuse, Network: own(f.Network), Empty: f.Empty,
		},
		API: f.API, At: f.At, Role: f.Role, Free: Free{Probe: f.Probe, Spare: f.Spare}, said: said{f.id(), f.Many, f.Contained, f.Beside, f.Plain},
	}
}

// id tells f from the others of its function: where it is made, and, since one
// helper may make several, on what port.
func (f *Listen) id() string { return f.At + " " + keyOf(f.Port) }

func compareListens(a, b Listen) int {
	return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.API, b.API), cmp.Compare(a.Decided, b.Decided),
		cmp.Compare(keyOf(a.Port), keyOf(b.Port)), cmp.Compare(keyOf(a.Host), keyOf(b.Host)))
}

func keyOf(v origin.Value) string { return v.String() }
