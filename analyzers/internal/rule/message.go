package rule

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// Shown reports whether the expression that path begins with is only part of
// a message for people: an argument of a call that prints or logs, or of one
// that makes such an argument. path is what [Pass.Path] returns.
func (p *Pass) Shown(path []ast.Node) bool {
	if len(path) == 0 {
		return false
	}
	for i, n := range path[1:] {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn, _ := typeutil.Callee(p.TypesInfo, n).(*types.Func)
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
