package origin

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// CareOf tells how this package treats the value of e. Every path that it may
// take is followed, through variables, fields and the functions
// of this package; a return ends it, since the calls of the function around it
// are values of their own.
func (ev *Evaluator) CareOf(e ast.Expr) Care {
	f := &flow{ev: ev, seen: make(map[*types.Var]bool)}
	cur, ok := ev.src.Find(e)
	if !ok {
		return Care{Checked: true, Examined: true} // made up for a method value
	}
	f.expr(cur)
	return f.care
}

// flow follows one value forward.
type flow struct {
	ev   *Evaluator
	seen map[*types.Var]bool
	care Care
	cut  bool // it came to a variable again, so that its care is not all
}

// lost notes that the value goes where nobody can follow it.
func (f *flow) lost() { f.care.Checked, f.care.Examined = true, true }

// expr follows the value of the expression at cur into what is around it.
func (f *flow) expr(cur inspector.Cursor) {
	if f.care.Checked && f.care.Examined {
		return
	}
	kind, i := cur.ParentEdge()
	parent := cur.Parent()
	switch n := parent.Node().(type) {
	case *ast.ParenExpr, *ast.StarExpr:
		f.expr(parent)
	case *ast.BinaryExpr:
		switch n.Op {
		case token.ADD, token.SUB, token.MUL, token.QUO, token.REM:
			f.expr(parent)
		default:
			f.care.Checked = true
		}
	case *ast.CallExpr:
		if kind == edge.CallExpr_Args {
			f.argument(parent, n, i)
		} else {
			f.lost()
		}
	case *ast.KeyValueExpr:
		v, ok := f.fieldOf(n.Key)
		switch {
		case kind == edge.KeyValueExpr_Value && ok:
			f.field(v, parent.Parent().Node())
		case kind != edge.KeyValueExpr_Value || !f.shows(parent.Parent()):
			f.lost()
		}
	case *ast.CompositeLit:
		if st, ok := f.structOf(n); ok && kind == edge.CompositeLit_Elts && i < st.NumFields() {
			f.field(st.Field(i), n)
			return
		}
		f.lost()
	case *ast.AssignStmt:
		if kind == edge.AssignStmt_Rhs {
			f.assigned(n.Lhs, len(n.Rhs), i)
		}
	case *ast.ValueSpec:
		names := make([]ast.Expr, len(n.Names))
		for j, id := range n.Names {
			names[j] = id
		}
		f.assigned(names, len(n.Values), i)
	case *ast.ReturnStmt:
		for c := range parent.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			switch n := c.Node().(type) {
			case *ast.FuncLit:
				f.lost()
			case *ast.FuncDecl:
				f.care.held(holderOf(f.ev.info.Defs[n.Name]))
			}
			break
		}
	case *ast.UnaryExpr:
		if n.Op != token.AND || !f.fillsFromFlag(parent) {
			f.lost()
		}
	case *ast.ExprStmt:
	default:
		f.lost()
	}
}

// assigned follows the right side with the given index of n into lhs.
func (f *flow) assigned(lhs []ast.Expr, n, i int) {
	if n != len(lhs) {
		for _, other := range lhs[1:] {
			if id, ok := other.(*ast.Ident); !ok || id.Name != "_" {
				f.care.Checked = true // an error, or the ok of os.LookupEnv
			}
		}
		i = 0
	}
	if i >= len(lhs) {
		return
	}
	f.place(lhs[i])
}

// place follows the value into the variable or field that e denotes.
func (f *flow) place(e ast.Expr) {
	switch l := ast.Unparen(e).(type) {
	case *ast.Ident:
		if l.Name == "_" {
			return
		}
		if v, ok := f.ev.info.ObjectOf(l).(*types.Var); ok {
			f.variable(v)
			return
		}
	case *ast.SelectorExpr:
		if v, ok := f.ev.info.Uses[l.Sel].(*types.Var); ok {
			if v.IsField() {
				f.field(v, l.X)
			} else {
				f.variable(v)
			}
			return
		}
	}
	f.lost()
}

