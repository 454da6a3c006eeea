package ending

import (
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// IsTask reports whether a function of this signature may be any piece of work: it takes
// nothing, or a context or why it is called, and returns nothing, or an error.
func IsTask(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if source.Named(v.Type()) != "context.Context" && !source.IsError(v.Type()) {
			return false
		}
	}
	return source.NoneOrError(sig.Results())
}

// IsTaskOf is IsTask for the type of a value; what is no function is none.
func IsTaskOf(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && IsTask(sig)
}

// TakesTask reports whether fn is exported and is given a piece of work, or a collection of
// such: see [IsTask].
func TakesTask(fn *types.Func) bool {
	for v := range fn.Signature().Params().Variables() {
		if fn.Exported() && (IsTaskOf(v.Type()) || source.Elem(v.Type()) != nil && IsTaskOf(source.Elem(v.Type()))) {
			return true
		}
	}
	return false
}
