package source

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// DoneOf returns the context whose Done channel e is, or nil.
func DoneOf(e ast.Expr) ast.Expr {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) > 0 {
		return nil
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Done" {
		return nil
	}
	return sel.X
}

// NameOf returns the identifier of the function or variable that e names, or nil.
func NameOf(e ast.Expr) *ast.Ident {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	}
	return nil
}

// Identifiers returns the identifiers in n, but for those in the bodies of
// function literals.
func Identifiers(n ast.Node) []string {
	var names []string
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.Ident:
			names = append(names, n.Name)
		}
		return true
	})
	return names
}

// PackageOf returns the import path in the name of a type, or "".
func PackageOf(typ string) string { return typ[:max(strings.LastIndexByte(typ, '.'), 0)] }

// TakesContext reports whether a parameter of fn is a context.
func TakesContext(fn *types.Func) bool {
	for v := range fn.Signature().Params().Variables() {
		if Named(v.Type()) == "context.Context" {
			return true
		}
	}
	return false
}

// CalleeName returns the full name of what call calls, or "".
func (x *Package) CalleeName(call *ast.CallExpr) string {
	if call == nil {
		return ""
	}
	fn := x.Callee(call)
	if fn == nil {
		return ""
	}
	name, ok := x.full[fn]
	if !ok {
		name = fn.FullName() // which is made anew each time
		x.full[fn] = name
	}
	return name
}

// CutType cuts the name of a type off its import path.
func CutType(typ string) (pkg, name string, ok bool) {
	i := strings.LastIndexByte(typ, '.')
	if i < 0 {
		return "", "", false
	}
	return typ[:i], typ[i+1:], true
}

// Named returns the import path and name of a named type, or "".
func Named(t types.Type) string {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return ""
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name()
}

// IsFunc reports whether fn is one of the functions of pkg called names.
func IsFunc(fn *types.Func, pkg string, names ...string) bool {
	return slices.Contains(names, fn.Name()) && fn.Pkg() != nil && fn.Pkg().Path() == pkg && fn.Signature().Recv() == nil
}

// ShortName returns a function's name as people write it.
func ShortName(fn *types.Func) string {
	name := fn.Name()
	if r := fn.Signature().Recv(); r != nil {
		t := r.Type()
		star := ""
		if ptr, ok := t.(*types.Pointer); ok {
			t, star = ptr.Elem(), "*"
		}
		if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
			return "(" + star + n.Obj().Pkg().Name() + "." + n.Obj().Name() + ")." + name
		}
		return name
	}
	return fn.Pkg().Name() + "." + name
}

// BelowVariable reports whether a path has a variable in it.
func BelowVariable(path string) bool {
	dir, _, _ := cutLast(path)
	return strings.ContainsAny(dir, "{:*<") && !strings.Contains(dir, "://")
}

func cutLast(path string) (dir, last string, ok bool) {
	path = strings.TrimSuffix(path, "/")
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return "", path, false
	}
	return path[:i], path[i+1:], true
}

// ErrorIndex returns the index of the last result when it is an error, or -1.
func ErrorIndex(t types.Type) int {
	i := 0
	if tuple, ok := t.(*types.Tuple); ok {
		if tuple.Len() == 0 {
			return -1
		}
		i = tuple.Len() - 1
		t = tuple.At(i).Type()
	}
	if !IsError(t) {
		return -1
	}
	return i
}

// NoneOrError reports whether there is nothing in t but an error.
func NoneOrError(t *types.Tuple) bool {
	return t.Len() == 0 || t.Len() == 1 && ErrorIndex(t) == 0
}

// FuncOf returns the function that v, a variable of a package, holds under its
// own name, as far as its type tells; nil when it holds none.
// Have: var NewManager = manager.New
func FuncOf(v *types.Var) *types.Func {
	sig, ok := v.Type().(*types.Signature)
	if !ok || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() {
		return nil
	}
	return types.NewFunc(v.Pos(), v.Pkg(), v.Name(), sig)
}

// SilentEnd reports whether a function of the type t says nothing by what it
// returns: nothing, or an error that is nil.
func SilentEnd(t *ast.FuncType, body *ast.BlockStmt, returns []*ast.ReturnStmt) bool {
	if t.Results == nil || t.Results.NumFields() == 0 {
		return true
	}
	if t.Results.NumFields() > 1 {
		return false
	}
	return !slices.ContainsFunc(returns, func(r *ast.ReturnStmt) bool {
		if len(r.Results) != 1 {
			return true
		}
		id, ok := ast.Unparen(r.Results[0]).(*ast.Ident)
		return !ok || id.Name != "nil"
	})
}

// AsksIfThere reports whether cond only asks whether there is something, other than
// an error.
func AsksIfThere(cond ast.Expr, info *types.Info) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ || !info.Types[b.Y].IsNil() {
		return false
	}
	return Named(info.TypeOf(b.X)) != "error"
}
