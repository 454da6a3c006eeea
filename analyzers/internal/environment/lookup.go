package environment

import (
	"go/ast"
	"go/types"
	"path"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Lookups is what is read from the environment.
type Lookups struct {
	Names   []string // variables looked up by a name that is known
	Dynamic bool     // names that are computed, or the whole environment
	Library bool     // a configuration library reads it for the fields it fills
	Unnamed bool     // and from variables whose names are not known
	Flags   bool     // a library sets flags from it
	Set     []string // variables that the program sets itself, or has from a file that it demands; "" for any
	Checked []string // variables of which some package checks that they are set, and what holds them
	Held    []string // what holds variables that the package which looks them up does not check: NAME=HOLDER
}

// Checks reports whether some package checks that the variable called name is set.
func (l *Lookups) Checks(name string) bool {
	return slices.Contains(l.Checked, name) || slices.ContainsFunc(l.Held, func(held string) bool {
		of, holder, _ := strings.Cut(held, "=")
		return of == name && slices.Contains(l.Checked, holder)
	})
}

// holds reports whether a variable of the environment may be had from holder.
func (l *Lookups) holds(holder string) bool {
	return slices.ContainsFunc(l.Held, func(held string) bool { return strings.HasSuffix(held, "="+holder) })
}

// Add adds what another package reads.
func (l *Lookups) Add(m Lookups) {
	l.Names = append(l.Names, m.Names...)
	l.Dynamic = l.Dynamic || m.Dynamic || len(l.Names) > maxNames
	l.Library = l.Library || m.Library
	l.Unnamed = l.Unnamed || m.Unnamed
	l.Flags = l.Flags || m.Flags
	l.Set = append(l.Set, m.Set...)
	l.Checked = append(l.Checked, m.Checked...)
	l.Held = append(l.Held, m.Held...)
}

// maxNames is how many names a fact may carry.
const maxNames = 400

// Read adds to env what the package reads from the environment, and reports
// whether it uses a library for programs with windows.
func (rd *Reader) Read(env *Lookups) (desktop bool) {
	sets := false // flags whose names are computed
	for _, call := range rd.ev.CallsWith(catalog.Env, catalog.Implicit, catalog.Decode, catalog.Config, catalog.Desktop) {
		if rd.src.InTest(call) {
			continue
		}
		for _, r := range rd.ev.Rows(rd.src.Callee(call)) {
			switch {
			case r.Kind == catalog.Env:
				rd.lookup(call, r, env)
			case r.Kind == catalog.Implicit && r.Role == "file":
				if rd.demanded(call) || rd.shipped(call) {
					env.Set = append(env.Set, "")
				}
			case r.Kind == catalog.Implicit && r.Override != "":
				env.Names = append(env.Names, r.Override)
			case r.Kind == catalog.Implicit && r.Role == "set":
				name, _, ok := rd.ev.Slot(call, r.Key)
				_, known := name.Single()
				sets = sets || ok && !known
			case r.Kind == catalog.Implicit && r.Role == "flags":
				env.Flags = true
			case r.Kind == catalog.Implicit && (r.Role == "keys" || r.Key.Set):
				names, known := rd.ev.Automatic(call, r)
				env.Names = append(env.Names, names...)
				env.Library, env.Unnamed = true, env.Unnamed || !known
			case r.Kind == catalog.Implicit, (r.Kind == catalog.Decode || r.Kind == catalog.Config) && r.Env && len(r.Tags) == 0:
				env.Library, env.Unnamed = true, env.Unnamed || !rd.ev.NamesAll(call)
			case r.Kind == catalog.Desktop:
				desktop = true
			}
		}
	}
	for _, call := range rd.src.CallsTo(func(fn *types.Func) bool { return source.IsFunc(fn, "os", "Setenv") }) {
		if !rd.src.InTest(call) && len(call.Args) == 2 {
			name, _ := rd.ev.Eval(call.Args[0]).Single()
			env.Set = append(env.Set, name)
		}
	}
	for _, call := range rd.src.AllCalls() {
		if !rd.src.InTest(call) {
			rd.helperNames(call, env)
		}
	}
	for _, imp := range rd.src.Pkg.Imports() {
		pkg := rd.cat.Package(imp.Path())
		desktop = desktop || pkg.Row("", catalog.Desktop) != nil
		env.Flags = env.Flags || pkg.Row("", catalog.Implicit) != nil
	}
	rd.tagNames(env)
	env.Names = append(env.Names, rd.ev.Named()...)
	rd.literalNames(env)
	env.Flags = env.Flags || sets && env.Library // all of them, each by its name
	env.Dynamic = env.Dynamic || rd.prefixes() && !rd.ev.NamesKnown()
	env.Checked = append(env.Checked, rd.ev.CheckedHere(rd.facts.LooksUp, env.holds)...)
	return desktop
}

// lookup notes the names that a call looks up.
func (rd *Reader) lookup(call *ast.CallExpr, r *catalog.Row, env *Lookups) {
	key, _, ok := rd.ev.Slot(call, r.Key)
	if !ok {
		env.Dynamic = true
		return
	}
	for _, a := range key.Alts {
		t, ok := a.Text()
		switch {
		case ok:
			env.Names = append(env.Names, t)
			care := rd.ev.CareOf(call)
			if care.Checked {
				env.Checked = append(env.Checked, t)
				continue
			}
			for _, h := range care.Holders {
				env.Held = append(env.Held, t+"="+h)
			}
		case (origin.Value{Alts: []origin.Alt{a}}).HasParam():
			// A helper: the names stand at its calls, see helperNames, unless
			// they are computed there.
			env.Dynamic = env.Dynamic || rd.computed(origin.Value{Alts: []origin.Alt{a}}, 0)
		default:
			env.Dynamic = true
		}
	}
	if len(key.Alts) == 0 {
		env.Dynamic = true
	}
}

// computed reports whether v, which has parameters in it, is something that is
// not known at a call, as when the names stand in a file, or is what a decoder
// gives to a type of the program that unmarshals itself.
func (rd *Reader) computed(v origin.Value, depth int) bool {
	fns := make(map[*types.Func]bool)
	v.Has(func(p origin.Piece) bool {
		if fn := p.Func(); fn != nil {
			fns[fn] = true
		}
		return false
	})
	for fn := range fns {
		if unmarshals(fn) {
			return true
		}
		calls, _ := rd.src.Calls(fn)
		for _, call := range calls {
			given := rd.ev.Fill(v, fn, call)
			if given.HasKind(origin.Unknown) || depth < 4 && rd.computed(given, depth+1) {
				return true
			}
		}
	}
	return false
}

// unmarshals reports whether fn is the method by which decoders let a type
// read itself.
func unmarshals(fn *types.Func) bool {
	return fn.Signature().Recv() != nil && strings.HasPrefix(fn.Name(), "Unmarshal")
}

// helperNames notes the names given to helpers: any function that is not of
// std and takes a constant like LISTEN_PORT may look it up.
func (rd *Reader) helperNames(call *ast.CallExpr, env *Lookups) {
	for _, a := range call.Args {
		t, ok := rd.src.ConstantText(a)
		if !ok || len(t) < 3 || !origin.EnvName(t) {
			continue
		}
		if fn := rd.src.Callee(call); fn == nil || fn.Pkg() == nil || !source.IsStd(fn.Pkg().Path()) {
			env.Names = append(env.Names, t)
		}
	}
}

// envTags are the struct tags that name an environment variable.
var envTags = []string{"env", "envconfig"}

func (rd *Reader) tagNames(env *Lookups) {
	scope := rd.src.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		st, ok := tn.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		rd.tagNamesOf(st, env, 0)
	}
}

