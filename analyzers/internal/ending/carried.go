package ending

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// Carried returns where what the call at cur returns, an error, goes with all that only carries
// it: texts, other errors, attributes and entries of logs that are made of it.
// Have: log.Warn("closed", zap.Error(f())); log.Print(fmt.Errorf("serve: %w", f())); log.WithError(f()).Warn("closed")
func (en *Endings) Carried(cur inspector.Cursor) inspector.Cursor {
	for {
		parent := cur.Parent()
		switch n := parent.Node().(type) {
		case *ast.BinaryExpr:
			if n.Op != token.ADD {
				return cur
			}
		case *ast.ParenExpr, *ast.KeyValueExpr, *ast.CompositeLit:
		case *ast.SelectorExpr: // of what carries it, or of the error: f().Error()
			if parent.ParentEdgeKind() != edge.CallExpr_Fun {
				return cur
			}
			parent = parent.Parent()
		case *ast.CallExpr:
			if cur.ParentEdgeKind() != edge.CallExpr_Args || !en.carries(n) {
				return cur
			}
		default:
			return cur
		}
		cur = parent
	}
}

// carries reports whether call only makes one value of what it is given, as far as can be told: it
// is a conversion, or calls a function of a library, or one of the program that does nothing but to
// return what such a function makes.
func (en *Endings) carries(call *ast.CallExpr) bool {
	if en.src.Info.Types[call.Fun].IsType() {
		return true
	}
	fn := en.src.Callee(call)
	if fn == nil || fn.Pkg() == nil || fn.Signature().Results().Len() != 1 || en.Exits(call) || en.MayExit(fn) {
		return false
	}
	if b, ok := fn.Signature().Results().At(0).Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 {
		return false // whether or how often something was done
	}
	body := en.src.Body(fn, nil)
	if body == nil {
		return !en.src.OfOwnModules(fn) || Logs(fn.Name()) || en.Silent(fn)
	}
	if len(body.List) != 1 {
		return false
	}
	r, ok := body.List[0].(*ast.ReturnStmt)
	if !ok || len(r.Results) != 1 {
		return false
	}
	made, ok := ast.Unparen(r.Results[0]).(*ast.CallExpr)
	return ok && en.src.Decl(en.src.Callee(made)) == nil && en.carries(made)
}

// endOf returns the call that ends the process with what the call at cur returns, when that is
// carried there; else nil.
// Have: log.Fatal("closed", zap.Error(srv.ListenAndServe()))
func (en *Endings) endOf(cur inspector.Cursor) *ast.CallExpr {
	top := en.Carried(cur)
	if top == cur {
		return nil
	}
	for _, n := range []ast.Node{top.Node(), top.Parent().Node()} {
		if call, ok := n.(*ast.CallExpr); ok && (en.Exits(call) || en.ExitsInside(call)) {
			return call
		}
	}
	return nil
}
