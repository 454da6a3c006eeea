package await

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file tells where functions are called, to follow a piece of work out to where
// the process ends.

// way is where a function is called, or started to run beside what comes after it.
type way struct {
	n      ast.Node
	beside bool
}

// out returns where fn is called, or started to run beside what comes after it, in top
// if it is there; none when that is not known. A group that it is started in is added
// to done.
func (aw *Waits) out(fn ast.Node, top *types.Func, done *identity.Identity) []way {
	if run, isCommand := aw.Endings.Command(fn); isCommand {
		if run == nil {
			return nil
		}
		return []way{{run, false}}
	}
	if at, isHandler := aw.Endings.Handler(fn); isHandler {
		return []way{{at, true}}
	}
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		f, isFunc := aw.src.Info.Defs[fn.Name].(*types.Func)
		if !isFunc {
			return nil
		}
		calls, all := called.In(aw.src, f, top)
		if !all {
			return aw.byValue(f, calls, done)
		}
		return aw.eachCalled(calls)
	case *ast.FuncLit:
		cur, found := aw.src.Find(fn)
		if !found {
			return nil
		}
		call := source.CallOf(cur)
		if call == nil {
			if calls := called.ByVariable(aw.src, cur); calls != nil {
				return aw.eachCalled(calls)
			}
			if by, known := aw.handed(cur, done); known {
				return []way{by}
			}
			calls, given := called.Ways(aw.src, cur)
			return aw.each(calls, given, done)
		}
		return []way{aw.called(call)}
	}
	return nil
}

// handed returns how the function at cur is called which a call is given: beside what comes
// after that, or before it returns; and whether that is known.
func (aw *Waits) handed(cur inspector.Cursor, done *identity.Identity) (by way, known bool) {
	if to, aside := aw.handedAside(cur, done); aside {
		return to, true
	}
	outer, isArg := cur.Parent().Node().(*ast.CallExpr)
	if !isArg || cur.ParentEdgeKind() != edge.CallExpr_Args {
		return way{}, false
	}
	if run := aw.runOf(outer); run != nil {
		return way{run, false}, true
	}
	_, i := cur.ParentEdge()
	if call := called.CalledBack(aw.src, outer, i); call != nil {
		return aw.called(call), true
	}
	if aw.Endings.RunsThere(outer, i) {
		return aw.called(outer), true
	}
	return way{outer, true}, aw.startsBeside(outer, done)
}

// byValue returns where f is called or started, one that stands as a value, too.
// Have: context.AfterFunc(ctx, s.stop)
func (aw *Waits) byValue(f *types.Func, calls []*ast.CallExpr, done *identity.Identity) []way {
	values, all := called.Valued(aw.src, f)
	if !all {
		return nil
	}
	return aw.each(calls, values, done)
}

// each returns how a function is called by calls, and by those to which it is handed as what
// stands at values; none when that is not known of one.
func (aw *Waits) each(calls []*ast.CallExpr, values []inspector.Cursor, done *identity.Identity) []way {
	if len(values)+len(calls) > maxCalls {
		return nil
	}
	ways := aw.eachCalled(calls)
	for _, cur := range values {
		by, known := aw.handed(cur, done)
		if !known {
			return nil
		}
		ways = append(ways, by)
	}
	return ways
}

// maxCalls is how many calls of a function are followed.
const maxCalls = 4

// eachCalled returns how each of calls calls its function, if they are not too many.
func (aw *Waits) eachCalled(calls []*ast.CallExpr) []way {
	if len(calls) > maxCalls {
		return nil
	}
	var ways []way
	for _, call := range calls {
		ways = append(ways, aw.called(call))
	}
	return ways
}

// called returns how call calls its function: beside what comes after it, at the end
// of the function around it, or there.
func (aw *Waits) called(call *ast.CallExpr) way {
	if cur, found := aw.src.Find(call); found {
		switch s := cur.Parent().Node().(type) {
		case *ast.GoStmt:
			return way{s, true}
		case *ast.DeferStmt:
			return way{s, false}
		}
	}
	return way{call, false}
}

// runOf returns the one call that runs the actors of the group which add, a call
// of run.Group's Add, gives one; nil if that is not certain.
func (aw *Waits) runOf(add *ast.CallExpr) *ast.CallExpr {
	const group = "(*github.com/oklog/run.Group)."
	sel, ok := ast.Unparen(add.Fun).(*ast.SelectorExpr)
	if !ok || aw.src.CalleeName(add) != group+"Add" {
		return nil
	}
	id := identity.Of(aw.src, sel.X)
	var found []*ast.CallExpr
	for _, run := range aw.src.CallsTo(func(fn *types.Func) bool { return fn.FullName() == group+"Run" }) {
		if on, ok := ast.Unparen(run.Fun).(*ast.SelectorExpr); ok && identity.Of(aw.src, on.X).Meets(id) {
			found = append(found, run)
		}
	}
	if id.Unknown || len(found) != 1 {
		return nil
	}
	return found[0]
}
