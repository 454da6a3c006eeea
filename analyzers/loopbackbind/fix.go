package loopbackbind

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

// fix returns the fix of a finding at spot: the address has no host any more,
// or the unspecified IP.
func fix(p *rule.Pass, l *program.Listener, spot ast.Node) *analysis.SuggestedFix {
	texts, fixed := l.Host.Fixed()
	e, ok := spot.(ast.Expr)
	if !ok || !fixed || len(slices.Compact(texts)) != 1 || !p.Program.GivenAt(l, spot) {
		return nil
	}
	written, _ := l.Host.Written()
	return p.Fix(spot, func(edit *rule.Edit) string {
		f := &fixing{pass: p, edit: edit, host: texts[0], spot: spot}
		if !f.change(e) || f.written != token.NoPos && written != f.written && written != spot.Pos() {
			return ""
		}
		return "listen on all interfaces"
	})
}

// fixing is one fix in the making.
type fixing struct {
	pass    *rule.Pass
	edit    *rule.Edit
	host    string
	spot    ast.Node  // of the finding
	written token.Pos // where the host is written
}

// change takes the host from the front of an address, and reports whether it
// could.
func (f *fixing) change(e ast.Expr) bool {
	switch x := e.(type) {
	case *ast.ParenExpr:
		return f.change(x.X)
	case *ast.BasicLit:
		return f.literal(x)
	case *ast.BinaryExpr:
		if x.Op != token.ADD {
			return false
		}
		if lit, ok := x.X.(*ast.BasicLit); ok && f.is(lit) {
			f.edit.Replace(rule.Range{From: x.X.Pos(), To: x.Y.Pos()}, "")
			return true
		}
		return f.change(x.X) || f.name(x.X, f.alone)
	case *ast.Ident:
		return f.name(x, f.change)
	case *ast.CallExpr:
		return f.call(x)
	case *ast.SelectorExpr:
		if f.pass.TypesInfo.Uses[x.Sel] == loopback(f.pass) {
			f.edit.Replace(x.Sel, "IPv6unspecified")
			return true
		}
	}
	return false
}

// loopback returns net.IPv6loopback, or nil where package net is not imported.
func loopback(p *rule.Pass) types.Object {
	for _, imp := range p.Pkg.Imports() {
		if imp.Path() == "net" {
			return imp.Scope().Lookup("IPv6loopback")
		}
	}
	return nil
}

// is reports whether a literal is the host, and no more.
func (f *fixing) is(lit *ast.BasicLit) bool {
	if lit.Kind != token.STRING || lit.Value != strconv.Quote(f.host) {
		return false
	}
	f.written = lit.Pos()
	return true
}

// alone empties the literal that is the host.
func (f *fixing) alone(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	if !ok || !f.is(lit) {
		return false
	}
	f.edit.Replace(lit, `""`)
	return true
}

// literal takes the host from a literal that begins with it. Only the host is
// changed, so that a fix of the port has its place.
func (f *fixing) literal(lit *ast.BasicLit) bool {
	value, err := strconv.Unquote(lit.Value)
	if err != nil || lit.Value != strconv.Quote(value) {
		return false
	}
	for _, host := range []string{f.host, "[" + f.host + "]"} {
		if strings.HasPrefix(value, host+":") {
			f.written = lit.Pos()
			f.edit.Replace(rule.Range{From: lit.Pos() + 1, To: lit.Pos() + 1 + token.Pos(len(host))}, "")
			return true
		}
	}
	return false
}

// call is change for a call that joins a host and a port, or makes an IP.
func (f *fixing) call(call *ast.CallExpr) bool {
	fn := f.pass.Program.Callee(call)
	if fn == nil || len(call.Args) == 0 || call.Ellipsis.IsValid() {
		return false
	}
	switch fn.FullName() {
	case "net.JoinHostPort":
		return f.alone(call.Args[0]) || f.name(call.Args[0], f.alone)
	case "fmt.Sprintf":
		format, ok := call.Args[0].(*ast.BasicLit)
		if !ok {
			return false
		}
		if strings.HasPrefix(format.Value, `"%s:`) {
			return f.alone(call.Args[1]) || f.name(call.Args[1], f.alone)
		}
		return f.literal(format)
	case "net.IPv4":
		f.edit.Replace(call, f.edit.Use("net", "IPv4zero", call.Pos()))
		return true
	case "net.ParseIP":
		lit, ok := call.Args[0].(*ast.BasicLit)
		if !ok || !f.is(lit) {
			return false
		}
		zero := `"0.0.0.0"`
		if strings.Contains(f.host, ":") {
			zero = `"::"`
		}
		f.edit.Replace(lit, zero)
		return true
	}
	return false
}

// name makes a change where a variable or constant gets its value, if that is
// used for nothing else that matters.
func (f *fixing) name(e ast.Expr, change func(ast.Expr) bool) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	obj := f.pass.TypesInfo.Uses[id]
	switch obj := obj.(type) {
	case *types.Var:
		value := f.pass.Program.OnlyValue(obj)
		return value != nil && f.onlyHere(obj) && change(value)
	case *types.Const:
		value := f.pass.ConstantValue(obj)
		if value == nil || obj.Exported() && !f.pass.Program.Main || obj.Val().Kind() != constant.String || !f.onlyHere(obj) || !change(value) {
			return false
		}
		f.written = obj.Pos()
		return true
	}
	return false
}

// onlyHere reports whether obj is used in this address only, and in messages.
func (f *fixing) onlyHere(obj types.Object) bool {
	for id, o := range f.pass.TypesInfo.Uses {
		if o != obj || f.spot.Pos() <= id.Pos() && id.Pos() < f.spot.End() {
			continue
		}
		if !f.pass.Shown(f.pass.Path(id)) {
			return false
		}
	}
	return true
}
