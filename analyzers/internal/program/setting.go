package program

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about the package around listeners.

// MainFunc returns the name of func main, or nil.
func (p *Program) MainFunc() ast.Node {
	for _, fn := range p.Functions() {
		if fn.Name() == "main" && fn.Signature().Recv() == nil {
			return p.Decl(fn).Name
		}
	}
	return nil
}

// Dials reports whether the function around l also connects to something: it
// may well be the server itself. It also reports functions that start a child
// process, which may be told the address.
func (p *Program) Dials(l *listener.Listener) bool {
	d := p.Enclosing(l.Node.Pos())
	return d != nil && d.Body != nil && p.dialsIn(d.Body)
}

// LookedAfter reports whether another method of the type whose method starts l connects to
// something, and uses a field that this does, too: it may well ask the server whether
// it is there.
func (p *Program) LookedAfter(l *listener.Listener) bool {
	start := p.EnclosingFunc(l.Node.Pos())
	if start == nil || start.Signature().Recv() == nil {
		return false
	}
	recv := source.NamedOf(source.RecvType(start))
	used := p.fieldsIn(p.Decl(start))
	return slices.ContainsFunc(p.Functions(), func(fn *types.Func) bool {
		d := p.Decl(fn)
		return fn != start && d != nil && d.Body != nil && fn.Signature().Recv() != nil && source.NamedOf(source.RecvType(fn)) == recv &&
			p.dialsIn(d.Body) && slices.ContainsFunc(p.fieldsIn(d), func(f *types.Var) bool { return slices.Contains(used, f) })
	})
}

// fieldsIn returns the fields of this package that d mentions.
func (p *Program) fieldsIn(d *ast.FuncDecl) []*types.Var {
	var fields []*types.Var
	ast.Inspect(d, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := p.Info.Uses[id].(*types.Var); ok && v.IsField() && v.Pkg() == p.Pkg {
				fields = append(fields, v.Origin())
			}
		}
		return true
	})
	return fields
}

// dialsIn reports whether a call in body connects to something.
func (p *Program) dialsIn(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		if fn := p.Callee(call); fn != nil && fn.Pkg() != nil {
			found = dialers[fn.FullName()]
		}
		return !found
	})
	return found
}

var dialers = map[string]bool{
	"golang.org/x/crypto/ssh.Dial": true, "(*golang.org/x/crypto/ssh.Client).Dial": true, "(*golang.org/x/crypto/ssh.Client).DialContext": true,
	"net.Dial": true, "net.DialTimeout": true, "net.DialTCP": true, "net.DialUDP": true,
	"(*net.Dialer).Dial": true, "(*net.Dialer).DialContext": true, "crypto/tls.Dial": true,
	"net/http.Get": true, "net/http.Post": true, "net/http.PostForm": true, "net/http.Head": true,
	"(*net/http.Client).Do": true, "(*net/http.Client).Get": true, "(*net/http.Client).Post": true,
	"google.golang.org/grpc.Dial": true, "google.golang.org/grpc.DialContext": true, "google.golang.org/grpc.NewClient": true,
	"os/exec.Command": true, "os/exec.CommandContext": true, "os.StartProcess": true,
}

// ACME reports whether the package gets its certificates by ACME.
func (p *Program) ACME() bool {
	for _, imp := range p.Pkg.Imports() {
		switch imp.Path() {
		case "golang.org/x/crypto/acme/autocert", "github.com/caddyserver/certmagic", "github.com/gin-gonic/autotls":
			return true
		}
	}
	return false
}

// RedirectURL reports whether the package builds the URL that a login sends
// the browser back to.
func (p *Program) RedirectURL() bool {
	for cur := range p.In.Root().Preorder((*ast.BasicLit)(nil)) {
		lit := cur.Node().(*ast.BasicLit)
		if lit.Kind != token.STRING {
			continue
		}
		if strings.Contains(lit.Value, "redirect_ur") || strings.Contains(lit.Value, "://") && strings.Contains(lit.Value, "callback") {
			return true
		}
	}
	return false
}

// LooksUp reports whether pkg, or what it imports, looks variables up.
func (f facts) LooksUp(pkg *types.Package) bool {
	var fact PortvetPackage
	return f.pass.ImportPackageFact(pkg, &fact) && len(fact.Env.Names) > 0
}
