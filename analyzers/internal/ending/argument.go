package ending

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Argument returns the text that an argument of the command line has wherever n
// runs: if len(os.Args) > 1 && os.Args[1] == "dev". It is "" when there is none,
// or when the function around n is called with and without one.
func (en *Endings) Argument(n ast.Node) string { return en.argument(n, make(map[*types.Func]bool)) }

func (en *Endings) argument(n ast.Node, seen map[*types.Func]bool) string {
	for _, c := range en.Conditions(n) {
		if c.Not || len(c.Is) != 1 || !en.fromArguments(c.Of) {
			continue
		}
		if t, ok := en.src.ConstantText(c.Is[0]); ok && t != "" {
			return t
		}
	}
	fn := en.src.EnclosingFunc(n.Pos())
	if fn == nil || seen[fn] {
		return ""
	}
	seen[fn] = true
	name := ""
	calls, _ := en.src.Calls(fn)
	for _, call := range calls {
		one := en.argument(call, seen)
		if one == "" {
			return ""
		}
		name = one
	}
	return name
}

// fromArguments reports whether e is a word of the command line that is no
// flag's.
func (en *Endings) fromArguments(e ast.Expr) bool {
	v := en.ev.Close(en.ev.Eval(e))
	words := slices.DeleteFunc(slices.Clone(v.Alts), func(a origin.Alt) bool {
		t, known := a.Text()
		return known && t == "" // none is given
	})
	return len(words) == 1 && len(words[0].Pieces) == 1 && words[0].Pieces[0].Kind == origin.Flag && words[0].Pieces[0].Text == ""
}
