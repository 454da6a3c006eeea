package program

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about interfaces of which a package has one type: what is known of its
// methods holds for theirs.

// exportBehind writes of the methods of interfaces what is known of the methods
// that stand behind them.
func (p *Program) exportBehind(pass *analysis.Pass) {
	starts := make(map[string]bool) // names of methods that start something
	for _, fn := range p.Functions() {
		if fn.Signature().Recv() != nil && fn.Exported() && pass.ImportObjectFact(fn, new(PortvetListens)) {
			starts[fn.Name()] = true
		}
	}
	behind := p.standsBehind(starts)
	type method struct {
		of   types.Type
		name string
	}
	names := make(map[method]string) // by interface and method of its type, as callers know that
	for m, fn := range behind {
		names[method{source.RecvType(m), fn.FullName()}] = m.FullName()
	}
	for m, fn := range behind {
		if ls := p.EncodeListens(fn); len(ls) > 0 {
			asKnown := func(funcs *[]string) {
				for _, name := range slices.Clone(*funcs) {
					if known := names[method{source.RecvType(m), name}]; known != "" {
						*funcs = append(slices.Clone(*funcs), known)
					}
				}
				source.Tidy(funcs)
			}
			for i := range ls {
				asKnown(&ls[i].Stoppers)
				asKnown(&ls[i].Tellers)
			}
			pass.ExportObjectFact(m, &PortvetListens{ls})
		}
		if f := p.ev.Treats(fn); f != nil {
			pass.ExportObjectFact(m, f)
		}
		var life PortvetLife
		if pass.ImportObjectFact(fn, &life) {
			pass.ExportObjectFact(m, &life)
		}
	}
}

// standsBehind returns the methods that stand behind those of the interfaces of this
// package that it exports and that one type of it has. Interfaces that have none of names are
// left out.
func (p *Program) standsBehind(names map[string]bool) map[*types.Func]*types.Func {
	out := make(map[*types.Func]*types.Func)
	if p.Main || !p.Worked() || len(names) == 0 {
		return out
	}
	for m, fns := range p.Waits.Implemented(func(i *types.Interface) bool { return hasMethod(i, names) }) {
		if len(fns) == 1 && fns[0].Pkg() == p.Pkg {
			out[m] = fns[0]
		}
	}
	return out
}

// hasMethod reports whether a method of iface has one of names.
func hasMethod(iface *types.Interface, names map[string]bool) bool {
	for m := range iface.Methods() {
		if names[m.Name()] {
			return true
		}
	}
	return false
}

// manners returns how calls of the exported functions end of which others ask.
func (p *Program) manners() map[*types.Func]await.Manner {
	manners := p.Manners()
	for fn, m := range manners {
		m.Lasts = p.Draining.Lasts(fn)
		manners[fn] = m
	}
	for _, fn := range p.Functions() {
		if m := manners[fn]; fn.Exported() && p.Draining.ReturnsEnded(fn) {
			m.Over = true
			manners[fn] = m
		}
	}
	p.Waits.AddBehind(manners)
	return manners
}
