package sigterm

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// fix returns the fix of a subscription: SIGTERM is added when it is missing,
// in the place of a signal that never comes if there is one, and what else
// never comes is removed.
func fix(p *rule.Pass, s *program.Subscription, missing bool) *analysis.SuggestedFix {
	call := s.Call
	if s.First < 0 {
		return nil // the list is in the function that is called
	}
	never := untrappableArgs(p, s)
	if call.Ellipsis.IsValid() || len(never) < len(untrappable(s)) {
		return nil // in a list that others may use, or in another call
	}
	if missing && !harmless(p, s) || !missing && len(never) == len(call.Args)-s.First {
		return nil // with no signals left, Notify asks for all
	}
	return p.Fix(call, func(e *rule.Edit) string {
		if !missing {
			for _, i := range never {
				e.RemoveArg(call, i)
			}
			return "remove " + list(untrappable(s))
		}
		term := e.Use("syscall", "SIGTERM", call.Pos())
		if len(never) == 0 {
			e.AppendArg(call, term)
			return "wait for SIGTERM, too"
		}
		e.Replace(call.Args[never[0]], term)
		for _, i := range never[1:] {
			e.RemoveArg(call, i)
		}
		return "wait for SIGTERM instead of " + list(untrappable(s))
	})
}

// untrappableArgs returns the indexes of the arguments that are signals which
// cannot be caught.
func untrappableArgs(p *rule.Pass, s *program.Subscription) (at []int) {
	for i, arg := range s.Call.Args[s.First:] {
		if name := p.Program.Signal(arg); name == "SIGKILL" || name == "SIGSTOP" {
			at = append(at, i+s.First)
		}
	}
	return at
}

// harmless reports whether what is done for one more signal is what is done
// for the others. A context ends for each of them; of what comes out of a
// channel nothing may depend on which it is, or SIGTERM would be swallowed.
func harmless(p *rule.Pass, s *program.Subscription) bool {
	call := s.Call
	if s.In != "" {
		// A function that makes a context of them, or waits for them.
		return !tells(p.TypesInfo.TypeOf(call))
	}
	if fn := p.Program.Callee(call); fn == nil || fn.Name() != "Notify" {
		return true
	}
	var ch *types.Var
	switch c := ast.Unparen(call.Args[0]).(type) {
	case *ast.Ident:
		ch, _ = p.TypesInfo.ObjectOf(c).(*types.Var)
	case *ast.SelectorExpr:
		ch, _ = p.TypesInfo.ObjectOf(c.Sel).(*types.Var)
	}
	if ch == nil || ch.Exported() && !p.Program.Main {
		return false
	}
	received := false
	ok := everyUse(p, ch, func(path []ast.Node) bool {
		if sel, ok := path[1].(*ast.SelectorExpr); ok && sel.Sel == path[0] {
			path = path[1:]
		}
		switch n := path[1].(type) {
		case *ast.AssignStmt:
			return len(n.Rhs) == len(n.Lhs) && !slices.Contains(n.Rhs, path[0].(ast.Expr)) // it is made
		case *ast.ValueSpec, *ast.Field:
			return !isParameter(path)
		case *ast.KeyValueExpr:
			return n.Key == path[0]
		case *ast.CallExpr:
			if id, ok := n.Fun.(*ast.Ident); ok && p.TypesInfo.Uses[id] == types.Universe.Lookup("close") {
				return true
			}
			fn := p.Program.Callee(n)
			return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "os/signal"
		case *ast.UnaryExpr:
			received = true
			return n.Op == token.ARROW && indifferent(p, path[1:])
		case *ast.RangeStmt:
			received = true
			id, named := n.Key.(*ast.Ident)
			return n.X == path[0] && (n.Key == nil || named && onlyShown(p, id))
		}
		return false
	})
	return ok && received
}

// tells reports whether something of type t may tell which signal has come.
func tells(t types.Type) bool {
	results, ok := t.(*types.Tuple)
	if !ok {
		results = types.NewTuple(types.NewVar(token.NoPos, nil, "", t))
	}
	for v := range results.Variables() {
		switch source.Named(v.Type()) {
		case "context.Context", "context.CancelFunc":
			continue
		}
		return true
	}
	return false
}

// isParameter reports whether the field that path leads up to is one of a
// function's: what comes in there is made elsewhere.
func isParameter(path []ast.Node) bool {
	for _, n := range path {
		switch n.(type) {
		case *ast.FuncType:
			return true
		case *ast.StructType, *ast.GenDecl:
			return false
		}
	}
	return false
}

// indifferent reports whether nothing depends on the value of the expression
// that path begins with: it is dropped, or shown to somebody.
func indifferent(p *rule.Pass, path []ast.Node) bool {
	e := path[0].(ast.Expr)
	switch n := path[1].(type) {
	case *ast.ParenExpr:
		return indifferent(p, path[1:])
	case *ast.ExprStmt:
		return true
	case *ast.AssignStmt:
		if len(n.Lhs) > 2 || n.Rhs[0] != e {
			return false
		}
		id, ok := n.Lhs[0].(*ast.Ident)
		return ok && onlyShown(p, id)
	case *ast.ValueSpec:
		return len(n.Names) == 1 && onlyShown(p, n.Names[0])
	}
	return p.Shown(path)
}

// onlyShown reports whether the value of the variable that id declares is
// looked at by nobody but people.
func onlyShown(p *rule.Pass, id *ast.Ident) bool {
	if id.Name == "_" {
		return true
	}
	v, ok := p.TypesInfo.Defs[id].(*types.Var)
	return ok && everyUse(p, v, func(path []ast.Node) bool { return path[0] == id || indifferent(p, path) })
}

// everyUse reports whether ok holds for each identifier of v in the package,
// given with what is around it.
func everyUse(p *rule.Pass, v *types.Var, ok func(path []ast.Node) bool) bool {
	for _, ids := range []map[*ast.Ident]types.Object{p.TypesInfo.Defs, p.TypesInfo.Uses} {
		for id, obj := range ids {
			if obj == v && !ok(p.Path(id)) {
				return false
			}
		}
	}
	return true
}
