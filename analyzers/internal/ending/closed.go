package ending

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// This file is about errors that say that a server was stopped.

// OnlyStopped reports whether e is true only when v says that the server was
// stopped: v == http.ErrServerClosed, errors.Is(v, http.ErrServerClosed).
func (en *Endings) OnlyStopped(e ast.Expr, v *types.Var) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		switch e.Op {
		case token.EQL:
			return en.src.IsVar(e.X, v) && en.isClosed(e.Y) || en.src.IsVar(e.Y, v) && en.isClosed(e.X)
		case token.LAND:
			// err != nil && err == http.ErrServerClosed
			return en.isNilCheck(e.X, v) && en.OnlyStopped(e.Y, v) || en.isNilCheck(e.Y, v) && en.OnlyStopped(e.X, v)
		}
	case *ast.CallExpr:
		return en.src.CalleeName(e) == "errors.Is" && len(e.Args) == 2 && en.src.IsVar(e.Args[0], v) && en.isClosed(e.Args[1])
	}
	return false
}

// wellBehind reports whether what follows cond, which looks whether v says that the
// server was stopped, takes a failure for success: the body goes on there, or is about
// the error itself, or leaves, and nothing but a return without an error is behind it.
func (en *Endings) wellBehind(cond *ast.IfStmt, v *types.Var) bool {
	list := cond.Body.List
	if len(list) == 0 || !en.Terminates(list[len(list)-1]) {
		return true
	}
	if call := en.ending(list); call != nil && en.src.Uses(call, v) {
		return true // log.Fatal(err)
	}
	at, _ := en.src.Find(cond)
	next, ok := following(at)
	if !ok {
		return true
	}
	r, ok := next.Node().(*ast.ReturnStmt)
	return ok && (len(r.Results) == 0 || en.src.Info.Types[r.Results[len(r.Results)-1]].IsNil())
}

// closedErrors say that a server was stopped.
var closedErrors = map[string]bool{
	"net/http.ErrServerClosed": true, "google.golang.org/grpc.ErrServerStopped": true, "net.ErrClosed": true,
	"github.com/quic-go/quic-go.ErrServerClosed": true, "github.com/gliderlabs/ssh.ErrServerClosed": true,
	"github.com/charmbracelet/ssh.ErrServerClosed": true, "charm.land/ssh.ErrServerClosed": true,
}

func (en *Endings) isClosed(e ast.Expr) bool {
	v, ok := en.src.Object(e).(*types.Var)
	return ok && v.Pkg() != nil && closedErrors[v.Pkg().Path()+"."+v.Name()]
}

// MentionsClosed reports whether n names an error that says that a server was
// stopped, or spells its text out.
func (en *Endings) MentionsClosed(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			v, ok := en.src.Info.Uses[n].(*types.Var)
			found = found || ok && v.Pkg() != nil && closedErrors[v.Pkg().Path()+"."+v.Name()]
		case *ast.BasicLit:
			found = found || n.Kind == token.STRING && strings.Contains(n.Value, "Server closed")
		}
		return !found
	})
	return found
}
