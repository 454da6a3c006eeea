package origin

import (
	"go/types"
	"reflect"
	"slices"
	"strings"
)

// What follows is about the tags of fields, by which configuration is read into
// structs.

// configTags are the struct tags that say that a field comes from
// configuration, and whether they name an environment variable.
var configTags = map[string]bool{
	"yaml": false, "json": false, "toml": false, "mapstructure": false, "koanf": false, "hcl": false,
	"ini": false, "xml": false, "flag": false, "long": false, "short": false, "arg": false, "kong": false,
	"conf": false, "config": false, "usage": false, "default": false, "cli": false, "opts": false, "name": false,
	"env": true, "envconfig": true, "envDefault": false, "env-default": false, "split_words": true,
	"properties": false, "protobuf": false, "help": false, "cfg": false, "viper": false, "bson": false,
}

// defaultTags are those whose whole value is what the field is without any
// other.
var defaultTags = []string{"default", "envDefault", "env-default"}

// tagValue returns the origins that the tag of a field declares; path says which
// field it is.
func tagValue(tag, path string) (Value, bool) {
	if tag == "" {
		return Value{}, false
	}
	st := reflect.StructTag(tag)
	var out Value
	only := false // what it is without any other, or what it means, and not where it comes from
	for _, key := range tagKeys(tag) {
		isEnv, known := configTags[key]
		if !known {
			continue
		}
		name, _, _ := strings.Cut(st.Get(key), ",")
		if key == "protobuf" { // bytes,1,opt,name=addr
			_, name, _ = strings.Cut(st.Get(key), "name=")
			name, _, _ = strings.Cut(name, ",")
		}
		if name == "-" {
			continue
		}
		if env, ok := EnvOption(st.Get(key)); ok {
			out = union(out, hole(Piece{Kind: Env, Text: env}))
		}
		if slices.Contains(defaultTags, key) {
			out = union(out, text(st.Get(key)).AsDefault())
		}
		switch {
		case key == "split_words":
			out = union(out, hole(Piece{Kind: Env})) // named by the field
		case isEnv:
			out = union(out, hole(Piece{Kind: Env, Text: name}))
		case slices.Contains(defaultTags, key) || key == "help" || key == "usage":
			only = true
		case strings.ContainsAny(name, " :{}"):
			out = union(out, hole(Piece{Kind: Tagged, At: path}))
		default:
			out = union(out, hole(Piece{Kind: Tagged, Text: name, At: path}))
		}
	}
	if only && !out.HasKind(Tagged) && !out.HasKind(Env) {
		out = union(out, unknown())
	}
	return out, len(out.Alts) > 0
}

// EnvOption returns the environment variable that an option in a tag's value
// names: arg:"--port,env:PORT" (go-arg), json:"port,env=PORT" (go-zero). The
// name is "" when the library makes it up.
func EnvOption(value string) (name string, ok bool) {
	for opt := range strings.SplitSeq(value, ",") {
		opt = strings.TrimSpace(opt)
		if opt == "env" {
			return "", true
		}
		if rest, found := strings.CutPrefix(opt, "env:"); found {
			return rest, true
		}
		if rest, found := strings.CutPrefix(opt, "env="); found {
			return rest, true
		}
	}
	return "", false
}

// tagKeys returns the keys of a struct tag in order.
func tagKeys(tag string) []string {
	var keys []string
	for tag != "" {
		tag = strings.TrimLeft(tag, " ")
		key, rest, ok := strings.Cut(tag, `:"`)
		if !ok {
			break
		}
		keys = append(keys, key)
		i := 0
		for i < len(rest) && rest[i] != '"' {
			if rest[i] == '\\' {
				i++
			}
			i++
		}
		if i >= len(rest) {
			break
		}
		tag = rest[i+1:]
	}
	return keys
}

// noteTags notes the fields that a struct tag declares to come from
// configuration.
func (ev *Evaluator) noteTags() {
	for _, obj := range ev.info.Defs {
		tn, ok := obj.(*types.TypeName)
		if !ok {
			continue
		}
		st, ok := tn.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for i := range st.NumFields() {
			if v, ok := tagValue(st.Tag(i), tn.Name()+"."+st.Field(i).Name()); ok {
				ev.tagged[st.Field(i)] = v.writtenAt(ev.src.At(st.Field(i).Pos()))
			}
		}
	}
}

// writtenAt returns a value with the place of its texts.
func (v Value) writtenAt(at string) Value {
	return v.each(func(a Alt) Value {
		a.Pieces = slices.Clone(a.Pieces)
		for i, p := range a.Pieces {
			if p.Kind == Literal && p.At == "" {
				a.Pieces[i].At = at
			}
		}
		return Value{Alts: []Alt{a}}
	})
}

// tagOf returns what the tag of the field called path declares: of this package,
// with the variables by which it is filled.
func (ev *Evaluator) tagOf(f *types.Var, tag, path string) (Value, bool) {
	if v, ok := ev.tagged[f.Origin()]; ok {
		return v, len(v.Alts) > 0
	}
	return tagValue(tag, path)
}

// known returns tag, what the tag of a field with the value v says, without the
// variables of which v knows the whole names, and with the key that v knows.
func (tag Value) known(v Value) Value {
	key := v.fileKey()
	return tag.each(func(a Alt) Value {
		if len(a.Pieces) != 1 {
			return Value{Alts: []Alt{a}}
		}
		own := a.Pieces[0]
		switch {
		case own.Kind == Env && v.Has(func(p Piece) bool { return p.Kind == Env && p.Text != "" && strings.HasSuffix(p.Text, own.Text) }):
			return Value{}
		case own.Kind == Tagged && own.File == "":
			own.File = key
			return hole(own)
		}
		return Value{Alts: []Alt{a}}
	})
}
