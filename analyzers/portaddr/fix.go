package portaddr

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

// addColon returns the fix of an address without its colon, found at spot.
func addColon(p *rule.Pass, l *program.Listener, spot ast.Node) *analysis.SuggestedFix {
	e, ok := spot.(ast.Expr)
	if a := l.AddrExpr; a != nil && a.Pos() <= spot.Pos() && spot.End() <= a.End() {
		e, spot = a, a // the finding is on an argument in it
	}
	if !ok || !p.Program.GivenAt(l, spot) || !rule.IsString(p.TypesInfo.TypeOf(e)) || shared(p, l, e) {
		return nil
	}
	ports, alone, ok := p.Program.Bare(&l.Binding)
	if !ok {
		return nil
	}
	return p.Fix(spot, func(edit *rule.Edit) string {
		const title = "put a colon before the port"
		colon := `":"` + edit.Plus(e)
		switch lit, call := literal(e), callOf(e); {
		case lit != nil: // "8080"
			edit.Replace(lit, strconv.Quote(":"+ports[0]))
		case !alone: // only numbers
			edit.Insert(e.Pos(), colon)
		case len(ports) == 0: // only PORT
			port := p.Program.PortWhenEmpty(&l.Binding)
			if port == "" || !edit.AtLeast("go1.22") {
				return ""
			}
			edit.Replace(e, colon+edit.Use("cmp", "Or", e.Pos())+"("+edit.Text(e)+", "+strconv.Quote(port)+")")
		case len(ports) == 1 && !strings.HasPrefix(ports[0], ":"): // PORT or "8080"
			edit.Insert(e.Pos(), colon)
		case len(ports) == 1 && call != nil: // PORT or ":8080", in one call
			fallback := only(call, ports[0])
			if fallback == nil {
				return ""
			}
			edit.Insert(e.Pos(), colon)
			edit.Replace(fallback, strconv.Quote(ports[0][1:]))
		default:
			return ""
		}
		return title
	})
}

// shared reports whether another listener is given the same variable: its
// address is as wrong.
func shared(p *rule.Pass, l *program.Listener, e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && slices.ContainsFunc(p.Program.Listeners, func(o *program.Listener) bool {
		other, ok := o.AddrExpr.(*ast.Ident)
		return o != l && ok && other != id && p.TypesInfo.Uses[other] == p.TypesInfo.Uses[id]
	})
}

// literal returns e if it is a plain literal.
func literal(e ast.Expr) *ast.BasicLit {
	lit, ok := ast.Unparen(e).(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING || !strings.HasPrefix(lit.Value, `"`) {
		return nil
	}
	return lit
}

func callOf(e ast.Expr) *ast.CallExpr {
	call, _ := e.(*ast.CallExpr)
	return call
}

// only returns the literal with the given value among the arguments of call,
// if there is one and the others are not like it.
func only(call *ast.CallExpr, value string) (found *ast.BasicLit) {
	for _, arg := range call.Args {
		if lit := literal(arg); lit != nil && lit.Value == strconv.Quote(value) {
			if found != nil {
				return nil
			}
			found = lit
		}
	}
	return found
}

// joinHostPort returns the fix of a host and port joined by a mere colon in e.
func joinHostPort(p *rule.Pass, e ast.Expr) *analysis.SuggestedFix {
	return p.Fix(e, func(edit *rule.Edit) string {
		var host, port string
		switch x := e.(type) {
		case *ast.BinaryExpr:
			host, port = sum(p, edit, x)
		case *ast.CallExpr:
			host, port = sprintf(p, edit, x)
		}
		if host == "" || port == "" {
			return ""
		}
		edit.Replace(e, edit.Use("net", "JoinHostPort", e.Pos())+"("+host+", "+port+")")
		return "use net.JoinHostPort"
	})
}

// sum takes host + ":" + port and host + ":8080" apart.
func sum(p *rule.Pass, edit *rule.Edit, e *ast.BinaryExpr) (host, port string) {
	if !rule.IsString(p.TypesInfo.TypeOf(e)) {
		return "", ""
	}
	if left, ok := e.X.(*ast.BinaryExpr); ok && left.Op == token.ADD && constantText(p, left.Y) == ":" {
		return one(edit, left.X), one(edit, e.Y)
	}
	if lit := literal(e.Y); lit != nil && strings.HasPrefix(lit.Value, `":`) && len(lit.Value) > len(`":"`) {
		return one(edit, e.X), `"` + lit.Value[2:]
	}
	return "", ""
}

// one returns the text of an operand that is no sum itself.
func one(edit *rule.Edit, e ast.Expr) string {
	if _, more := e.(*ast.BinaryExpr); more {
		return ""
	}
	return edit.Text(e)
}

// sprintf takes fmt.Sprintf("%s:%d", host, port) apart.
func sprintf(p *rule.Pass, edit *rule.Edit, call *ast.CallExpr) (host, port string) {
	fn := p.Program.Callee(call)
	if fn == nil || fn.FullName() != "fmt.Sprintf" || len(call.Args) != 3 || call.Ellipsis.IsValid() {
		return "", ""
	}
	verbs := strings.Split(constantText(p, call.Args[0]), ":")
	if len(verbs) != 2 || verbs[0] != "%s" && verbs[0] != "%v" || !rule.IsString(p.TypesInfo.TypeOf(call.Args[1])) {
		return "", ""
	}
	host, port = edit.Text(call.Args[1]), edit.Text(call.Args[2])
	t := p.TypesInfo.TypeOf(call.Args[2])
	switch basic, _ := t.(*types.Basic); {
	case rule.IsString(t) && (verbs[1] == "%s" || verbs[1] == "%v"):
		if !imported(p, call) {
			return "", "" // fmt would be left without a use
		}
		return host, port
	case basic != nil && basic.Info()&types.IsInteger != 0 && (verbs[1] == "%d" || verbs[1] == "%v"):
		return host, edit.Use("fmt", "Sprint", call.Pos()) + "(" + port + ")"
	}
	return "", ""
}

// imported reports whether the file uses what it imports for call once more.
func imported(p *rule.Pass, call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	name, ok := sel.X.(*ast.Ident)
	if !ok {
		return false
	}
	pkg := p.TypesInfo.Uses[name]
	for id, obj := range p.TypesInfo.Uses {
		if obj == pkg && id != name {
			return true
		}
	}
	return false
}

func constantText(p *rule.Pass, e ast.Expr) string {
	v := p.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return ""
	}
	return constant.StringVal(v)
}
