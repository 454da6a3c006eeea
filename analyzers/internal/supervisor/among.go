package supervisor

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/listener"
)

// settleAmong finds out of the known uses whose group of goroutines goes on without one of
// the services, if there is another in it, whether this package puts others there.
// Have: for _, s := range a.servers { g.Go(s.Start) }; g.Wait()
func (su *Supervision) settleAmong(known map[string]Use, listeners []*listener.Listener) {
	for name, u := range known {
		if u.Unheard != heard.DeafAmong {
			continue
		}
		if u.Unheard = heard.Heard; su.startedBy(name, known, listeners) > 1 {
			u.Unheard = heard.Deaf
		}
		known[name] = u
	}
}

// startedBy returns how many of the listeners the method called name of an interface starts.
func (su *Supervision) startedBy(name string, known map[string]Use, listeners []*listener.Listener) (n int) {
	for cur, to := range su.ev.AsInterfaces() {
		e := cur.Node().(ast.Expr)
		b := su.putBehind(e, to.Underlying().(*types.Interface), known)
		starts := slices.ContainsFunc(b, func(m struct{ of, fn *types.Func }) bool { return m.of.FullName() == name })
		if starts && slices.ContainsFunc(listeners, func(l *listener.Listener) bool { return l.Node == e }) {
			n++
		}
	}
	return n
}
