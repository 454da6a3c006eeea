package await

import (
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file tells others of the functions of a package that are called at the end, be it
// of the program or of some work.

// Manner is how calls of a function end.
type Manner struct {
	Prompt bool // it waits for no goroutine
	Apart  bool // it waits at most for goroutines that do work of their own package
	Silent bool // it tells nobody that something is done
	// Carries says that it returns nothing but the context that it is given first, with
	// something in it.
	Carries bool
	Results []int // those that are functions which wait for no goroutine
}

// Manners returns how calls of the exported functions end of which others ask.
func (aw *Waits) Manners() map[*types.Func]Manner {
	manners := make(map[*types.Func]Manner)
	for _, fn := range aw.Endings.Asked() {
		m := Manner{Prompt: aw.Endings.Prompt(fn), Silent: aw.discreet(fn), Carries: aw.Contexts.Carries(fn)}
		m.Apart = !m.Prompt && aw.apart(fn)
		if m.Prompt || m.Apart || m.Silent || m.Carries {
			manners[fn] = m
		}
	}
	for _, fn := range aw.src.Functions() {
		if !fn.Exported() {
			continue
		}
		if results := aw.Endings.PromptResults(fn); len(results) > 0 {
			m := manners[fn]
			m.Results = results
			manners[fn] = m
		}
	}
	return manners
}

// discreet reports whether fn, of this package, tells nobody outside of it that something
// is done: all that it closes, sends on or cancels it has made itself, and keeps. What it
// returns is at most an error: who asks for more is not about to end.
func (aw *Waits) discreet(fn *types.Func) bool {
	if !source.NoneOrError(fn.Signature().Results()) {
		return false
	}
	d := aw.src.Decl(fn)
	told := aw.tellsAll(d.Body, level{})
	for o := range told.Held {
		if o.Pos() < d.Body.Pos() || d.Body.End() <= o.Pos() {
			return false
		}
	}
	return !told.Open()
}
