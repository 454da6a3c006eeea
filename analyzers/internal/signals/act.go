package signals

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Act returns what the program does, once a signal of s has come, to stop its
// work: it cancels a context, closes, flushes or saves something. It is nil when
// it only logs and ends, as far as can be seen.
func (si *Signals) Act(s *Subscription) *ast.CallExpr {
	var found *ast.CallExpr
	si.behind(si.waitedOn(s), func(n ast.Node, deferred bool) bool {
		found = si.actIn(n, deferred, 0)
		return found == nil
	})
	return found
}

// waitedOn returns the expression that a signal of s comes out of: a channel, a
// context, or a call that returns then.
func (si *Signals) waitedOn(s *Subscription) ast.Expr {
	if s.channel != nil {
		return s.Call.Args[0]
	}
	return s.Call
}

// actIn returns the first call in n that is an act, or nil. Of what is deferred,
// closing is none: the system does that too.
func (si *Signals) actIn(n ast.Node, deferred bool, depth int) *ast.CallExpr {
	var found *ast.CallExpr
	ast.Inspect(n, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found != nil {
			return found == nil
		}
		if si.isAct(call, deferred, depth) {
			found = call
		}
		return found == nil
	})
	return found
}

// isAct reports whether call stops something of the program.
func (si *Signals) isAct(call *ast.CallExpr, deferred bool, depth int) bool {
	if tv := si.src.Info.Types[call.Fun]; tv.IsBuiltin() {
		return si.src.Closes(call) && !deferred
	}
	if v, ok := si.src.Object(call.Fun).(*types.Var); ok {
		made, cancels := si.cancelOf(v)
		return cancels && !deferred && strings.HasPrefix(made, "context.WithCancel")
	}
	fn := si.src.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	if body := si.src.Body(fn, nil); body != nil {
		return depth < 3 && (stops(fn.Name(), deferred) || si.actIn(body, deferred, depth+1) != nil)
	}
	if recv := fn.Signature().Recv(); recv == nil && source.IsStd(fn.Pkg().Path()) || slices.Contains(withoutWork, fn.Pkg().Path()) {
		return false
	}
	return stops(fn.Name(), deferred)
}

// withoutWork are packages whose values need no stop when the process ends. What
// watches files only reads.
var withoutWork = []string{
	"os", "os/signal", "time", "io", "context", "runtime/pprof", "runtime/trace", "sync",
	"github.com/fsnotify/fsnotify", "gopkg.in/fsnotify.v1", "github.com/radovskyb/watcher",
}

// stops reports whether a function of this name stops something, or keeps it.
func stops(name string, deferred bool) bool {
	if !deferred && (strings.HasPrefix(name, "Close") || strings.HasPrefix(name, "close")) {
		return true
	}
	name = strings.ToLower(name)
	return slices.ContainsFunc(verbs, func(verb string) bool { return strings.HasPrefix(name, verb) })
}

var verbs = []string{"stop", "shutdown", "flush", "save", "persist", "deregister", "unregister", "clean", "disconnect", "unload", "backup", "dump", "snapshot", "drain",
	"quit", "terminate", "commit", "release", "leave", "teardown", "gracefulstop", "cancel"}
