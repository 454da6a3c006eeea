package rule

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// Callee returns the function that is called, or nil.
func (p *Pass) Callee(call *ast.CallExpr) *types.Func {
	fun := ast.Unparen(call.Fun)
	switch x := fun.(type) {
	case *ast.IndexExpr:
		fun = x.X
	case *ast.IndexListExpr:
		fun = x.X
	}
	var obj types.Object
	switch f := fun.(type) {
	case *ast.Ident:
		obj = p.TypesInfo.Uses[f]
	case *ast.SelectorExpr:
		obj = p.TypesInfo.Uses[f.Sel]
	}
	fn, _ := obj.(*types.Func)
	return fn
}

// Shown reports whether the expression that path begins with is only part of
// a message for people: an argument of a call that prints or logs, or of one
// that makes such an argument. path is what astutil.PathEnclosingInterval
// returns.
func (p *Pass) Shown(path []ast.Node) bool {
	for i, n := range path[1:] {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn := p.Callee(n)
			if arg, ok := path[i].(ast.Expr); fn != nil && ok && slices.Contains(n.Args, arg) {
				if logs(fn.Name()) {
					return true
				}
				if !attribute[fn.Name()] {
					return false
				}
			} else if fn == nil {
				return false
			}
		case *ast.SelectorExpr, *ast.ParenExpr, *ast.BinaryExpr, *ast.KeyValueExpr, *ast.CompositeLit:
		default:
			return false
		}
	}
	return false
}

// attribute are the functions that make a text, or a part of a message beside
// its text.
var attribute = map[string]bool{
	"Any": true, "Str": true, "String": true, "Stringer": true, "Int": true, "Interface": true, "Reflect": true,
	"With": true, "WithField": true, "WithFields": true, "Sprint": true, "Sprintf": true, "Sprintln": true,
}

// logs reports whether a function or method of this name prints or logs.
func logs(name string) bool {
	for _, prefix := range []string{"Print", "Fprint", "Trace", "Debug", "Info", "Notice", "Warn", "Error", "Fatal", "Panic", "Log", "Msg"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}
