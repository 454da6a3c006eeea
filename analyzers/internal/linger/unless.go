package linger

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about what a function calls, once the server that it starts has been told to
// stop, of which it knows no more than an interface, or a function that it is given: those who
// hand it over know whether that waits.
// Have: s.http.ListenAndServe(); for _, part := range s.parts { part.Stop() }

// openTo returns a name for what others may put there; "" if no other package can.
func (w *Linger) openTo(o await.Open) string {
	if !o.Fn.Exported() || !w.src.Ours(o.Fn.Pkg()) {
		return ""
	}
	if o.Param >= 0 {
		return given(o.Fn, o.Param)
	}
	named := source.NamedOf(source.RecvType(o.Fn))
	if named == nil || !types.IsInterface(named) || !named.Obj().Exported() {
		return ""
	}
	if o.Own {
		return o.Fn.FullName() + ifAny
	}
	return o.Fn.FullName()
}

// ifAny ends the name of what nobody has to put anything behind.
const ifAny = "?"

// given returns a name for what fn is given as a parameter.
func given(fn *types.Func, param int) string { return fn.FullName() + "#" + strconv.Itoa(param) }

// BehindPrompt reports whether this package puts something behind each of names, methods of
// interfaces and parameters that are functions, and nothing that waits for anything but its
// own work.
func (w *Linger) BehindPrompt(names []string) bool {
	if len(names) == 0 {
		return true
	}
	put, waits := make(map[string]bool), false
	for _, name := range names {
		name, any := strings.CutSuffix(name, ifAny)
		put[name] = any
	}
	note := func(name string, prompt func() bool) {
		if _, asked := put[name]; asked {
			put[name], waits = true, waits || !prompt()
		}
	}
	for cur, to := range w.ev.AsInterfaces() {
		for m := range to.Underlying().(*types.Interface).Methods() {
			note(m.FullName(), func() bool { return w.apart(cur.Node().(ast.Expr), m) })
		}
	}
	for _, call := range w.src.AllCalls() {
		fn := w.src.Callee(call)
		if fn == nil || !w.src.OfOwnModules(fn) {
			continue
		}
		for i, a := range call.Args {
			note(given(fn, min(i, fn.Signature().Params().Len()-1)), func() bool { return w.ends.PromptValue(a) })
		}
	}
	return !waits && !slices.Contains(slices.Collect(maps.Values(put)), false)
}

// apart reports whether the method by which e has m, a method of an interface, waits for
// nothing but its own work.
func (w *Linger) apart(e ast.Expr, m *types.Func) bool {
	t := w.src.Info.TypeOf(e)
	if t == nil || types.IsInterface(t) {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, w.src.Pkg, m.Name())
	fn, ok := obj.(*types.Func)
	return ok && !types.IsInterface(source.RecvType(fn)) && (w.ends.PromptFunc(fn.Origin()) || w.ends.Apart(fn.Origin()))
}
