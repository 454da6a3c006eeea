package origin

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about structs whose fields are options of the command line: a
// parser fills them, to which their tags tell the names.

// noteOptions notes the fields of t, to which argument i of fn points, as
// options of the command line, and reports whether fn fills them from there.
func (ev *Evaluator) noteOptions(fn *types.Func, i int, t types.Type) bool {
	for _, r := range ev.Rows(fn) {
		if r.Kind == catalog.Decode && r.Role == "flags" && r.Out.Set && r.Out.Arg <= i {
			ev.markOptions(r, t, "", make(map[*types.Struct]bool))
			return true
		}
	}
	return false
}

// markOptions marks the fields of t and of the structs in it. The names of options
// begin with prefix.
func (ev *Evaluator) markOptions(r *catalog.Row, t types.Type, prefix string, seen map[*types.Struct]bool) {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || seen[st] {
		return
	}
	seen[st] = true
	for i := range st.NumFields() {
		f, tag := st.Field(i), reflect.StructTag(st.Tag(i))
		if !f.Exported() && !f.Embedded() {
			continue // out of reach of reflection
		}
		inner := source.Pointed(f.Type())
		if _, ok := inner.Underlying().(*types.Struct); ok && !source.OfStd(inner) {
			ev.markOptions(r, inner, prefix+tag.Get("prefix"), seen) // a group of options, or a command
		} else if isOption(r, tag) {
			name := optionName(r, f, tag)
			if name != "" {
				name = prefix + name
			}
			option := hole(Piece{Kind: Flag, Text: name})
			ev.decodedIn[f.Origin()] = union(ev.decodedIn[f.Origin()], option)
		}
	}
}

// isOption reports whether the parser of r fills a field with this tag.
func isOption(r *catalog.Row, tag reflect.StructTag) bool {
	names := func(key string) bool { return tag.Get(key) != "" }
	if tag.Get("arg") == "-" || tag.Get("kong") == "-" || names("no-flag") {
		return false
	}
	return len(r.Tags) == 0 || slices.ContainsFunc(r.Tags, names)
}

// beside returns what the tag of a field says that has the value v. A tag that
// could be one of a configuration is none where only the command line is read,
// and what a default leaves open is known there, or where a parameter is filled.
func (tag Value) beside(v Value) Value {
	flags := v.HasKind(Flag) && !v.HasKind(Config)
	told := func(a Alt) bool {
		return flags && slices.ContainsFunc(a.Pieces, func(p Piece) bool { return p.Kind == Tagged }) ||
			a.IsUnknown() && (v.HasKind(Flag) || v.HasKind(Env) || v.HasParam())
	}
	return Value{Alts: slices.DeleteFunc(slices.Clone(tag.Alts), told)}
}

// instead returns v, the value of a field with this tag, without what is only known
// by the tag of the struct that the field is in: this one says more.
func (tag Value) instead(v Value) Value {
	if !tag.HasKind(Tagged) {
		return v
	}
	return Value{Alts: slices.DeleteFunc(slices.Clone(v.Alts), func(a Alt) bool {
		return len(a.Pieces) == 1 && a.Pieces[0].Kind == Tagged && a.Pieces[0].Text == ""
	})}
}

// optionName returns what the parser of r calls the option of a field with this
// tag, or "" when that is not known. A short name counts where there is no other.
func optionName(r *catalog.Row, f *types.Var, tag reflect.StructTag) string {
	arg, positional := tag.Lookup("arg")
	for part := range strings.SplitSeq(arg, ",") { // Have: arg:"-p,--port,env:PORT"
		if name, ok := strings.CutPrefix(strings.TrimSpace(part), "--"); ok {
			return name
		}
		positional = positional && (part == "" || part == "positional")
	}
	for _, key := range [...]string{"long", "name"} {
		if name := tag.Get(key); name != "" {
			return name
		}
	}
	switch {
	case r.Names == "":
		return tag.Get("short")
	case positional, strings.ContainsAny(f.Name(), "0123456789_"):
		return ""
	case r.Names == "dashed":
		return strings.ToLower(strings.ReplaceAll(splitWords(f.Name()), "_", "-"))
	}
	return strings.ToLower(f.Name())
}
