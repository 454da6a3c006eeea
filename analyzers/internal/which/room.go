// Package which knows which server a value is: where it is made, by which calls, or in
// whose hands it is.
package which

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Which tells which servers values are.
type Which struct {
	src   *source.Package
	ev    *origin.Evaluator
	stops func(*types.Var) bool
}

// New returns who tells which servers the values of a package are. stops reports whether
// another package stops the server in a field of its own.
func New(src *source.Package, ev *origin.Evaluator, stops func(*types.Var) bool) *Which {
	return &Which{src: src, ev: ev, stops: stops}
}

// Identity is what is known of which server a value is.
type Identity struct {
	// names are places where the server may be made, and the fields and
	// parameters through which it is reached where that is not known.
	names []name
	Any   bool // it may be any server
	Open  bool // callers tell what it is
}

// name is a place that a server is known by.
type name struct {
	place string
	made  bool // it is made there
	// by are the calls that make it, innermost first, of functions that make another
	// each time.
	by []*ast.CallExpr
}

// meets reports whether servers of these names may be one.
func (n name) meets(o name) bool {
	both := min(len(n.by), len(o.by))
	return n.place == o.place && slices.Equal(n.by[:both], o.by[:both])
}

// Meets reports whether two values may be one server. A field that importers
// can set does not meet a server made here: putting that one into the field is
// an escape of its own. The parameters of two functions do not meet either:
// it is their callers who see that they are given the same.
func (a Identity) Meets(b Identity) bool {
	return a.Any || b.Any || slices.ContainsFunc(a.names, func(n name) bool { return slices.ContainsFunc(b.names, n.meets) })
}

// MadeAs reports whether both are known to be made somewhere, and perhaps as one.
func (a Identity) MadeAs(b Identity) bool {
	return slices.ContainsFunc(a.names, func(n name) bool {
		return n.made && slices.ContainsFunc(b.names, func(o name) bool { return o.made && n.meets(o) })
	})
}

// IsMadeAt reports whether the server may be made at site.
func (a Identity) IsMadeAt(site string) bool {
	return slices.ContainsFunc(a.names, name{place: site}.meets)
}

// Identify returns which server v is, as far as that is known.
func (w *Which) Identify(v origin.Value) Identity {
	var id Identity
	if len(v.Alts) == 0 {
		id.Any = true
	}
	for _, a := range v.Alts {
		if a.Obj != nil {
			w.identifyObject(a.Obj, &id)
			continue
		}
		if len(a.Pieces) != 1 || a.Pieces[0].Kind != origin.Param || a.Pieces[0].Func() == nil || w.StoppedBeyond(a.Pieces[0].Field()) {
			id.Any = true
			continue
		}
		closed, all := w.ev.Close(origin.Value{Alts: []origin.Alt{a}}).Objects()
		for _, o := range closed {
			w.identifyObject(o, &id)
		}
		if !all {
			w.identifyGiven(a, &id, 0)
		}
		id.names = append(id.names, name{place: a.Pieces[0].Place()})
		id.Open = id.Open || !all
	}
	return id
}

// StoppedBeyond reports whether f is a field of another package that stops the
// server in it.
func (w *Which) StoppedBeyond(f *types.Var) bool {
	return f != nil && f.Pkg() != nil && f.Pkg() != w.src.Pkg && w.stops(f)
}

// identifyGiven notes what the calls in sight give the function of which a is a
// parameter, or something below it, although importers may give others to it or to
// those who call it.
func (w *Which) identifyGiven(a origin.Alt, id *Identity, depth int) {
	fn := a.Pieces[0].Func()
	if fn.Pkg() != w.src.Pkg || depth > 3 {
		return
	}
	calls, _ := w.src.Calls(fn)
	for _, call := range calls {
		given := w.ev.Fill(origin.Value{Alts: []origin.Alt{a}}, fn, call)
		objs, _ := w.ev.Close(given).Objects()
		for _, o := range objs {
			if !o.Handled && !w.strangerMade(o) {
				w.identifyObject(o, id)
			}
		}
		for _, outer := range given.Alts {
			if outer.Obj == nil && len(outer.Pieces) == 1 && outer.Pieces[0].Kind == origin.Param && outer.Pieces[0].Func() != nil {
				id.names = append(id.names, name{place: outer.Pieces[0].Place()})
				w.identifyGiven(outer, id, depth+1)
			}
		}
	}
}

// IdentifyPut is Identify also by what this package puts into the fields of its own that v
// may come from, into which others may put something else.
func (w *Which) IdentifyPut(v origin.Value) Identity {
	id := w.Identify(v)
	for _, a := range v.Alts {
		if a.Obj != nil || len(a.Pieces) != 1 {
			continue
		}
		field := a.Pieces[0].Field()
		if field == nil || field.Pkg() != w.src.Pkg {
			continue
		}
		put, _ := w.ev.PutInto(field).Objects()
		made, _ := w.ev.MadeWith(field).Objects()
		for _, o := range append(put, made...) {
			if !o.Handled && !w.strangerMade(o) {
				w.identifyObject(o, &id)
			}
		}
	}
	return id
}

func (w *Which) identifyObject(o *origin.Object, id *Identity) {
	if o.Handled || w.strangerMade(o) {
		id.Any = true
		return
	}
	id.names = append(id.names, name{o.Site, true, w.ev.MadeBy(o)})
}

// strangerMade reports whether a server comes out of a call of code that is
// not known, other than the constructor beside its type: that code may stop
// it as well.
func (w *Which) strangerMade(o *origin.Object) bool {
	call, ok := o.Node().(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := w.src.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return true
	}
	return fn.Pkg().Path() != source.PackageOf(o.Type) && w.ev.Row(fn, catalog.Mux) == nil
}

// Holder returns the variable that only the first result of call is assigned to,
// or nil.
func Holder(src *source.Package, call *ast.CallExpr) ast.Expr {
	cur, ok := src.Find(call)
	if !ok {
		return nil
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Rhs) != 1 {
		return nil
	}
	v, ok := src.Object(as.Lhs[0]).(*types.Var)
	if !ok || v.IsField() {
		return nil
	}
	if rhs, result := src.OnlyAssigned(v); rhs != call || result > 0 {
		return nil
	}
	return as.Lhs[0]
}

// Made reports whether v, a server, is known to be made in the package, and only there.
func Made(v origin.Value) bool {
	return len(v.Alts) > 0 && !slices.ContainsFunc(v.Alts, func(a origin.Alt) bool { return a.Obj == nil || a.Obj.Handled })
}
