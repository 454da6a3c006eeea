package listener

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// GivenAt reports whether spot is what the API of l, or a field of a server of
// another package, is given: what is done there concerns nothing else.
func (fi *Finder) GivenAt(l *Listener, spot ast.Node) bool {
	if l.Inherited {
		return false
	}
	if spot == l.AddrExpr {
		return true
	}
	cur, ok := fi.src.Find(spot)
	if !ok {
		return false
	}
	var field types.Object
	switch n := cur.Parent().Node().(type) {
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && n.Value == spot {
			field = fi.src.Info.Uses[key]
		}
	case *ast.AssignStmt:
		if len(n.Lhs) == 1 && n.Rhs[0] == spot {
			if sel, ok := n.Lhs[0].(*ast.SelectorExpr); ok {
				field = fi.src.Info.Uses[sel.Sel]
			}
		}
	}
	v, ok := field.(*types.Var)
	return ok && v.IsField() && v.Pkg() != fi.src.Pkg && !slices.Contains(fi.src.Own, v.Pkg().Path())
}

// OnlyValue returns what the package gives to a variable, when it does so once
// and nothing else can: nil if not.
func (fi *Finder) OnlyValue(v *types.Var) ast.Expr {
	if v.IsField() || v.Pkg() != fi.src.Pkg || v.Exported() && !fi.src.Main {
		return nil
	}
	if e, result := fi.src.OnlyAssigned(v); result < 0 {
		return e
	}
	return nil
}

// ServesTLS reports whether the package has a listener other than l that
// serves TLS.
func (fi *Finder) ServesTLS(l *Listener) bool {
	return slices.ContainsFunc(fi.Listeners, func(o *Listener) bool { return o != l && o.TLS && !o.sameBind(l) })
}

// ServesPlain reports whether the package has a listener other than l that
// does not serve TLS.
func (fi *Finder) ServesPlain(l *Listener) bool {
	return slices.ContainsFunc(fi.Listeners, func(o *Listener) bool {
		operator := o.Auxiliary() && o.Role != role.Redirect && o.Role != role.ACME
		return o != l && !o.TLS && !operator && !o.sameBind(l)
	})
}

// sameBind reports whether l and o are two views of one socket.
func (l *Listener) sameBind(o *Listener) bool { return l.ServedBy == o || o.ServedBy == l }

// closes reports whether the function that binds l also closes it, other than
// when it returns: what binds the port then is something else.
func (fi *Finder) closes(l *Listener) bool {
	if l.Call == nil || l.Serves {
		return false
	}
	d := fi.src.Enclosing(l.Call.Pos())
	if d == nil || d.Body == nil {
		return false
	}
	v := fi.holder(d, l.Call)
	if v == nil {
		return false
	}
	found := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.DeferStmt:
			return false
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Close" {
				if id, ok := sel.X.(*ast.Ident); ok && fi.src.Info.Uses[id] == v {
					found = true
				}
			}
		}
		return !found
	})
	return found
}

// holder returns the variable of d that the first result of call is put into,
// or nil.
func (fi *Finder) holder(d *ast.FuncDecl, call *ast.CallExpr) *types.Var {
	var v *types.Var
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if as, ok := n.(*ast.AssignStmt); ok && len(as.Rhs) == 1 && ast.Unparen(as.Rhs[0]) == call {
			if id, ok := as.Lhs[0].(*ast.Ident); ok {
				v, _ = fi.src.Info.ObjectOf(id).(*types.Var)
			}
		}
		return v == nil
	})
	return v
}

// probes reports whether the listener that call makes is only closed, or asked
// for its address.
func (fi *Finder) probes(call *ast.CallExpr) bool {
	d := fi.src.Enclosing(call.Pos())
	if d == nil || d.Body == nil {
		return false
	}
	v := fi.holder(d, call)
	if v == nil {
		return false
	}
	closed, used := false, false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok && fi.src.Info.Uses[id] == v {
				switch n.Sel.Name {
				case "Close":
					closed = true
				case "Addr":
				default:
					used = true
				}
				return false
			}
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				return false
			}
		case *ast.Ident:
			used = used || fi.src.Info.Uses[n] == v
		}
		return true
	})
	return closed && !used
}

// Around returns the names of the package, the function and the type
// that l stands in.
func (fi *Finder) Around(l *Listener) []string {
	names := []string{fi.src.Pkg.Name()}
	if d := fi.src.Enclosing(l.Node.Pos()); d != nil {
		names = append(names, d.Name.Name)
		if d.Recv != nil {
			names = append(names, source.Identifiers(d.Recv)...)
		}
	}
	return names
}
