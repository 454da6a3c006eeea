package heard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about marks by which others may see that something has ended or failed:
// variables that are not its own.

// sets reports whether anything in the body of a function assigns a variable from
// outside it, by which others may be told: not before the given place, unless that
// comes again, nor behind worked, which may be nil, where nobody misses it.
func (he *Hearing) sets(b *ast.BlockStmt, from token.Pos, worked *ast.IfStmt) bool {
	found := false
	ast.Inspect(b, func(n ast.Node) bool {
		as, ok := n.(*ast.AssignStmt)
		if !ok || as.Tok == token.DEFINE || as.End() <= from && !he.src.Repeated(as) {
			return !found
		}
		for _, lhs := range as.Lhs {
			v, ok := he.src.Object(lhs).(*types.Var)
			if ok && v.IsField() && worked != nil && worked.End() <= as.Pos() && !he.missed(b, v) {
				continue
			}
			outside := ok && !v.IsField() && (v.Pos() < b.Pos() || b.End() <= v.Pos())
			found = found || !ok && !ending.IsBlank(lhs) || ok && v.IsField() || outside && !he.overwritten(b, v)
		}
		return !found
	})
	return found
}

// missed reports whether anybody may see that b, the body of a function, has left v, a field,
// as it was: what ends the server then has nothing to end.
// Have: func (s *Server) Stop() { if s.ln != nil { … } }
func (he *Hearing) missed(b *ast.BlockStmt, v *types.Var) bool {
	return v.Exported() && !he.src.Main || v.Pkg() != he.src.Pkg || slices.ContainsFunc(he.src.Variable(v).Uses, func(use inspector.Cursor) bool {
		n := use.Node()
		if b.Pos() <= n.Pos() && n.End() <= b.End() || he.src.InTest(n) {
			return false
		}
		d := he.src.Enclosing(n.Pos())
		return d == nil || !ends(he.src.Info, d)
	})
}

// ends reports whether d is a function that ends something, and says no more than an error.
func ends(info *types.Info, d *ast.FuncDecl) bool {
	fn, ok := info.Defs[d.Name].(*types.Func)
	if !ok || d.Name.Name == "Done" || !ending.AboutEnd(strings.ToUpper(d.Name.Name[:1])+d.Name.Name[1:]) {
		return false
	}
	rs := fn.Signature().Results()
	return rs.Len() == 0 || rs.Len() == 1 && source.IsError(rs.At(0).Type())
}

// overwritten reports whether nobody reads what b, the body of a function literal,
// assigns to v, a variable of the function around it.
func (he *Hearing) overwritten(b *ast.BlockStmt, v *types.Var) bool {
	d := he.src.Enclosing(b.Pos())
	return d != nil && d.Body != nil && d.Body != b && flow.Overwritten(he.src.Info, d.Body, b, v)
}

// marks reports whether a call in n, after the given place or deferred, leaves a
// mark that others may look at: it writes a value of sync/atomic, or what is not a
// variable of its own.
func (he *Hearing) marks(n ast.Node, after token.Pos, depth int) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.DeferStmt:
			found = found || he.marks(m.Call, token.NoPos, depth)
			return false
		case *ast.CallExpr:
			fn := he.src.Callee(m)
			if found || fn == nil || m.Pos() <= after {
				break
			}
			d := he.src.Decl(fn)
			found = fn.Pkg() != nil && fn.Pkg().Path() == "sync/atomic" && !strings.HasPrefix(fn.Name(), "Load") ||
				d != nil && d.Body != nil && (depth > 3 || he.sets(d.Body, token.NoPos, nil) || he.marks(d.Body, token.NoPos, depth+1))
		}
		return !found
	})
	return found
}
