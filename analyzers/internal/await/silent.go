package await

import (
	"go/ast"
	"go/types"
	"time"

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
