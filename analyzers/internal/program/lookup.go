package program

import (
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// lookups notes what the package reads from the environment, and adds what
// the packages that it imports read.
func (p *Program) lookups() {
	p.Env = p.merged.Env
	p.Desktop = p.merged.Desktop
	if !ownModule(p.pass) {
		return
	}
	env := &p.Env
	for _, call := range p.ev.CallsWith(catalog.Env, catalog.Implicit, catalog.Decode, catalog.Config, catalog.Desktop) {
		if p.inTest(call) {
			continue
		}
		for _, r := range p.ev.Rows(p.src.Callee(call)) {
			switch {
			case r.Kind == catalog.Env:
				p.lookup(call, r, env)
			case r.Kind == catalog.Implicit && r.Role == "file":
				if p.demanded(call) {
					env.Set = append(env.Set, "")
				}
			case r.Kind == catalog.Implicit && r.Override != "":
				env.Names = append(env.Names, r.Override)
			case r.Kind == catalog.Implicit && r.Role == "flags":
				env.Flags = true
			case r.Kind == catalog.Implicit, (r.Kind == catalog.Decode || r.Kind == catalog.Config) && r.Env && len(r.Tags) == 0:
				env.Library = true
			case r.Kind == catalog.Desktop:
				p.Desktop = true
			}
		}
	}
	for _, call := range p.src.CallsTo(func(fn *types.Func) bool { return isFunc(fn, "os", "Setenv") }) {
		if !p.inTest(call) && len(call.Args) == 2 {
			name, _ := single(p.ev.Eval(call.Args[0]))
			env.Set = append(env.Set, name)
		}
	}
	for _, call := range p.src.AllCalls() {
		if !p.inTest(call) {
			p.helperNames(call, env)
		}
	}
	for _, imp := range p.pass.Pkg.Imports() {
		pkg := p.cat.Package(imp.Path())
		p.Desktop = p.Desktop || pkg.Row("", catalog.Desktop) != nil
		env.Flags = env.Flags || pkg.Row("", catalog.Implicit) != nil
	}
	p.tagNames(env)
	p.literalNames(env)
	env.Checked = append(env.Checked, p.ev.CheckedHere(p.looksUp)...)
}

// looksUp reports whether pkg, or what it imports, looks variables up.
func (p *Program) looksUp(pkg *types.Package) bool {
	var f PortvetPackage
	return p.pass.ImportPackageFact(pkg, &f) && len(f.Env.Names) > 0
}

func (p *Program) inTest(n ast.Node) bool { return isTest(p.pass.Fset, n.Pos()) }

// lookup notes the names that a call looks up.
func (p *Program) lookup(call *ast.CallExpr, r *catalog.Row, env *Lookups) {
	key, _, ok := p.ev.Slot(call, r.Key)
	if !ok {
		env.Dynamic = true
		return
	}
	for _, a := range key.Alts {
		t, ok := a.Text()
		switch {
		case ok:
			env.Names = append(env.Names, t)
			if p.ev.CareOf(call).Checked {
				env.Checked = append(env.Checked, t)
			}
		case hasParam(origin.Value{Alts: []origin.Alt{a}}):
			// A helper: the names stand at its calls, see helperNames.
		default:
			env.Dynamic = true
		}
	}
	if len(key.Alts) == 0 {
		env.Dynamic = true
	}
}

// isFunc reports whether fn is one of the functions of pkg called names.
func isFunc(fn *types.Func, pkg string, names ...string) bool {
	return slices.Contains(names, fn.Name()) && fn.Pkg() != nil && fn.Pkg().Path() == pkg && fn.Signature().Recv() == nil
}

// helperNames notes the names given to helpers: any function that is not of
// std and takes a constant like LISTEN_PORT may look it up.
func (p *Program) helperNames(call *ast.CallExpr, env *Lookups) {
	for _, a := range call.Args {
		t, ok := p.constantText(a)
		if !ok || len(t) < 3 || !origin.EnvName(t) {
			continue
		}
		if fn := p.src.Callee(call); fn == nil || fn.Pkg() == nil || !source.IsStd(fn.Pkg().Path()) {
			env.Names = append(env.Names, t)
		}
	}
}

// constantText returns the text that e, a constant, is.
func (p *Program) constantText(e ast.Expr) (text string, ok bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit, *ast.Ident, *ast.SelectorExpr, *ast.BinaryExpr, *ast.CallExpr:
		if tv := p.pass.TypesInfo.Types[e.(ast.Expr)]; tv.Value != nil && tv.Value.Kind() == constant.String {
			return constant.StringVal(tv.Value), true
		}
	}
	return "", false
}

// envTags are the struct tags that name an environment variable.
var envTags = []string{"env", "envconfig"}

func (p *Program) tagNames(env *Lookups) {
	scope := p.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		st, ok := tn.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		p.tagNamesOf(st, env, 0)
	}
}

func (p *Program) tagNamesOf(st *types.Struct, env *Lookups, depth int) {
	for i := range st.NumFields() {
		tag := reflect.StructTag(st.Tag(i))
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
		if inner, ok := st.Field(i).Type().(*types.Struct); ok && depth < 4 {
			p.tagNamesOf(inner, env, depth+1)
		}
	}
}

// literalNames notes the variables that flag libraries are told to read:
// &cli.StringFlag{EnvVars: []string{"PORT"}}.
func (p *Program) literalNames(env *Lookups) {
	for cur := range p.in.Root().Preorder((*ast.KeyValueExpr)(nil)) {
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
		v, ok := p.pass.TypesInfo.Uses[id].(*types.Var)
		if !ok || !v.IsField() || v.Pkg() == p.pass.Pkg {
			continue
		}
		ast.Inspect(kv.Value, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				if tv, ok := p.pass.TypesInfo.Types[e]; ok && tv.Value != nil {
					if t, ok := single(p.ev.Eval(e)); ok {
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

// demanded reports whether the program does not go on when call returns an
// error.
func (p *Program) demanded(call *ast.CallExpr) bool {
	cur, ok := p.src.Find(call)
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
			if n, isIf := next.Node().(*ast.IfStmt); ok && isIf {
				return slices.ContainsFunc(n.Body.List, p.terminates)
			}
		}
		break
	}
	return false
}
