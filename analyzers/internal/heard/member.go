package heard

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about WaitGroups that several goroutines count themselves out of: who waits
// for one hears of nothing before the last of them is done.

// outlived reports whether o is a WaitGroup that the package keeps to itself, out of which
// a goroutine counts itself that stays, and that is started where the one with the body b is:
// that b is done is no news to who waits for the group.
// Have: a.wg.Add(2); go a.serve(); go a.work(ctx); a.wg.Wait()
func (he *Hearing) outlived(o types.Object, b *ast.BlockStmt) bool {
	v, ok := o.(*types.Var)
	if !ok || v.Pkg() != he.src.Pkg || v.Exported() && !he.src.Main {
		return false
	}
	if n := source.NamedOf(v.Type()); n == nil || source.Named(n) != "sync.WaitGroup" {
		return false
	}
	members, known := he.members(v, 0)
	if !known || !slices.Contains(members, b) {
		return false
	}
	from := he.goesFrom(b)
	return slices.ContainsFunc(members, func(m *ast.BlockStmt) bool {
		return m != b && he.stays(m, 0) && slices.ContainsFunc(he.goesFrom(m), func(fn ast.Node) bool { return slices.Contains(from, fn) })
	})
}

// members returns the bodies of the functions that count themselves out of v; known is
// false when others may.
func (he *Hearing) members(v *types.Var, depth int) (bodies []*ast.BlockStmt, known bool) {
	if depth > 3 || len(he.src.Variable(v).Derefs) > 0 {
		return nil, false
	}
	for _, use := range he.src.Variable(v).Uses {
		switch he.UsedTo(use) {
		case notice.UsedToTell:
			body := he.counted(use)
			if body == nil {
				return nil, false
			}
			bodies = append(bodies, body)
		case notice.UsedOtherwise:
			p := he.lentTo(use)
			if p == nil {
				return nil, false
			}
			more, ok := he.members(p, depth+1)
			if !ok {
				return nil, false
			}
			bodies = append(bodies, more...)
		}
	}
	return bodies, true
}

// counted returns the body of the function that the mention of a WaitGroup at use counts
// out of it: the one around Done, or the one given to Go.
func (he *Hearing) counted(use inspector.Cursor) *ast.BlockStmt {
	if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
		use = use.Parent()
	}
	sel, ok := use.Parent().Node().(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	if call, ok := use.Parent().Parent().Node().(*ast.CallExpr); ok && sel.Sel.Name == "Go" && len(call.Args) == 1 {
		return he.BodyOf(call.Args[0])
	}
	return source.BodyOf(he.src.Function(use.Node()))
}

// goesFrom returns the functions that start goroutines of the one with the body b.
func (he *Hearing) goesFrom(b *ast.BlockStmt) (from []ast.Node) {
	switch fn := he.src.Function(b).(type) {
	case *ast.FuncLit:
		if start := he.src.GoOf(fn); start != nil {
			from = append(from, he.src.Function(start))
		}
	case *ast.FuncDecl:
		f, ok := he.src.Info.Defs[fn.Name].(*types.Func)
		if !ok {
			return nil
		}
		calls, _ := he.src.Calls(f)
		for _, call := range calls {
			if he.src.IsGo(call) {
				from = append(from, he.src.Function(call))
			}
		}
	}
	return from
}
