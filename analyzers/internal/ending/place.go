package ending

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about functions that are called otherwise than by their names: for
// each request, or as the command that a line of words names.

// Answers reports whether a function of this type answers requests: it takes what
// net/http, or a framework's Context, says of one.
func Answers(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		n := source.NamedOf(v.Type())
		if n == nil || n.Obj().Pkg() == nil {
			continue
		}
		switch name := n.Obj().Name(); n.Obj().Pkg().Path() {
		case "net/http":
			return name == "ResponseWriter" || name == "Request"
		case "context":
			return false
		default:
			if frameworks[n.Obj().Pkg().Path()+"."+name] {
				return true
			}
		}
	}
	return false
}

// frameworks are the types by which frameworks tell handlers of a request.
var frameworks = map[string]bool{
	"github.com/labstack/echo/v4.Context":    true,
	"github.com/labstack/echo/v5.Context":    true,
	"github.com/gin-gonic/gin.Context":       true,
	"github.com/gofiber/fiber/v2.Ctx":        true,
	"github.com/gofiber/fiber/v3.Ctx":        true,
	"github.com/valyala/fasthttp.RequestCtx": true,
}

// works are the fields of commands that hold what they do, with the methods by
// which the library runs it.
var works = map[string][]string{
	"github.com/spf13/cobra.Command.Run":      {"(*github.com/spf13/cobra.Command).Execute"},
	"github.com/spf13/cobra.Command.RunE":     {"(*github.com/spf13/cobra.Command).Execute"},
	"github.com/urfave/cli.Command.Action":    {"(*github.com/urfave/cli.App).Run"},
	"github.com/urfave/cli.App.Action":        {"(*github.com/urfave/cli.App).Run"},
	"github.com/urfave/cli/v2.Command.Action": {"(*github.com/urfave/cli/v2.App).Run"},
	"github.com/urfave/cli/v2.App.Action":     {"(*github.com/urfave/cli/v2.App).Run"},
	"github.com/urfave/cli/v3.Command.Action": {"(*github.com/urfave/cli/v3.Command).Run"},
}

// Command tells whether fn, a declaration or literal, is what a command of a
// command-line library does, and returns the one call of this package that runs
// commands of that library, if there is one: when the command is done, so is that.
func (en *Endings) Command(fn ast.Node) (run *ast.CallExpr, ok bool) {
	cur, found := en.named(fn)
	if !found {
		return nil, false
	}
	by := works[en.fieldOf(cur)]
	if by == nil || en.worksOn() {
		return nil, false
	}
	calls := en.src.CallsTo(func(f *types.Func) bool {
		return slices.ContainsFunc(by, func(name string) bool { return strings.HasPrefix(f.FullName(), name) })
	})
	if len(calls) != 1 {
		return nil, true
	}
	return calls[0], true
}

// worksOn reports whether commands of this package do something when their work is
// done: they may wait for it.
func (en *Endings) worksOn() bool {
	return len(en.src.Mentions(func(o types.Object) bool {
		v, ok := o.(*types.Var)
		return ok && v.IsField() && v.Pkg() != nil && v.Pkg() != en.src.Pkg && (strings.HasSuffix(strings.TrimSuffix(v.Name(), "E"), "PostRun") || v.Name() == "After")
	})) > 0
}

// named returns where fn stands as a value, when nothing calls it by its name and
// it stands in one place.
func (en *Endings) named(fn ast.Node) (inspector.Cursor, bool) {
	switch fn := fn.(type) {
	case *ast.FuncLit:
		return en.src.Find(fn)
	case *ast.FuncDecl:
		f, ok := en.src.Info.Defs[fn.Name].(*types.Func)
		if !ok {
			break
		}
		calls, _ := en.src.Calls(f)
		mentions := en.src.MentionsOf(f)
		if len(calls) > 0 || len(mentions) != 1 {
			break
		}
		at := mentions[0]
		if at.ParentEdgeKind() == edge.SelectorExpr_Sel {
			at = at.Parent()
		}
		return at, true
	}
	return inspector.Cursor{}, false
}

// fieldOf returns the field of a struct that the expression at cur is the value of,
// in a composite literal or an assignment, as package.Type.Field; or "".
func (en *Endings) fieldOf(cur inspector.Cursor) string {
	switch n := cur.Parent().Node().(type) {
	case *ast.KeyValueExpr:
		key, isKey := n.Key.(*ast.Ident)
		lit, isLit := cur.Parent().Parent().Node().(*ast.CompositeLit)
		if isKey && isLit && n.Value == cur.Node() {
			return fieldName(en.src.Info.TypeOf(lit), key.Name)
		}
	case *ast.AssignStmt:
		if len(n.Lhs) != 1 || n.Rhs[0] != cur.Node() {
			break
		}
		if sel, ok := ast.Unparen(n.Lhs[0]).(*ast.SelectorExpr); ok {
			return fieldName(en.src.Info.TypeOf(sel.X), sel.Sel.Name)
		}
	}
	return ""
}

// fieldName returns the name of a field of t, or of what t points to, as
// package.Type.Field.
func fieldName(t types.Type, field string) string {
	if n := source.NamedOf(t); n != nil {
		return source.Named(n) + "." + field
	}
	return ""
}

// Handler returns where fn, a declaration or literal, is registered or handed on as
// what answers requests; it runs beside all that comes after that.
func (en *Endings) Handler(fn ast.Node) (ast.Node, bool) {
	cur, ok := en.named(fn)
	if !ok {
		return nil, false
	}
	e, isExpr := cur.Node().(ast.Expr)
	if !isExpr || source.CallOf(cur) != nil {
		return nil, false
	}
	sig, isFunc := en.src.Info.TypeOf(e).Underlying().(*types.Signature)
	return cur.Parent().Node(), isFunc && Answers(sig)
}