func (rd *Reader) tagNamesOf(st *types.Struct, env *Lookups, depth int) {
	for i := range st.NumFields() {
		tag := reflect.StructTag(st.Tag(i))
		inner, nested := st.Field(i).Type().(*types.Struct)
		if nested && depth < 4 {
			rd.tagNamesOf(inner, env, depth+1)
		}
		if rd.ev.IsNamed(st.Field(i)) {
			continue
		}
		for _, key := range envTags {
			if v, ok := tag.Lookup(key); ok {
				name, _, _ := strings.Cut(v, ",")
				if name != "" && name != "-" {
					env.Names = append(env.Names, strings.ToUpper(name))
				}
			}
		}
		for _, key := range []string{"arg", "json", "conf", "opts"} {
			if name, ok := origin.EnvOption(tag.Get(key)); ok && name != "" {
				env.Names = append(env.Names, name)
			}
		}
		// What is below the field is called otherwise than its tags say.
		env.Dynamic = env.Dynamic || tag.Get("envPrefix") != "" || tag.Get("env-prefix") != "" || strings.Contains(tag.Get("env"), "prefix=")
	}
}

// prefixes reports whether a library that reads the environment by tags is told to
// put something before the names in them: env.Options{Prefix: "SHOP_"}.
func (rd *Reader) prefixes() bool {
	return len(rd.src.Mentions(func(obj types.Object) bool {
		v, ok := obj.(*types.Var)
		return ok && v.IsField() && v.Name() == "Prefix" && v.Pkg() != nil && v.Pkg() != rd.src.Pkg && rd.cat.Package(v.Pkg().Path()).Row(v.Pkg().Path()+".Parse", catalog.Decode) != nil
	})) > 0
}

