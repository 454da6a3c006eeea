package origin

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about structs that are filled from a configuration file: by
// which keys of the file their fields are.

// fileTags are the tags that name the key of a field in its struct.
var fileTags = []string{"yaml", "json", "toml", "mapstructure", "koanf"}

// noteKeys notes the keys of the fields of t, which call has fn fill from a file.
// A field of a struct that is found in two places has none.
func (ev *Evaluator) noteKeys(fn *types.Func, call *ast.CallExpr, t types.Type) {
	prefix := ""
	for _, r := range ev.Rows(fn) {
		if r.Kind != catalog.Decode || !r.Key.Set {
			continue
		}
		if r.Key.Arg < 0 || r.Key.Arg >= len(call.Args) {
			return
		}
		key, known := ev.src.ConstantText(call.Args[r.Key.Arg])
		if !known {
			return
		}
		if prefix = ""; key != "" {
			prefix = strings.ToLower(key) + "."
		}
	}
	if st, ok := t.Underlying().(*types.Struct); ok {
		ev.keysBelow(st, prefix, nil)
	}
}

// noteFileOf notes the keys of the fields of t, to which argument i of fn points,
// where fn reads a file besides the variables that tags name.
func (ev *Evaluator) noteFileOf(fn *types.Func, call *ast.CallExpr, i int, t types.Type) {
	for _, r := range ev.Rows(fn) {
		if r.Kind == catalog.Decode && len(r.Tags) > 0 && r.From.Set && r.Out.Set && r.Out.Arg == i {
			ev.noteKeys(fn, call, t)
		}
	}
}

// keysBelow notes the keys of the fields of st, which begin with prefix; around
// are the structs that it is in.
func (ev *Evaluator) keysBelow(st *types.Struct, prefix string, around []*types.Struct) {
	if len(around) > maxNested || slices.Contains(around, st) {
		return
	}
	around = append(slices.Clip(around), st)
	for i := range st.NumFields() {
		f := st.Field(i)
		if !f.Exported() && !f.Embedded() {
			continue // out of reach of reflection
		}
		key, inline := fileKey(f, reflect.StructTag(st.Tag(i)))
		if key == "" && !inline {
			continue
		}
		held := source.Pointed(f.Type())
		inner, isStruct := held.Underlying().(*types.Struct)
		switch {
		case inline && isStruct:
			ev.keysBelow(inner, prefix, around)
		case isStruct && !source.OfStd(held):
			ev.noteKey(f.Origin(), prefix+key)
			ev.keysBelow(inner, prefix+key+".", around)
		case !isStruct:
			ev.noteKey(f.Origin(), prefix+key)
		}
	}
}

// noteKey notes that the field f has a key, unless it has another already.
func (ev *Evaluator) noteKey(f *types.Var, key string) {
	if old, there := ev.keys[f]; there && old != key {
		key = ""
	}
	ev.keys[f] = key
}

// fileKey returns the key that a field has in its struct, in lower case, or ""
// where its tags differ; inline reports that its own fields are in its place.
func fileKey(f *types.Var, tag reflect.StructTag) (key string, inline bool) {
	tagged := false
	for _, name := range fileTags {
		value, there := tag.Lookup(name)
		if !there {
			continue
		}
		own, options, _ := strings.Cut(value, ",")
		inline = inline || slices.ContainsFunc(strings.Split(options, ","), func(o string) bool { return o == "inline" || o == "squash" })
		own = strings.ToLower(own)
		if own == "" {
			own = strings.ToLower(f.Name())
		}
		if tagged && own != key {
			return "", inline
		}
		key, tagged = own, true
	}
	switch {
	case key == "-":
		return "", false
	case !tagged && f.Embedded():
		return "", false // some put its fields in its place, and some do not
	case !tagged:
		key = strings.ToLower(f.Name())
	}
	return key, inline
}

// fileKey returns the key of the part of a file that v, a struct, is filled from.
func (v Value) fileKey() (key string) {
	v.Has(func(p Piece) bool {
		key = p.File
		return key != ""
	})
	return key
}

// belowKey returns v, what is in the field f of a struct that is filled from the
// part of a file below a key, with its own key where that is not known otherwise.
func (v Value) belowKey(parent string, f *types.Var, tag reflect.StructTag) Value {
	own, inline := fileKey(f, tag)
	if parent == "" || own == "" || inline || v.fileKey() != "" {
		return v
	}
	return v.keyed(parent + "." + own)
}

// fillKeys notes the keys in what fields hold that are filled from files.
func (ev *Evaluator) fillKeys() {
	for f, key := range ev.keys {
		if key == "" {
			continue
		}
		if v, ok := ev.decodedIn[f]; ok {
			ev.decodedIn[f] = v.keyed(key)
		}
		if v, ok := ev.tagged[f]; ok {
			ev.tagged[f] = v.keyed(key)
		}
	}
}

// keyed returns v with the key of the file that its pieces come from.
func (v Value) keyed(key string) Value {
	return v.each(func(a Alt) Value {
		if len(a.Pieces) != 1 || a.Pieces[0].Kind != Config && a.Pieces[0].Kind != Tagged {
			return Value{Alts: []Alt{a}}
		}
		p := a.Pieces[0]
		p.File = key
		return hole(p)
	})
}
