package listener

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/origin"
)

// developing are words in the name of a command that say that it is for whoever
// works on the program.
var developing = []string{"dev", "develop", "development", "debug", "local", "test", "mock", "fake", "demo", "example", "sample", "playground"}

// ForDeveloper reports whether l is started by a command of the program that is
// for whoever works on it: app dev, app mock-upstream.
func (fi *Finder) ForDeveloper(l *Listener) bool {
	if l.Node == nil {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(fi.Subcommand(l)), func(r rune) bool { return r == '-' || r == '_' || r == ':' })
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(developing, w) })
}

// argument returns the text that an argument of the command line has wherever n
// runs: if len(os.Args) > 1 && os.Args[1] == "dev". It is "" when there is none,
// or when the function around n is called with and without one.
func (fi *Finder) argument(n ast.Node, seen map[*types.Func]bool) string {
	for _, c := range fi.Endings.Conditions(n) {
		if c.Not || len(c.Is) != 1 || !fi.fromArguments(c.Of) {
			continue
		}
		if t, ok := fi.src.ConstantText(c.Is[0]); ok && t != "" {
			return t
		}
	}
	fn := fi.src.EnclosingFunc(n.Pos())
	if fn == nil || seen[fn] {
		return ""
	}
	seen[fn] = true
	name := ""
	calls, _ := fi.src.Calls(fn)
	for _, call := range calls {
		one := fi.argument(call, seen)
		if one == "" {
			return ""
		}
		name = one
	}
	return name
}

// fromArguments reports whether e is a word of the command line that is no
// flag's.
func (fi *Finder) fromArguments(e ast.Expr) bool {
	v := fi.ev.Close(fi.ev.Eval(e))
	words := slices.DeleteFunc(slices.Clone(v.Alts), func(a origin.Alt) bool {
		t, known := a.Text()
		return known && t == "" // none is given
	})
	return len(words) == 1 && len(words[0].Pieces) == 1 && words[0].Pieces[0].Kind == origin.Flag && words[0].Pieces[0].Text == ""
}