// literalNames notes the variables that flag libraries are told to read:
// &cli.StringFlag{EnvVars: []string{"PORT"}}.
func (rd *Reader) literalNames(env *Lookups) {
	for cur := range rd.src.In.Root().Preorder((*ast.KeyValueExpr)(nil)) {
		kv := cur.Node().(*ast.KeyValueExpr)
		id, ok := kv.Key.(*ast.Ident)
		if !ok {
			continue
		}
		switch id.Name {
		case "EnvVars", "EnvVar", "Sources":
		default:
			continue
		}
		v, ok := rd.src.Info.Uses[id].(*types.Var)
		if !ok || !v.IsField() || v.Pkg() == rd.src.Pkg {
			continue
		}
		ast.Inspect(kv.Value, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				if tv, ok := rd.src.Info.Types[e]; ok && tv.Value != nil {
					if t, ok := rd.ev.Eval(e).Single(); ok {
						for name := range strings.SplitSeq(t, ",") {
							env.Names = append(env.Names, strings.TrimSpace(name))
						}
					}
				}
			}
			return true
		})
	}
}

// shipped reports whether call, which fills the environment from files, names one
// that is called otherwise than those for one machine alone, .env and .env.local: it
// is part of the program, as defaults are.
func (rd *Reader) shipped(call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
		name, known := rd.ev.Eval(a).Single()
		return known && name != "" && !strings.HasPrefix(path.Base(name), ".env")
	})
}

// demanded reports whether the program does not go on when call returns an
// error.
func (rd *Reader) demanded(call *ast.CallExpr) bool {
	cur, ok := rd.src.Find(call)
	if !ok {
		return true
	}
	for c := range cur.Enclosing((*ast.ReturnStmt)(nil), (*ast.AssignStmt)(nil), (*ast.ExprStmt)(nil), (*ast.FuncLit)(nil)) {
		switch c.Node().(type) {
		case *ast.ReturnStmt:
			return true
		case *ast.AssignStmt:
			next, ok := c.NextSibling()
			if c.ParentEdgeKind() == edge.IfStmt_Init {
				next, ok = c.Parent(), true
			}
			if !ok {
				break // the last statement
			}
			if n, isIf := next.Node().(*ast.IfStmt); isIf {
				return slices.ContainsFunc(n.Body.List, rd.ends.Terminates)
			}
		}
		break
	}
	return false
}
