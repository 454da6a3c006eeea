package role

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// landing reports whether a handler with this body is a landing page: it
// writes a text that is the same for everybody, or sends everybody to one
// page. It may tell other paths from its own.
func (ro *Roles) landing(body *ast.BlockStmt) bool {
	found, only := false, true
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || !only || ro.src.Info.Types[call.Fun].IsType() {
			return only
		}
		fn := ro.src.Callee(call)
		switch {
		case fn != nil && source.IsFunc(fn, "net/http", "Error", "NotFound"):
		case fn != nil && source.IsFunc(fn, "net/http", "Redirect") && len(call.Args) == 4:
			found, only = true, ro.fixedText(call.Args[2])
		case fn != nil && (source.IsFunc(fn, "fmt", "Fprint", "Fprintln", "Fprintf") || source.IsFunc(fn, "io", "WriteString")):
			found = true
			for _, a := range call.Args[1:] {
				only = only && ro.fixedText(a)
			}
		case ro.writes(call):
			sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			found, only = true, ok && sel.Sel.Name == "Write" && len(call.Args) == 1 && ro.fixedText(call.Args[0])
		}
		return only
	})
	return found && only
}

// fixedText reports whether e is a text that does not change while the program
// runs, as a constant or a setting.
func (ro *Roles) fixedText(e ast.Expr) bool {
	e = ast.Unparen(e)
	if tv := ro.src.Info.Types[e]; tv.Value != nil && tv.Value.Kind() == constant.String {
		return true
	}
	switch e := e.(type) {
	case *ast.CallExpr:
		if ro.src.Info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return ro.fixedText(e.Args[0])
		}
	case *ast.BinaryExpr:
		return e.Op == token.ADD && ro.fixedText(e.X) && ro.fixedText(e.Y)
	case *ast.Ident, *ast.SelectorExpr:
		if v, ok := ro.src.Info.Uses[source.NameOf(e)].(*types.Var); ok && v.Parent() == v.Pkg().Scope() {
			return source.IsString(v.Type()) // core.Version
		}
	}
	if !source.IsString(ro.src.Info.TypeOf(e)) && !isBytes(ro.src.Info.TypeOf(e)) {
		return false
	}
	v := ro.ev.Close(ro.ev.Eval(e))
	for _, a := range v.Alts {
		if fn, lit := a.Func(); a.Obj != nil || fn != nil || lit != nil {
			return false
		}
	}
	return len(v.Alts) > 0 && !v.HasKind(origin.Unknown) && !v.HasParam()
}

func isBytes(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && types.Identical(s.Elem(), types.Typ[types.Byte])
}
