package invoked

import (
	"go/ast"
	"go/types"
	"strings"
)

// This file is about commands that are types with the methods of an interface.
// Have: func (c *Serve) Run(args []string) int, of a cli.Command

// commandMethod is a method by which a type is a command of a command-line library.
type commandMethod struct {
	library string // the path of its package
	of      *types.Interface
	name    string
}

// methodWork returns the command-line library that calls d, a method that this package does
// not use itself, since its type is a command of that, as the path of its package; or "".
func (iv *Invocations) methodWork(d *ast.FuncDecl) (library string) {
	fn, ok := iv.src.Info.Defs[d.Name].(*types.Func)
	if !ok || d.Recv == nil {
		return ""
	}
	for _, m := range iv.commandMethods() {
		if m.name != fn.Name() || !types.Implements(fn.Signature().Recv().Type(), m.of) {
			continue
		}
		if calls, _ := iv.src.Calls(fn); len(calls)+len(iv.src.MentionsOf(fn)) > 0 {
			return ""
		}
		return m.library
	}
	return ""
}

// commandMethods returns those of the libraries that this package imports, found once.
func (iv *Invocations) commandMethods() []commandMethod {
	if iv.methods != nil {
		return *iv.methods
	}
	iv.methods = new([]commandMethod)
	for _, imp := range iv.src.Pkg.Imports() {
		for _, r := range iv.ev.CommandRows(imp) {
			of, name, _ := strings.Cut(strings.TrimPrefix(r.Symbol, "("+imp.Path()+"."), ").")
			if tn, ok := imp.Scope().Lookup(of).(*types.TypeName); ok && types.IsInterface(tn.Type()) {
				*iv.methods = append(*iv.methods, commandMethod{imp.Path(), tn.Type().Underlying().(*types.Interface), name})
			}
		}
	}
	return *iv.methods
}
