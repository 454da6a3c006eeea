package origin

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about structs that a library fills from the environment: by
// which variables it looks for their fields.

// fieldNames are the names of variables, by which libraries fill structs.
type fieldNames struct {
	variables map[*types.Var]variables
	named     map[*ast.CallExpr]bool // calls that fill a struct, and whether all names are known
	entered   map[*types.Var]bool    // fields that are structs, of which the names of the fields are known
}

// variables are those by which a field is looked for, the first that is set
// counts.
type variables struct {
	names   []string
	open    bool              // nor are all of them known
	several bool              // structs of its type have it from different ones
	wins    bool              // over what a file says
	tag     reflect.StructTag // of the field
}

// noteVariables notes the variables of the fields that libraries fill. A field
// of a struct that is filled under several names has any of them.
func (ev *Evaluator) noteVariables() {
	for _, call := range ev.src.CallsTo(ev.readsFields) {
		r := ev.fieldReader(ev.src.Callee(call))
		st := structOf(ev.typeFilled(r, call))
		if st == nil {
			ev.named[call] = false
			continue
		}
		prefix, known := ev.prefixOf(r, call)
		w := naming{ev: ev, row: r, open: !known, sure: true}
		w.struct_(st, prefix, nil, 0)
		ev.named[call] = w.sure && known
	}
	for f, v := range ev.variables {
		ev.fillByName(f, v)
	}
}

// readsFields reports whether fn fills the fields of a struct from variables
// whose names are known by tags or by the names of fields.
func (ev *Evaluator) readsFields(fn *types.Func) bool { return ev.fieldReader(fn) != nil }

func (ev *Evaluator) fieldReader(fn *types.Func) *catalog.Row {
	for _, r := range ev.Rows(fn) {
		if r.Kind == catalog.Decode && r.Env && r.Out.Set && (r.Names == "path" || slices.Contains(r.Tags, "env")) {
			return r
		}
	}
	return nil
}

// typeFilled returns the type of what call fills, or makes and fills, or nil where it is
// not known.
func (ev *Evaluator) typeFilled(r *catalog.Row, call *ast.CallExpr) (t types.Type) {
	switch {
	case r.Out.Arg == catalog.Result:
		t = ev.info.TypeOf(call)
		if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
			t = tuple.At(0).Type()
		}
	case r.Out.Arg >= 0 && r.Out.Arg < len(call.Args) && r.Out.Field == "":
		t = ev.info.TypeOf(call.Args[r.Out.Arg])
	}
	return t
}

// structOf returns the struct that t, which may be nil, is or points to, or nil.
func structOf(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	st, _ := source.Pointed(t).Underlying().(*types.Struct)
	return st
}

// prefixOf returns what call has a library put before the names of variables.
// known is false where that is no constant.
func (ev *Evaluator) prefixOf(r *catalog.Row, call *ast.CallExpr) (prefix string, known bool) {
	if !r.Prefix.Set || r.Prefix.Arg < 0 || r.Prefix.Arg >= len(call.Args) {
		return "", true // it has no such argument
	}
	e := ast.Unparen(call.Args[r.Prefix.Arg])
	if r.Prefix.Field != "" {
		lit, ok := e.(*ast.CompositeLit)
		if !ok {
			return "", false
		}
		st, _ := ev.info.TypeOf(lit).Underlying().(*types.Struct)
		if e = literalField(lit, st, r.Prefix.Field); e == nil {
			return "", true
		}
	}
	return ev.src.ConstantText(e)
}

// naming goes through a struct that a library fills.
type naming struct {
	ev   *Evaluator
	row  *catalog.Row
	open bool // what stands before the names is not known
	sure bool // all variables are known
}

// maxNested is how deep structs in structs are looked into.
const maxNested = 8

// struct_ notes the variables of the fields of st, whose names begin with
// prefix; around are the structs that it is in.
func (w *naming) struct_(st *types.Struct, prefix string, around []*types.Struct, depth int) {
	if depth > maxNested || slices.Contains(around, st) {
		w.sure = false
		return
	}
	around = append(slices.Clip(around), st)
	for i := range st.NumFields() {
		f, tag := st.Field(i), reflect.StructTag(st.Tag(i))
		if !f.Exported() && !f.Embedded() {
			continue // out of reach of reflection
		}
		key, names := w.names(f, tag, prefix)
		held := source.Pointed(f.Type())
		inner, ok := held.Underlying().(*types.Struct)
		if ok && !source.OfStd(held) && !readsItself(f.Type()) {
			if tagged, ok := w.ev.tagged[f]; ok {
				w.ev.tagged[f] = tagged.withoutVariables()
			}
			w.ev.entered[f.Origin()] = !w.open
			w.struct_(inner, key, around, depth+1)
			continue
		}
		switch f.Type().Underlying().(type) {
		case *types.Slice, *types.Map:
			w.sure = w.sure && len(names) > 0 // or it may hold structs with variables of their own
		}
		if len(names) > 0 {
			w.note(f, variables{names: names, open: w.open, wins: w.row.From.Set, tag: tag})
		}
	}
}

// note notes the variables of a field.
func (w *naming) note(f *types.Var, v variables) {
	f = f.Origin()
	if old, there := w.ev.variables[f]; there && (old.open || old.several || !slices.Equal(old.names, v.names)) {
		v.names, v.open, v.several = append(slices.Clip(old.names), v.names...), v.open || old.open, true
	}
	v.wins = v.wins || w.ev.variables[f].wins
	w.ev.variables[f] = v
}