// shows reports whether the map at cur is given to what only shows it to somebody:
// logger.WithFields(Fields{"port": port}).
func (f *flow) shows(cur inspector.Cursor) bool {
	if kind, _ := cur.ParentEdge(); kind != edge.CallExpr_Args {
		return false
	}
	fn := f.ev.src.Callee(cur.Parent().Node().(*ast.CallExpr))
	return fn != nil && fn.Pkg() != nil && (prints(fn) || fn.Name() == "WithFields")
}

// fieldOf returns the field that the key of a struct literal names.
func (f *flow) fieldOf(key ast.Expr) (*types.Var, bool) {
	id, ok := key.(*ast.Ident)
	if !ok {
		return nil, false
	}
	v, ok := f.ev.info.Uses[id].(*types.Var)
	return v, ok && v.IsField()
}

func (f *flow) structOf(lit *ast.CompositeLit) (*types.Struct, bool) {
	t := f.ev.info.TypeOf(lit)
	if t == nil {
		return nil, false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	return st, ok
}

// field follows the value into a field of the struct in holder.
func (f *flow) field(v *types.Var, holder ast.Node) {
	if e, ok := holder.(ast.Expr); ok && f.ev.TypeRow(f.ev.info.TypeOf(e), catalog.Server) != nil {
		f.care.binds = true
		return
	}
	v = v.Origin()
	if v.Pkg() != f.ev.pkg {
		if of := new(PortvetField); v.Pkg() != nil && f.ev.pass.ImportObjectFact(v, of) && of.Plain {
			f.care.held(holderOf(v))
			f.care.binds = true
			return
		}
		f.lost()
		return
	}
	if owner := f.ev.ownerOf(v); owner != nil && validated(owner, v) {
		f.lost()
		return
	}
	f.variable(v)
}

// validated reports whether a tag of the field v says that it is checked.
func validated(owner *types.TypeName, v *types.Var) bool {
	st, ok := owner.Type().Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range st.NumFields() {
		if st.Field(i) != v {
			continue
		}
		tag := reflect.StructTag(st.Tag(i))
		return slices.ContainsFunc([]string{"validate", "valid", "binding", "required"}, func(key string) bool {
			_, ok := tag.Lookup(key)
			return ok
		}) || strings.Contains(string(tag), "required")
	}
	return false
}

// variable follows the value to every place where v is used. What is known of a
// variable then is kept: long chains of functions would be followed again from
// each of them.
func (f *flow) variable(v *types.Var) {
	v = v.Origin()
	if known, ok := f.ev.cares[v]; ok {
		f.care = f.care.and(known)
		return
	}
	if f.seen[v] {
		f.cut = true
		return
	}
	f.seen[v] = true
	of := &flow{ev: f.ev, seen: f.seen}
	of.uses(v)
	if !of.cut {
		f.ev.cares[v] = of.care
	}
	f.care, f.cut = f.care.and(of.care), f.cut || of.cut
}

// uses follows the value to every place where v, which holds it, is used.
func (f *flow) uses(v *types.Var) {
	t := v.Type()
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem() // of a flag
	}
	if v.Pkg() != f.ev.pkg || !holdsPart(t) {
		f.lost()
		return
	}
	if v.Exported() {
		f.care.held(holderOf(v))
	}
	for _, cur := range f.ev.src.Variable(v).Uses {
		kind, _ := cur.ParentEdge()
		if kind == edge.SelectorExpr_Sel {
			cur = cur.Parent()
			kind, _ = cur.ParentEdge()
		}
		switch kind {
		case edge.KeyValueExpr_Key:
			continue
		case edge.AssignStmt_Lhs:
			if as, ok := cur.Parent().Node().(*ast.AssignStmt); ok && (as.Tok == token.ASSIGN || as.Tok == token.DEFINE) {
				continue
			}
			continue // addr += x keeps it where it is
		}
		f.expr(cur)
	}
}

