package source

import (
	"go/ast"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ast/inspector"
)

// Most of a large package has nothing to do with listeners and servers. What
// follows tells which declarations may have, by what they mention.

// Below yields the nodes of the types of nodes in decls.
func Below(decls []inspector.Cursor, nodes ...ast.Node) iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for _, decl := range decls {
			for cur := range decl.Preorder(nodes...) {
				if !yield(cur) {
					return
				}
			}
		}
	}
}

// Gives reports whether who mentions obj may get a value from it whose type is
// one that is accepts.
func Gives(obj types.Object, is func(*types.Named) bool) bool {
	if fn, ok := obj.(*types.Func); ok {
		if recv := fn.Signature().Recv(); recv != nil && holds(recv.Type(), is, 0) {
			return true
		}
	}
	return holds(obj.Type(), is, 0)
}

// holds reports whether a value of type t is of a type that is accepts, or has
// one to give: as an element, a parameter or result, or the value of a generic
// type.
func holds(t types.Type, is func(*types.Named) bool, depth int) bool {
	if t == nil || depth > 5 {
		return false
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		if is(n) {
			return true
		}
		for a := range n.TypeArgs().Types() {
			if holds(a, is, depth+1) {
				return true
			}
		}
	}
	if sig, ok := t.Underlying().(*types.Signature); ok {
		of := func(vs *types.Tuple) bool {
			for v := range vs.Variables() {
				if holds(v.Type(), is, depth+1) {
					return true
				}
			}
			return false
		}
		return of(sig.Params()) || of(sig.Results())
	}
	return holds(Elem(t), is, depth+1)
}
