package origin

import (
	"go/ast"
	"maps"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about libraries that read a configuration, and are told to look
// into the environment before: by which variables they look for a key.

// automatic is what a package tells such a library, by calls with constants.
type automatic struct {
	on       bool     // every key is looked for in the environment
	prefix   string   // what stands before the names
	replaced []string // pairs, as strings.NewReplacer takes them
	open     bool     // the names are not known
	files    bool     // it is told to read files, or others
	bound    map[string][]string
	defaults map[string]Value
	flags    map[string]Value // that decide keys
	Places
	counted
}

// Places are where such a library looks for files.
type Places struct {
	Folders  []string
	Anywhere bool     // or in others, which are not known
	Names    []string // without their ends; none where they are not known
}

// counted are the calls that switch on the environment, and those that set a prefix:
// of two configurations, one may have none.
type counted struct{ calls, prefixes int }

// several reports whether there are more configurations than prefixes.
func (c counted) several() bool { return c.prefixes > 0 && c.calls > c.prefixes }

// automaticOf returns what this package tells the library of a package.
// Have: viper.SetEnvPrefix("shop"), viper.AutomaticEnv()
func (ev *Evaluator) automaticOf(pkg string) *automatic {
	if a, ok := ev.automatics[pkg]; ok {
		return a
	}
	a := &automatic{bound: make(map[string][]string), defaults: make(map[string]Value), flags: make(map[string]Value)}
	ev.automatics[pkg] = a
	for _, call := range ev.src.AllCalls() {
		fn := ev.src.Callee(call)
		if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != pkg {
			continue
		}
		first, known := "", false
		if len(call.Args) > 0 {
			first, known = ev.src.ConstantText(call.Args[0])
		}
		implicit := ev.Row(fn, catalog.Implicit)
		switch name := fn.Name(); {
		case implicit != nil && implicit.Role == "keys":
			a.on = true
			a.calls++
		case implicit != nil && implicit.Key.Set:
			ev.bindEnv(a, call)
		case name == "SetEnvPrefix":
			a.open = a.open || !known || a.prefix != "" && a.prefix != first
			a.prefix = first
			a.prefixes++
		case name == "SetEnvKeyReplacer", name == "EnvKeyReplacer":
			a.replaced, known = ev.replacer(call)
			a.open = a.open || !known
		case name == "SetDefault" && known && len(call.Args) > 1:
			key := strings.ToLower(first)
			a.defaults[key] = union(a.defaults[key], ev.Eval(call.Args[1]).AsDefault())
		case name == "AddConfigPath":
			if a.Anywhere = a.Anywhere || !known; known {
				a.Folders = append(a.Folders, first)
			}
		case name == "SetConfigName" && known:
			a.Names = append(a.Names, first)
		case name == "BindPFlag" && known && ev.bindFlag(a, first, call):
		case name == "KeyDelimiter":
			a.open = true
		case name == "BindPFlags":
			a.flags[""] = Value{}
		case strings.Contains(name, "Read") || strings.Contains(name, "Merge") || strings.Contains(name, "Remote") || strings.Contains(name, "Flag") || name == "Set":
			a.files = true
		}
	}
	a.open = a.open || a.several()
	return a
}

// bindFlag notes that a flag decides a key, which is looked up by its name:
// BindPFlag("port", cmd.Flags().Lookup("listen-port")). It reports whether it does.
func (ev *Evaluator) bindFlag(a *automatic, key string, call *ast.CallExpr) bool {
	if len(call.Args) < 2 {
		return false
	}
	lookup, ok := ast.Unparen(call.Args[1]).(*ast.CallExpr)
	if !ok || len(lookup.Args) != 1 {
		return false
	}
	name, known := ev.src.ConstantText(lookup.Args[0])
	if fn := ev.src.Callee(lookup); !known || fn == nil || fn.Name() != "Lookup" && fn.Name() != "Flag" {
		return false
	}
	a.flags[strings.ToLower(key)] = union(hole(Piece{Kind: Flag, Text: name}), ev.flagDefault(name))
	return true
}

// flagDefault returns what the flag called name is without being set, as far as it
// is defined here.
func (ev *Evaluator) flagDefault(name string) (v Value) {
	ev.definedFlags(func(defined string, call *ast.CallExpr, r *catalog.Row) {
		if defined == name {
			v = union(v, ev.fallback(call, r))
		}
	})
	return v
}

// definedFlags calls f for each flag of a known name that is defined here, with the call
// that does so and the row for that.
func (ev *Evaluator) definedFlags(f func(name string, call *ast.CallExpr, r *catalog.Row)) {
	for _, call := range ev.CallsWith(catalog.Flag) {
		for _, r := range ev.Rows(ev.src.Callee(call)) {
			key, _, ok := ev.Slot(call, r.Key)
			if name, known := key.Single(); r.Kind == catalog.Flag && ok && known {
				f(name, call, r)
			}
		}
	}
}

// flagOf returns the flag that decides a key, and what that is by default.
func (ev *Evaluator) flagOf(a *automatic, key string) Value {
	v, bound := a.flags[strings.ToLower(key)]
	if _, all := a.flags[""]; !bound && all {
		if def := ev.flagDefault(key); len(def.Alts) > 0 {
			return union(hole(Piece{Kind: Flag, Text: key}), def)
		}
	}
	return v
}

// bindEnv notes a key with the variables by which it is looked for.
func (ev *Evaluator) bindEnv(a *automatic, call *ast.CallExpr) {
	var words []string
	if len(call.Args) == 1 && ev.isFlagName(call.Args[0]) {
		a.on = true // each flag in turn: the keys that nothing else has are those of a file
		return
	}
	for _, arg := range call.Args {
		w, known := ev.src.ConstantText(arg)
		if !known {
			a.open = true
			return
		}
		words = append(words, w)
	}
	if len(words) > 0 {
		a.bound[strings.ToLower(words[0])] = words[1:]
	}
}

// isFlagName reports whether e is the name of a flag that is gone through, as by
// VisitAll: f.Name.
func (ev *Evaluator) isFlagName(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Name" {
		return false
	}
	n := source.NamedOf(ev.info.TypeOf(sel.X))
	return n != nil && n.Obj().Name() == "Flag" && n.Obj().Pkg() != nil && ev.cat.Package(n.Obj().Pkg().Path()).Row(n.Obj().Pkg().Path()+".String", catalog.Flag) != nil
}