// names returns the variables by which a library looks for a field, and what the
// names of those below it begin with.
func (w *naming) names(f *types.Var, tag reflect.StructTag, prefix string) (below string, names []string) {
	if w.row.Names == "path" {
		return pathNames(f, tag, prefix)
	}
	if name := ownName(tag); name != "" {
		names = []string{prefix + name}
	}
	return prefix + belowPrefix(tag), names
}

// ownName returns the variable that a tag names, or "".
func ownName(tag reflect.StructTag) string {
	name, _, _ := strings.Cut(tag.Get("env"), ",")
	if name = strings.TrimSpace(name); name == "-" {
		return ""
	}
	return name
}

// belowPrefix returns what the tag of a struct puts before the variables of its
// fields.
func belowPrefix(tag reflect.StructTag) string {
	for _, key := range []string{"envPrefix", "env-prefix"} {
		if p := tag.Get(key); p != "" {
			return p
		}
	}
	for opt := range strings.SplitSeq(tag.Get("env"), ",") {
		if p, ok := strings.CutPrefix(strings.TrimSpace(opt), "prefix="); ok {
			return p
		}
	}
	return ""
}

// pathNames returns the variables of a field that is called by the fields that
// lead to it. One that a tag names is also looked for without what is before.
func pathNames(f *types.Var, tag reflect.StructTag, prefix string) (below string, names []string) {
	if tag.Get("ignored") == "true" {
		return prefix, nil
	}
	own := strings.ToUpper(tag.Get("envconfig"))
	name := own
	if name == "" {
		name = f.Name()
		if tag.Get("split_words") == "true" {
			name = splitWords(name)
		}
	}
	if prefix != "" {
		name = prefix + "_" + name
	}
	names = []string{strings.ToUpper(name)}
	if own != "" && own != names[0] {
		names = append(names, own)
	}
	below = names[0]
	if f.Embedded() {
		below = prefix
	}
	return below, names
}

// splitWords puts a line between the words of a name: HTTPPort is HTTP_Port.
func splitWords(name string) string {
	var b strings.Builder
	rs := []rune(name)
	for i, r := range rs {
		if i > 0 && unicode.IsUpper(r) && (!unicode.IsUpper(rs[i-1]) || i+1 < len(rs) && !unicode.IsUpper(rs[i+1])) {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// readsItself reports whether values of type t are told their text, and not
// filled field by field.
func readsItself(t types.Type) bool {
	for _, name := range []string{"UnmarshalText", "UnmarshalBinary", "Decode", "EnvDecode", "Set", "SetValue"} {
		if obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(source.Pointed(t)), true, nil, name); obj != nil {
			if _, ok := obj.(*types.Func); ok {
				return true
			}
		}
	}
	return false
}

// fillByName notes that the field f is filled from variables.
func (ev *Evaluator) fillByName(f *types.Var, v variables) {
	var out Value
	for _, name := range v.names {
		p := Piece{Kind: Env, Text: name, Variable: Variable{Wins: v.wins}}
		if v.open || v.several {
			p.Text = ""
		}
		out = union(out, hole(p))
	}
	if t, ok := defaultOf(v.tag); ok {
		out = union(out, text(t).AsDefault().writtenAt(ev.src.At(f.Pos())))
	}
	if f.Pkg() != ev.pkg {
		ev.decodedIn[f] = union(ev.decodedIn[f], out)
		return
	}
	tagged, ok := ev.tagged[f]
	if !ok { // of a struct without a name
		tagged, _ = tagValue(string(v.tag), f.Name())
		tagged = tagged.writtenAt(ev.src.At(f.Pos()))
	}
	ev.tagged[f] = union(out, tagged.withoutVariables())
}

// defaultOf returns what the tag of a field says that it is when no variable is
// set.
func defaultOf(tag reflect.StructTag) (value string, ok bool) {
	for _, key := range defaultTags {
		if value, ok = tag.Lookup(key); ok {
			return value, true
		}
	}
	_, value, ok = strings.Cut(tag.Get("env"), "default=")
	return value, ok
}

// withoutVariables returns v, what a tag says of a field, without its variables
// and what is not known.
func (v Value) withoutVariables() Value {
	return Value{Alts: slices.DeleteFunc(slices.Clone(v.Alts), func(a Alt) bool {
		return a.IsUnknown() || len(a.Pieces) == 1 && a.Pieces[0].Kind == Env
	})}
}

// Named returns the variables of the fields that libraries fill by calls in this
// package.
func (ev *Evaluator) Named() (names []string) {
	for _, v := range ev.variables {
		if !v.open {
			names = append(names, v.names...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// NamesAll reports whether all variables are known by which a call looks for the
// fields of a struct.
func (ev *Evaluator) NamesAll(call *ast.CallExpr) bool { return ev.named[call] }

// IsNamed reports whether a field, or the fields of the struct that it is, are
// filled by a call in this package, from variables that are known.
func (ev *Evaluator) IsNamed(f *types.Var) bool {
	v, ok := ev.variables[f.Origin()]
	return ok && !v.open || ev.entered[f.Origin()]
}

// NamesKnown reports whether some call in this package fills a struct from
// variables, and all names are known of each that does.
func (ev *Evaluator) NamesKnown() bool {
	for _, known := range ev.named {
		if !known {
			return false
		}
	}
	return len(ev.named) > 0
}
