package address

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Bare returns the texts among the values of an address, and whether the
// variable PORT alone is one as well. ok is false when there is anything else,
// or a text that is no port, with or without a colon before it.
func (ck *Checker) Bare(l *Binding) (ports []string, alone, ok bool) {
	for _, a := range l.Address().Alts {
		if name, whole := variable(a); whole && name == "PORT" {
			alone = true
			continue
		}
		t, known := a.Text()
		number := strings.TrimPrefix(t, ":")
		if n, err := strconv.Atoi(number); !known || err != nil || n < 0 || n > 65535 {
			return nil, false, false
		}
		if !slices.Contains(ports, t) {
			ports = append(ports, t)
		}
	}
	return ports, alone, alone || len(ports) > 0
}

// PortWhenEmpty returns the port that l listens on when its address is empty,
// or "" when there is none that is fixed.
func (ck *Checker) PortWhenEmpty(l *Binding) string {
	_, port, ok := strings.Cut(l.Empty, ":")
	if _, err := strconv.Atoi(port); !ok || err != nil || port == "0" {
		return ""
	}
	return port
}

// staysAlone reports whether nothing puts a colon to the variable called name,
// or looks whether it has one.
func (ck *Checker) staysAlone(addr origin.Value, name string) bool {
	for _, a := range addr.Alts {
		if _, whole := variable(a); whole {
			continue
		}
		if slices.ContainsFunc(a.Pieces, func(q origin.Piece) bool { return q.Kind == origin.Env && q.Text == name }) {
			return false
		}
	}
	return !ck.ev.Treated(name).Examined
}

// fallback returns the first known text among an address's alternatives.
func fallback(addr origin.Value) string {
	for _, a := range addr.Alts {
		if t, ok := a.Text(); ok && t != "" {
			return t
		}
	}
	return ""
}

// Unchecked returns the environment variable that alone decides the port of l
// when nothing in the program checks that it is set, and what l listens on
// when it is not: the address that an empty one stands for, or "".
func (ck *Checker) Unchecked(l *Binding) (name, instead string, ok bool) {
	if !l.addressed() {
		return "", "", false
	}
	var texts []origin.Alt
	for _, a := range l.Port.Value.Alts {
		if t, known := a.Text(); known {
			if t != "" {
				texts = append(texts, a)
			}
			continue
		}
		n, whole := variable(a)
		if !whole || !a.Pieces[0].Raw || n == "" || name != "" && n != name {
			return "", "", false
		}
		name = n
	}
	if name == "" || slices.Contains(ck.env.Set, name) || slices.Contains(ck.env.Set, "") {
		return "", "", false
	}
	if slices.ContainsFunc(texts, func(a origin.Alt) bool { return !ck.inOtherBranch(a, name) }) {
		return "", "", false
	}
	if ck.ev.Treated(name).Checked || ck.env.Checks(name) {
		return "", "", false
	}
	for _, a := range l.Address().Alts {
		if _, whole := variable(a); whole {
			instead = l.Empty
		}
	}
	return name, instead, true
}

// ServiceLink returns the environment variable that decides the port of l, as a
// text at whose form nobody looks, when it is called like what Kubernetes sets to
// an URL where a Service has one of names, and that name.
func (ck *Checker) ServiceLink(l *Binding, names []string) (variable, service string, ok bool) {
	if !l.addressed() {
		return "", "", false
	}
	for _, a := range l.Port.Value.Alts {
		for _, p := range a.Pieces {
			if p.Kind != origin.Env || p.Number || p.Derived {
				continue
			}
			i := slices.IndexFunc(names, func(name string) bool { return p.Text == linkOf(name) })
			if i < 0 {
				continue
			}
			if !ck.ev.Treated(p.Text).Examined {
				return p.Text, names[i], true
			}
		}
	}
	return "", "", false
}

// linkOf returns the variable that Kubernetes sets for the Service called name.
func linkOf(name string) string { return strings.ToUpper(strings.ReplaceAll(name, "-", "_")) + "_PORT" }

// inOtherBranch reports whether the text a is no fallback for the variable
// called name: it stands in another branch than all that looks that up.
func (ck *Checker) inOtherBranch(a origin.Alt, name string) bool {
	lookups := 0
	for _, call := range ck.ev.CallsWith(catalog.Env) {
		r := ck.ev.Row(ck.src.Callee(call), catalog.Env)
		key, _, ok := ck.ev.Slot(call, r.Key)
		if t, known := key.Single(); !ok || known && t != name {
			continue
		}
		lookups++
		if !slices.ContainsFunc(a.Pieces, func(p origin.Piece) bool { return p.Pos().IsValid() && ck.src.Apart(call, p.Pos()) }) {
			return false
		}
	}
	return lookups > 0
}

// Joins returns the expressions of this package that put the address of l
// together from a host, which may be an IPv6 address, and a port, with a mere
// colon.
func (ck *Checker) Joins(l *Binding) []ast.Expr {
	if !l.addressed() {
		return nil
	}
	var out []ast.Expr
	for _, a := range ck.ev.Close(l.Address()).Alts {
		for i, piece := range a.Pieces {
			if piece.Kind != origin.Literal || !strings.Contains(piece.Text, ":") || !piece.Pos().IsValid() {
				continue
			}
			before := render(origin.Alt{Pieces: a.Pieces[:i]})
			literal, _, _ := strings.Cut(piece.Text, ":")
			if before+literal != gap {
				continue // no host, brackets, or a host that is known
			}
			cur, ok := ck.src.In.Root().FindByPos(piece.Pos(), piece.Pos())
			if e := join(cur); ok && e != nil && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	return out
}

// join returns the outermost concatenation or the call of Sprintf around cur.
func join(cur inspector.Cursor) ast.Expr {
	var sum ast.Expr
	for c := range cur.Enclosing((*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil), (*ast.FuncLit)(nil)) {
		switch n := c.Node().(type) {
		case *ast.BinaryExpr:
			sum = n
			continue
		case *ast.CallExpr:
			if sum == nil {
				if sel, ok := n.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Sprintf" {
					return n
				}
			}
		}
		break
	}
	return sum
}
