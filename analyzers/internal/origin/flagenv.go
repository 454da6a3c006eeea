package origin

import (
	"go/ast"
	"go/types"
	"strings"
)

// What follows is about flags whose definitions name variables of the environment.

// flagEnv returns the environment variables and the default of the flag
// called name, as its definition in this package says:
// &cli.StringFlag{Name: "addr", EnvVars: []string{"ADDR"}}. It is Unknown for
// flags defined elsewhere.
func (ev *Evaluator) flagEnv(name string) Value {
	found := Value{}
	for _, lit := range ev.src.Structs() {
		var def, env ast.Expr
		same := false
		for _, el := range lit.Elts {
			kv, ok := el.(*ast.KeyValueExpr)
			if !ok {
				break
			}
			id, ok := kv.Key.(*ast.Ident)
			if !ok {
				break
			}
			if v, ok := ev.info.Uses[id].(*types.Var); !ok || v.Pkg() == ev.pkg {
				break
			}
			switch id.Name {
			case "Name":
				t, ok := ev.Eval(kv.Value).Single()
				same = ok && t == name
			case "Value":
				def = kv.Value
			case "EnvVars", "EnvVar", "Sources":
				env = kv.Value
			}
		}
		if !same {
			continue
		}
		if env != nil {
			found = union(found, ev.flagVariables(env, lit))
		}
		if def != nil {
			found = union(found, ev.Eval(def).AsDefault())
		} else {
			found = union(found, hole(Piece{Kind: Flag, Text: name}))
		}
	}
	return ev.orUnknown(found)
}

// flagVariables returns the variables that env names, of the flag that lit defines: a list
// of texts, one with commas, or what a function makes of some.
func (ev *Evaluator) flagVariables(env ast.Expr, lit *ast.CompositeLit) (found Value) {
	number := false
	if st, ok := ev.info.TypeOf(lit).Underlying().(*types.Struct); ok {
		for f := range st.Fields() {
			b, basic := f.Type().Underlying().(*types.Basic)
			number = number || f.Name() == "Value" && basic && b.Info()&types.IsInteger != 0
		}
	}
	ast.Inspect(env, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || ev.info.Types[e].Value == nil {
			return true
		}
		t, known := ev.Eval(e).Single()
		for name := range strings.SplitSeq(t, ",") {
			if name = strings.TrimSpace(name); known && name != "" {
				p := Piece{Kind: Env, Text: name}
				p.Number = number
				found = union(found, hole(p))
			}
		}
		return false
	})
	if len(found.Alts) == 0 {
		return hole(Piece{Kind: Env})
	}
	return found
}
