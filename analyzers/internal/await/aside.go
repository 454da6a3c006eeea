package await

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

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
		case out[fn][i].By != told.By:
			out[fn][i].Told, out[fn][i].By = true, 0
		default:
			out[fn][i].Told = out[fn][i].Told || told.Told
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
	if how.Told = aw.Outside(done, top); how.Told {
		how.By = aw.OnlyResult(done, top)
	}
	return found == Abandoned, how
}

// HandedAside reports whether n, a function, is handed to a function of another package
// that has it called in a goroutine.
func (aw *Waits) HandedAside(n ast.Node) bool {
	_, ok := aw.handedAside(n, new(identity.Identity))
	return ok
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

// handedAside returns the call to which n, a function, is handed so; it is not beside what
// comes after it where that receives what tells of the end. What else others may hear it
// by is added to done.
func (aw *Waits) handedAside(n ast.Node, done *identity.Identity) (to way, ok bool) {
	cur, ok := aw.src.Find(n)
	if !ok {
		return way{}, false
	}
	call, param := called.Handed(aw.src, cur)
	if call == nil {
		return way{}, false
	}
	aside := aw.Endings.Aside(call, param)
	if aside == nil {
		return way{}, false
	}
	done.Add(aw.Given(call)) // what else is called there
	if !aside.Told {
		return way{call, true}, true
	}
	if at, ok := aw.src.Find(call); ok && notice.Receives(at) {
		return way{call, false}, true
	}
	done.Add(aw.heardBy(call, aside.By))
	return way{call, true}, true
}

// heardBy returns what tells others in this package something that another one tells by a
// result of call, counted from 1, or otherwise if that is 0.
func (aw *Waits) heardBy(call *ast.CallExpr, result int) identity.Identity {
	unknown := identity.Identity{Unknown: true}
	cur, ok := aw.src.Find(call)
	if !ok || result == 0 {
		return unknown
	}
	switch s := cur.Parent().Node().(type) {
	case *ast.ExprStmt:
		return identity.Identity{}
	case *ast.AssignStmt:
		if len(s.Rhs) > 1 || result > len(s.Lhs) {
			break
		}
		id, isIdent := s.Lhs[result-1].(*ast.Ident)
		if isIdent && id.Name == "_" {
			return identity.Identity{}
		}
		if v, ok := aw.src.Object(s.Lhs[result-1]).(*types.Var); ok && !v.IsField() && v.Pkg() == aw.src.Pkg {
			return identity.Identity{Held: map[types.Object]bool{v: true}}
		}
	}
	return unknown
}