// replacer returns what strings.NewReplacer is given, of a call whose argument it
// makes.
func (ev *Evaluator) replacer(call *ast.CallExpr) (pairs []string, known bool) {
	if len(call.Args) != 1 {
		return nil, false
	}
	inner, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr)
	if !ok || !source.IsFunc(ev.src.Callee(inner), "strings", "NewReplacer") {
		return nil, false
	}
	for _, arg := range inner.Args {
		text, known := ev.src.ConstantText(arg)
		if !known {
			return nil, false
		}
		pairs = append(pairs, text)
	}
	return pairs, len(pairs)%2 == 0
}

// names returns the variables by which a key is looked for.
func (a *automatic) names(key string) (names []string) {
	key = strings.ToLower(key)
	bound, isBound := a.bound[key]
	switch {
	case a.open || !a.on && !isBound:
		return nil
	case len(bound) > 0:
		return bound
	}
	return Variables(a.prefix, a.replaced, key)
}

// Variables returns the variable by which such a library looks for a key, given its prefix
// and the pairs that it replaces; none where nobody can set it.
func Variables(prefix string, replaced []string, key string) []string {
	if prefix != "" {
		key = prefix + "_" + key
	}
	name := strings.NewReplacer(replaced...).Replace(strings.ToUpper(key))
	if !EnvName(name) {
		return nil
	}
	return []string{name}
}

