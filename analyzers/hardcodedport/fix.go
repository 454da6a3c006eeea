package hardcodedport

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

// fix returns the fix of a finding at spot: the port of l comes from the
// environment variable called name, and what is there now is its default.
func fix(p *rule.Pass, l *program.Listener, spot ast.Node, name string) *analysis.SuggestedFix {
	e, ok := spot.(ast.Expr)
	texts, fixed := l.Port.Fixed()
	if !ok || name == "" || !fixed || len(slices.Compact(texts)) != 1 || texts[0] == "" {
		return nil
	}
	written, _ := l.Port.Written()
	return p.Fix(spot, func(edit *rule.Edit) string {
		f := &fixing{pass: p, edit: edit, name: name, port: texts[0]}
		if !f.change(e, false) || f.repeated() {
			return ""
		}
		if written != f.written && written != spot.Pos() {
			return "" // the port is another one's
		}
		return "read the port from " + name + ", with " + strconv.Quote(f.port) + " as its default"
	})
}

// fixing is one fix in the making.
type fixing struct {
	pass *rule.Pass
	edit *rule.Edit
	name string   // of the environment variable
	port string   // the default
	at   ast.Node // the literal of the port
	part ast.Expr // what is changed
	// written is where the port comes from: the literal, or the constant.
	written token.Pos
}

// change makes the port at the end of e come from the environment, and reports
// whether it could. e is an address; or, if port is set, a port alone.
func (f *fixing) change(e ast.Expr, port bool) bool {
	switch x := e.(type) {
	case *ast.ParenExpr:
		return f.change(x.X, port)
	case *ast.BinaryExpr:
		return x.Op == token.ADD && f.change(x.Y, port)
	case *ast.CallExpr:
		return f.argument(x)
	case *ast.BasicLit:
		return x.Kind == token.STRING && f.literal(x, port)
	case *ast.Ident:
		switch obj := f.pass.TypesInfo.Uses[x].(type) {
		case *types.Const:
			return f.constant(x, obj)
		case *types.Var:
			value := f.pass.Program.OnlyValue(obj)
			return value != nil && f.change(value, port)
		}
	}
	return false
}

// argument is change for a call that joins a host and a port.
func (f *fixing) argument(call *ast.CallExpr) bool {
	fn := f.pass.Program.Callee(call)
	if fn == nil || len(call.Args) < 2 || call.Ellipsis.IsValid() {
		return false
	}
	last := call.Args[len(call.Args)-1]
	switch fn.FullName() {
	case "net.JoinHostPort":
		return f.change(last, true)
	case "fmt.Sprintf":
		v := f.pass.TypesInfo.Types[call.Args[0]].Value
		if v == nil || v.Kind() != constant.String {
			return false
		}
		format := constant.StringVal(v)
		return (strings.HasSuffix(format, ":%s") || strings.HasSuffix(format, ":%v")) && f.change(last, true)
	}
	return false
}

// literal changes the end of a literal.
func (f *fixing) literal(lit *ast.BasicLit, port bool) bool {
	value, err := strconv.Unquote(lit.Value)
	if err != nil || strconv.Quote(value) != lit.Value || !rule.IsString(f.pass.TypesInfo.TypeOf(lit)) {
		return false // written with escapes, or of a type that os.Getenv does not return
	}
	host, ok := strings.CutSuffix(value, f.port)
	if !ok || host != "" && (port || !strings.HasSuffix(host, ":")) {
		return false
	}
	f.at, f.part, f.written = lit, lit, lit.Pos()
	text := f.orDefault(strconv.Quote(f.port))
	if text == "" {
		return false
	}
	if host == "" {
		f.edit.Replace(lit, text)
		return true
	}
	// Only the port, so that a fix of the host has its place.
	from := lit.Pos() + token.Pos(1+len(host))
	f.edit.Replace(rule.Range{From: from, To: lit.End()}, `"`+f.edit.Plus(lit)+text)
	return true
}

// constant puts the use of a constant, which is a port, behind the environment.
// If the constant is used for more, that would not agree with the port.
func (f *fixing) constant(id *ast.Ident, c *types.Const) bool {
	if c.Val().Kind() != constant.String || constant.StringVal(c.Val()) != f.port || !rule.IsString(f.pass.TypesInfo.TypeOf(id)) {
		return false
	}
	uses := 0
	for _, obj := range f.pass.TypesInfo.Uses {
		if obj == c {
			uses++
		}
	}
	value := f.pass.ConstantValue(c)
	if uses != 1 || value == nil {
		return false
	}
	f.at, f.part, f.written = value, id, c.Pos()
	text := f.orDefault(f.edit.Text(id))
	if text == "" {
		return false
	}
	f.edit.Replace(id, text)
	return true
}

// orDefault returns the expression for the value of the environment variable,
// or dflt when that is empty.
func (f *fixing) orDefault(dflt string) string {
	at := f.part.Pos()
	getenv := f.edit.Use("os", "Getenv", at) + "(" + strconv.Quote(f.name) + ")"
	if f.edit.AtLeast("go1.22") {
		return f.edit.Use("cmp", "Or", at) + "(" + getenv + ", " + dflt + ")"
	}
	stmt := f.edit.Statement(f.part)
	if stmt == nil {
		return ""
	}
	if assign, ok := stmt.(*ast.AssignStmt); ok && len(assign.Lhs) == 1 && assign.Rhs[0] == f.part {
		if id, ok := assign.Lhs[0].(*ast.Ident); ok && dflt == strconv.Quote(f.port) && f.edit.Text(f.part) == dflt {
			f.edit.After(stmt, "if "+id.Name+` == "" {`, "\t"+id.Name+" = "+dflt, "}")
			return getenv
		}
	}
	name := f.edit.Fresh(variableName(f.name), stmt.Pos())
	f.edit.Before(stmt, name+" := "+getenv, "if "+name+` == "" {`, "\t"+name+" = "+dflt, "}")
	return name
}

// variableName turns GRPC_PORT into grpcPort.
func variableName(env string) string {
	words := strings.Split(strings.ToLower(env), "_")
	for i, w := range words[1:] {
		words[i+1] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, "")
}

// repeated reports whether the package writes the port down a second time,
// other than to show it to somebody: as the address of a request to itself,
// say. The two would no longer agree.
func (f *fixing) repeated() bool {
	for _, file := range f.pass.Files {
		again := false
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec, *ast.Field:
				return false
			case *ast.BasicLit:
				if n != f.at && mentions(n, f.port) {
					again = again || !f.pass.Shown(f.pass.Path(n))
				}
			}
			return !again
		})
		if again {
			return true
		}
	}
	return false
}

// mentions reports whether a literal has the port in it.
func mentions(lit *ast.BasicLit, port string) bool {
	switch lit.Kind {
	case token.INT:
		return lit.Value == port && len(port) > 3 // smaller ones may be anything
	case token.STRING:
		for rest := lit.Value; ; {
			i := strings.Index(rest, port)
			if i < 0 {
				return false
			}
			before, after := rest[:i], rest[i+len(port):]
			if !digit(before, len(before)-1) && !digit(after, 0) {
				return true
			}
			rest = after
		}
	}
	return false
}

// digit reports whether s has a digit at index i.
func digit(s string, i int) bool { return 0 <= i && i < len(s) && '0' <= s[i] && s[i] <= '9' }
