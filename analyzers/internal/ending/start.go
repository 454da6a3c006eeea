package ending

import (
	"go/ast"
	"go/types"
	"slices"
)

// Start is one place where a package binds a port or starts a server, itself
// or by calling what does.
type Start struct {
	Node   ast.Node      // the call, method value or literal of this package
	Call   *ast.CallExpr // nil for literals
	Fn     *types.Func   // the declared function around Node, or nil
	TLS    bool
	Serves bool // a server is started
	Option bool // the address is only chosen here; something else starts the server

	// Inherited reports whether it is made by a function that is called here,
	// and Of is the start in that function.
	Inherited bool
	Of        *Start
	Told
}

// Told is what the fact about a function of another package tells of a start
// in it.
type Told struct {
	Conditional bool     // something in there decides if it comes at all
	Blocks      bool     // the call may return only when it is over
	Undrained   bool     // the function returns before the drain has ended
	Said        []string // by which channels and groups it then says that it has: see [Endings.Hears]
	Each        bool     // see EachRound
	Holds       bool     // the function holds on until the start is over: see [Endings.Holds]
	Stopping
	Draining
	Failure
}

// Stopping is what such a fact tells of who stops the server.
type Stopping struct {
	Beside   bool     // a stop of the server runs beside the start, in there
	Stoppers []string // the functions that stop the server while nothing waits for the drain
	Only     bool     // nothing else does
	Tellers  []string // the functions that alone have the server stopped, by the function that starts it
	Until    int      // 1 + the parameter, a context or channel, with whose end the stop begins; 0, or -1: see server.WithGroup
}

// Draining is what such a fact tells of the end of the drain.
type Draining struct {
	Drained   bool  // the function returns only when the drain has ended
	DrainTold bool  // and others of its package may hear of that
	DrainTo   []int // and those who give it these parameters
}

// Failure is what such a fact tells of the error of the start.
type Failure struct {
	Fails   bool     // the function returns it
	Guarded bool     // but not when the server was stopped
	Kept    Kept     // how the function keeps it to itself
	Tells   bool     // others may be told when the function ends
	SentBy  []string // the functions that return the channel on which it is sent, if nobody else has that
}

// Ends returns the argument of the call that makes l, a context or channel, with whose end
// the stop of its server begins, or nil.
func (l *Start) Ends() ast.Expr {
	if l.Of == nil || l.Call == nil || l.Of.Until <= 0 || l.Of.Until > len(l.Call.Args) || l.Call.Ellipsis.IsValid() {
		return nil
	}
	return l.Call.Args[l.Of.Until-1]
}

// Holds reports whether a call of fn returns only when l is over: it stands in the flow of
// fn, and holds itself on until then. Of what another package starts, that package tells.
func (en *Endings) Holds(fn *types.Func, l *Start) bool {
	if l.Call == nil || l.Node != l.Call || !en.Straight(l.Call) || en.src.EnclosingFunc(l.Call.Pos()) != fn {
		return false
	}
	switch {
	case l.Of == nil:
		return true
	case l.Of.Node == nil:
		return l.Of.Holds
	}
	return en.Holds(l.Of.Fn, l.Of)
}

// Kept is how a function keeps the error of a start from everybody, but perhaps
// a log.
type Kept uint8

// The ways.
const (
	NotKept      Kept = iota // as far as can be told
	KeptBack                 // it logs it, and returns as if nothing were
	KeptAside                // it has logged it in a goroutine, and has returned before
	KeptStuck                // it logs it, and waits for what only a signal brings
	KeptThere                // one of these two, as is reported where the function is
	KeptDropped              // it drops it
	KeptInverted             // it looks at it only when the server was stopped
	KeptDeaf                 // it runs it in a group of goroutines that goes on without it
)

// Ignored tells whether the error of call, which leads to l, is dropped there or in
// a function of this package on the way to l, or looked at only when the server was
// stopped, with nobody told of the end. tells reports whether the function around a
// call tells others when that has returned.
func (en *Endings) Ignored(call *ast.CallExpr, l *Start, tells func(*ast.CallExpr) bool) (kept Kept) {
	if l.Call != call {
		return NotKept
	}
	way := []*ast.CallExpr{call}
	for l.Repeated() {
		l = l.Of
		way = append(way, l.Call)
	}
	en.Outcomes(l, func(at *ast.CallExpr, o Outcome) {
		switch i := slices.Index(way, at); {
		case i < 0 || !o.Dropped && !o.Inverted || en.told(way[:i+1], tells):
		case o.Inverted:
			kept = KeptInverted
		default:
			kept = KeptDropped
		}
	})
	return kept
}

// told reports whether others are told of the return of the last call of a way, by
// one of the functions on the way up to where a goroutine begins.
func (en *Endings) told(way []*ast.CallExpr, tells func(*ast.CallExpr) bool) bool {
	for _, call := range slices.Backward(way) {
		if tells(call) {
			return true
		}
		if en.InGoroutine(call) {
			return false
		}
	}
	return false
}

// KeptInside reports whether the function that leads to l keeps its error from
// everybody, whatever its callers do.
func (l *Start) KeptInside() bool {
	if !l.Inherited || l.Of == nil {
		return false
	}
	switch l.Of.Kept {
	case KeptAside, KeptStuck, KeptDropped, KeptInverted, KeptDeaf:
		return true
	}
	return false
}

// Repeats reports whether l is s, as it is at a call of the function around s.
func (l *Start) Repeats(s *Start) bool {
	return l.Repeated() && (l.Of.Node == s.Node || l.Of.Repeats(s))
}

// StartsOrStops reports whether a method of this name starts or stops what has it, a
// server perhaps.
func StartsOrStops(name string) bool {
	switch name {
	case "Shutdown", "Close", "Stop", "GracefulStop", "ShutdownWithContext", "Start", "Run", "Serve":
		return true
	}
	return false
}
