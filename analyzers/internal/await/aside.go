package await

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about functions that are handed to another package, which has them called
// in a goroutine, at once or when the program is to stop.
// Have: closer.Add(srv.Stop); closer.OnSignal(func() { srv.Stop() })

// Asides returns which functions that the exported functions of this package are given are
// called in goroutines, by way of variables and collections, too, and nowhere else.
func (aw *Waits) Asides() map[*types.Func][]ending.Aside {
	if !aw.src.Worked() || !slices.ContainsFunc(aw.src.Functions(), TakesTask) {
		return nil
	}
	out := make(map[*types.Func][]ending.Aside)
	inFlow := make(map[*types.Func]map[int]bool)
	for call, k := range aw.ev.CallsOfGiven(IsTaskOf) {
		fn := k.By
		aside, told := aw.callsAside(call)
		switch i := slices.IndexFunc(out[fn], func(a ending.Aside) bool { return a.Param == k.Param }); {
		case !aside:
			if inFlow[fn] == nil {
				inFlow[fn] = make(map[int]bool)
			}
			inFlow[fn][k.Param] = true
		case i < 0:
			told.Param = k.Param
			out[fn] = append(out[fn], told)
		default:
			known := &out[fn][i]
			known.Told = known.Told || told.Told || !slices.Equal(known.Said, told.Said)
		}
	}
	for fn, asides := range out {
		out[fn] = slices.DeleteFunc(asides, func(a ending.Aside) bool { return inFlow[fn][a.Param] })
		slices.SortFunc(out[fn], func(a, b ending.Aside) int { return cmp.Compare(a.Param, b.Param) })
	}
	return out
}

// TakesTask reports whether fn is exported and is given a piece of work, or a collection of
// such: see [IsTask].
func TakesTask(fn *types.Func) bool {
	for v := range fn.Signature().Params().Variables() {
		if fn.Exported() && (IsTaskOf(v.Type()) || source.Elem(v.Type()) != nil && IsTaskOf(source.Elem(v.Type()))) {
			return true
		}
	}
	return false
}

// callsAside reports whether call is made in a goroutine that the function around it, be
// it declared, does not wait for; and how others may hear of its end.
func (aw *Waits) callsAside(call *ast.CallExpr) (aside bool, how ending.Aside) {
	top := aw.src.EnclosingFunc(call.Pos())
	if top == nil {
		return false, how
	}
	found, done := aw.until(top, call, true, identity.Identity{}, Prompt{})
	said, all := aw.Seen(done, top)
	how.Told, how.Said = !all, said
	return found == Abandoned, how
}

// HandedAside reports whether n, a function, is handed to a function of another package
// that has it called in a goroutine.
func (aw *Waits) HandedAside(n ast.Node) bool {
	cur, ok := aw.src.Find(n)
	if !ok {
		return false
	}
	_, aside := aw.handedAside(cur, new(identity.Identity))
	return aside
}

// IsHanded reports whether n, a function, is handed to what calls it, in a goroutine or
// before it returns.
func (aw *Waits) IsHanded(n ast.Node) bool {
	cur, ok := aw.src.Find(n)
	if !ok {
		return false
	}
	_, known := aw.handed(cur, new(identity.Identity))
	return known
}

// handedAside returns the call to which the function at cur is handed so; it is not beside
// what comes after it where that waits for what tells of the end. What others may hear it by
// is added to done.
func (aw *Waits) handedAside(cur inspector.Cursor, done *identity.Identity) (to way, ok bool) {
	call, param := called.Handed(aw.src, cur)
	if call == nil {
		return way{}, false
	}
	aside := aw.Endings.Aside(call, param)
	if aside == nil {
		return way{}, false
	}
	done.Add(aw.Given(call)) // what else is called there
	done.Unknown = done.Unknown || aside.Told
	for _, site := range aside.Said {
		done.SaidBy(site)
	}
	at, found := aw.src.Find(call)
	waits := found && notice.Receives(at) && (aside.Told || len(aside.Said) > 0)
	return way{call, !waits}, true
}
