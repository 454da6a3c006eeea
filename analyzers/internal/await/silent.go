package await

import (
	"go/ast"
	"go/types"
	"iter"
	"reflect"
	"slices"
	"time"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file tells others of the functions of a package that are called at the end, be it
// of the program or of some work.

// Manner is how calls of a function end.
type Manner struct {
	Prompt bool // it waits for no goroutine
	Apart  bool // it waits at most for goroutines that do work of their own package
	Silent bool // it tells nobody that something is done
	// KeepsTo says that it waits for nothing but channels and groups that its package
	// keeps; and if it returns a channel, that is one of these, by which others are told.
	KeepsTo bool
	// Carries says that it returns nothing but the context that it is given first, with
	// something in it.
	Carries bool
	Stays   bool     // it goes on until it is told to end, see stays.go
	Results []int    // those that are functions which wait for no goroutine
	Hears   []string // the channels and groups that it returns or waits for, see hears.go
	// Lasts is how long it sleeps at least, which package clock knows.
	Lasts time.Duration
	// Over says that the context which it returns first has ended, which that knows too.
	Over bool
}

// Manners returns how calls of the exported functions end of which others ask.
func (aw *Waits) Manners() map[*types.Func]Manner {
	manners := make(map[*types.Func]Manner)
	for _, fn := range aw.Endings.Asked() {
		m := Manner{Prompt: aw.Endings.Prompt(fn), Silent: aw.Discreet(fn), Carries: aw.Contexts.Carries(fn)}
		m.Apart = !m.Prompt && aw.apart(fn)
		m.KeepsTo = (!m.Prompt || fn.Signature().Results().Len() > 0) && aw.keepsTo(fn)
		if m.Prompt || m.Apart || m.Silent || m.KeepsTo || m.Carries {
			manners[fn] = m
		}
	}
	for _, fn := range aw.src.Functions() {
		d := aw.src.Decl(fn)
		if !fn.Exported() || d == nil || d.Body == nil {
			continue
		}
		m := manners[fn]
		m.Results, m.Hears, m.Stays = aw.Endings.PromptResults(fn), aw.hears(fn), aw.stays(d.Body, 0)
		if m.Stays || len(m.Results)+len(m.Hears) > 0 {
			manners[fn] = m
		}
	}
	return manners
}

// AddBehind adds to manners those of methods of interfaces about the end of something: what
// is true of all types here that have one.
func (aw *Waits) AddBehind(manners map[*types.Func]Manner) {
	if aw.src.Main {
		return
	}
	ends := func(i *types.Interface) bool {
		return slices.ContainsFunc(slices.Collect(i.Methods()), func(m *types.Func) bool { return ending.AboutEnd(m.Name()) })
	}
	for m, fns := range aw.Implemented(ends) {
		all := manners[fns[0]]
		for _, fn := range fns[1:] {
			all = all.and(manners[fn])
		}
		if !reflect.DeepEqual(all, Manner{}) {
			manners[m] = all
		}
	}
}

// Implemented yields the methods of the interfaces which this package exports, of those that
// asked accepts, and the methods of its types that stand behind each: what others know of
// its values they know by these.
func (aw *Waits) Implemented(asked func(*types.Interface) bool) iter.Seq2[*types.Func, []*types.Func] {
	return func(yield func(*types.Func, []*types.Func) bool) {
		for _, name := range aw.src.Pkg.Scope().Names() {
			tn, ok := aw.src.Pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() || !tn.Exported() {
				continue
			}
			i, ok := tn.Type().Underlying().(*types.Interface)
			if !ok || !asked(i) {
				continue
			}
			for m := range i.ExplicitMethods() {
				if fns := aw.src.Standing(m); m.Exported() && len(fns) > 0 && !yield(m, fns) {
					return
				}
			}
		}
	}
}

// and returns what is true of both.
func (m Manner) and(o Manner) Manner {
	return Manner{
		Prompt: m.Prompt && o.Prompt, Apart: (m.Apart || m.Prompt) && (o.Apart || o.Prompt) && !(m.Prompt && o.Prompt), Silent: m.Silent && o.Silent,
		KeepsTo: m.KeepsTo && o.KeepsTo, Carries: m.Carries && o.Carries, Lasts: min(m.Lasts, o.Lasts), Over: m.Over && o.Over,
	}
}

// mayTell reports whether what n calls, of another package of the program, may tell others
// there that it is done.
func (aw *Waits) mayTell(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	if cur, found := aw.src.Find(n); !ok && found {
		call = source.CallOf(cur)
	}
	e, isExpr := n.(ast.Expr)
	if call != nil {
		e, isExpr = call.Fun, true
	}
	if !isExpr {
		return true
	}
	fn, _ := aw.src.Info.Uses[source.NameOf(e)].(*types.Func)
	return fn == nil || fn.Pkg() == nil || aw.src.Ours(fn.Pkg()) && fn.Pkg() != aw.src.Pkg && !aw.Endings.Silent(fn)
}