// automatic returns the variables by which the library of a package looks for a
// key, and what that is by default. They win over files and what else there is.
func (ev *Evaluator) automatic(pkg, key string) automaticValue {
	a := ev.automaticOf(pkg)
	names := a.names(key)
	out := automaticValue{alone: len(names) > 0 && !a.files, flags: ev.flagOf(a, key)}
	for _, name := range names {
		out.variables = union(out.variables, hole(Piece{Kind: Env, Text: name, Variable: Variable{Wins: true}}))
	}
	if len(names) > 0 {
		out.fallback = a.defaults[strings.ToLower(key)]
	}
	return out
}

// automaticValue is what a key has from the environment, and by default.
type automaticValue struct {
	variables, flags, fallback Value
	alone                      bool // nothing else is asked
}

// beside returns v, what a library reads for a key, with what it has from the
// environment.
func (a automaticValue) beside(v Value) Value {
	if a.alone {
		v = Value{Alts: slices.DeleteFunc(slices.Clone(v.Alts), func(alt Alt) bool { return len(alt.Pieces) == 1 && alt.Pieces[0].Kind == Config })}
	}
	return union(v, a.variables, a.flags, a.fallback)
}

// Automatic returns the variables that the library which call is of may read for
// its keys, NAME or PREFIX_*, where it is told to by call; ok is false when they
// are not known.
func (ev *Evaluator) Automatic(call *ast.CallExpr, r *catalog.Row) (names []string, ok bool) {
	a := ev.automaticOf(r.Package)
	switch {
	case a.open:
		return nil, false
	case r.Role == "keys":
		if a.prefix == "" {
			return nil, false
		}
		return []string{strings.NewReplacer(a.replaced...).Replace(strings.ToUpper(a.prefix)) + "_*"}, true
	case len(call.Args) > 0:
		key, known := ev.src.ConstantText(call.Args[0])
		names = a.names(key)
		return names, known && len(names) > 0
	}
	return nil, false
}

// Told is what a package tells a library that reads a configuration, for those who
// see what other packages tell it.
type Told struct {
	On, Open, Files bool
	Prefix          string
	Replaced        []string
	Calls, Prefixes int
	Keys            []ToldKey
	Places
}

// ToldKey is what it tells about one key.
type ToldKey struct {
	Key       string
	Bound     bool     // it is looked for in the environment
	Variables []string // by these names, where they are said
	Value     Value    // flags and defaults
}

// Told returns what this package tells the libraries of their kind that it imports,
// and no other package; nil where it tells nothing.
func (ev *Evaluator) Told() (out []Told) {
	for _, imp := range ev.pkg.Imports() {
		if !ev.cat.Package(imp.Path()).Keyed() {
			continue
		}
		a := ev.automaticOf(imp.Path())
		t := Told{On: a.on, Open: a.open, Files: a.files, Prefix: a.prefix, Replaced: a.replaced, Calls: a.calls, Prefixes: a.prefixes, Places: a.Places}
		for _, key := range ev.toldKeys(a) {
			names, bound := a.bound[key]
			value := union(ev.flagOf(a, key), a.defaults[key])
			t.Keys = append(t.Keys, ToldKey{Key: key, Bound: bound, Variables: names, Value: value})
		}
		if t.On || t.Open || t.Files || t.Prefixes > 0 || len(t.Folders) > 0 || t.Anywhere || len(t.Replaced) > 0 || len(t.Keys) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// toldKeys returns the keys of which something is said, in order. Of flags that are bound
// together, each is one.
func (ev *Evaluator) toldKeys(a *automatic) []string {
	all := make(map[string]bool)
	if _, together := a.flags[""]; together {
		ev.definedFlags(func(name string, _ *ast.CallExpr, _ *catalog.Row) { all[strings.ToLower(name)] = true })
	}
	for key := range a.bound {
		all[key] = true
	}
	for key := range a.defaults {
		all[key] = true
	}
	for key := range a.flags {
		all[key] = key != ""
	}
	delete(all, "")
	return slices.Sorted(maps.Keys(all))
}