// argument follows the value through the argument i of a call.
func (f *flow) argument(cur inspector.Cursor, call *ast.CallExpr, i int) {
	ev := f.ev
	if tv, ok := ev.info.Types[call.Fun]; ok {
		switch {
		case tv.IsType():
			f.expr(cur)
			return
		case tv.IsBuiltin():
			f.lost()
			return
		}
	}
	fn := ev.src.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		f.lost()
		return
	}
	for _, r := range ev.Rows(fn) {
		switch r.Kind {
		case catalog.Bind, catalog.Serve, catalog.Option:
			f.care.binds = true
			return
		case catalog.Flag:
			if r.Default.Set && r.Default.Arg == i {
				f.intoFlag(cur, call, r)
				return
			}
		case catalog.Address:
			switch r.Op {
			case "join", "addr", "same", "concat", "ip":
				f.expr(cur)
				return
			case "first":
				f.care.Checked = true
				f.expr(cur)
				return
			}
		}
	}
	switch {
	case prints(fn):
	case fn.Pkg() == ev.pkg:
		f.into(cur, fn, i)
	case source.IsStd(fn.Pkg().Path()):
		f.std(cur, fn)
	default:
		switch fact := ev.importFunc(fn); {
		case fact != nil && slices.Contains(fact.Plain, i):
			f.care.binds = true
		case fact != nil && slices.Contains(fact.Passes, i):
			f.expr(cur)
		default:
			f.lost()
		}
	}
}

// fillsFromFlag reports whether the address at cur is given to what defines a
// flag, and puts its value there.
func (f *flow) fillsFromFlag(cur inspector.Cursor) bool {
	kind, i := cur.ParentEdge()
	if kind != edge.CallExpr_Args {
		return false
	}
	r := f.ev.Row(f.ev.src.Callee(cur.Parent().Node().(*ast.CallExpr)), catalog.Flag)
	return r != nil && r.Out.Set && r.Out.Arg == i
}

// intoFlag follows the value, which is the default of the flag that call
// defines, as r says, into where the flag's value is put.
func (f *flow) intoFlag(cur inspector.Cursor, call *ast.CallExpr, r *catalog.Row) {
	f.care.Checked = true // whoever starts the program may give another
	if !r.Out.Set {
		f.expr(cur)
		return
	}
	if r.Out.Arg < len(call.Args) {
		if u, ok := ast.Unparen(call.Args[r.Out.Arg]).(*ast.UnaryExpr); ok && u.Op == token.AND {
			f.place(u.X)
			return
		}
	}
	f.lost()
}

// std follows the value through a function of the standard library.
func (f *flow) std(cur inspector.Cursor, fn *types.Func) {
	switch fn.FullName() {
	case "fmt.Sprintf", "fmt.Sprint", "strconv.Itoa", "strconv.FormatInt", "strconv.FormatUint",
		"strings.TrimSpace", "strings.Clone", "strings.ToLower":
		f.expr(cur)
	case "strconv.Atoi", "strconv.ParseInt", "strconv.ParseUint":
		f.expr(cur) // whoever drops the error drops the check
	default:
		f.lost()
	}
}

// into follows the value into a function of this package.
func (f *flow) into(cur inspector.Cursor, fn *types.Func, i int) {
	d := f.ev.src.Decl(fn)
	sig := fn.Signature()
	if d == nil || d.Body == nil || sig.Variadic() && i >= sig.Params().Len()-1 {
		f.lost()
		return
	}
	if p := paramAt(f.ev.info, d, i); p != nil {
		f.variable(p)
	}
	if res := sig.Results(); res.Len() > 0 {
		if _, basic := res.At(0).Type().Underlying().(*types.Basic); basic {
			f.expr(cur)
		}
	}
}

// prints reports whether fn only shows its arguments to somebody.
func prints(fn *types.Func) bool {
	name := strings.ToLower(fn.Name())
	for _, verb := range []string{"print", "fprint", "info", "debug", "warn", "error", "trace", "notice", "log", "msg"} {
		if strings.HasPrefix(name, verb) && !strings.HasPrefix(fn.Pkg().Path(), "errors") {
			return true
		}
	}
	switch fn.Pkg().Path() {
	case "log/slog", "go.uber.org/zap", "github.com/rs/zerolog":
		return true
	}
	return false
}
