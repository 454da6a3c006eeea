package await

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/identity"
)

// This file is about functions that are handed to another package, which has them called
// in a goroutine, at once or when the program is to stop.
// Have: closer.Add(srv.Stop); closer.OnSignal(func() { srv.Stop() })

// Aside is a parameter, a function, that is called in a goroutine for which the function
// that has the parameter does not wait.
type Aside struct {
	Param int
	Told  bool // others may hear that it has returned
}

// Asides returns which functions that the exported functions of this package are given are
// called in goroutines, by way of variables and collections, too, and nowhere else.
func (aw *Waits) Asides() map[*types.Func][]Aside {
	if !aw.src.Worked() || !slices.ContainsFunc(aw.src.Functions(), takesTask) {
		return nil
	}
	out := make(map[*types.Func][]Aside)
	inFlow := make(map[*types.Func]map[int]bool)
	for call, p := range aw.ev.CallsOfGiven(isTaskOf) {
		fn := p.Func()
		aside, told := aw.callsAside(call)
		switch i := slices.IndexFunc(out[fn], func(a Aside) bool { return a.Param == p.Index }); {
		case !aside:
			if inFlow[fn] == nil {
				inFlow[fn] = make(map[int]bool)
			}
			inFlow[fn][p.Index] = true
		case i < 0:
			out[fn] = append(out[fn], Aside{p.Index, told})
		default:
			out[fn][i].Told = out[fn][i].Told || told
		}
	}
	for fn, asides := range out {
		out[fn] = slices.DeleteFunc(asides, func(a Aside) bool { return inFlow[fn][a.Param] })
		slices.SortFunc(out[fn], func(a, b Aside) int { return cmp.Compare(a.Param, b.Param) })
	}
	return out
}

// takesTask reports whether fn is exported and is given a piece of work: see [IsTask].
func takesTask(fn *types.Func) bool {
	for v := range fn.Signature().Params().Variables() {
		if fn.Exported() && isTaskOf(v.Type()) {
			return true
		}
	}
	return false
}

// callsAside reports whether call is made in a goroutine that the function around it, be
// it declared, does not wait for; and whether others may hear of its end.
func (aw *Waits) callsAside(call *ast.CallExpr) (aside, told bool) {
	top := aw.src.EnclosingFunc(call.Pos())
	if top == nil {
		return false, false
	}
	found, done := aw.until(top, call, true, identity.Identity{}, Prompt{})
	return found == Abandoned, aw.Outside(done, top)
}

// HandedAside reports whether n, a function, is handed to a function of another package
// that has it called in a goroutine.
func (aw *Waits) HandedAside(n ast.Node) bool {
	aside, _ := aw.handedAside(n)
	return aside
}

// handedAside is HandedAside that also tells whether others may hear there of its end.
func (aw *Waits) handedAside(n ast.Node) (aside, told bool) {
	cur, ok := aw.src.Find(n)
	if !ok || cur.ParentEdgeKind() != edge.CallExpr_Args {
		return false, false
	}
	_, i := cur.ParentEdge()
	return aw.Endings.Aside(cur.Parent().Node().(*ast.CallExpr), i)
}
