package program

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Spot returns the node that a finding about part of l belongs on: the
// expression that fixes it, else the address that the API is given, else the
// call itself.
func (l *Listener) Spot(part Part) ast.Node {
	if e := part.Anchor(); e != nil {
		return e
	}
	if l.AddrExpr != nil {
		return l.AddrExpr
	}
	return l.Node
}

// AddrSpot returns the node that a finding about the whole address of l, and
// not about a literal in it, belongs on.
func (l *Listener) AddrSpot() ast.Node {
	if l.AddrExpr != nil {
		return l.AddrExpr
	}
	return l.Spot(l.Port)
}

// GivenAt reports whether spot is what the API of l, or a field of a server of
// another package, is given: what is done there concerns nothing else.
func (p *Program) GivenAt(l *Listener, spot ast.Node) bool {
	if l.Inherited {
		return false
	}
	if spot == l.AddrExpr {
		return true
	}
	cur, ok := p.src.Find(spot)
	if !ok {
		return false
	}
	var field types.Object
	switch n := cur.Parent().Node().(type) {
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && n.Value == spot {
			field = p.pass.TypesInfo.Uses[key]
		}
	case *ast.AssignStmt:
		if len(n.Lhs) == 1 && n.Rhs[0] == spot {
			if sel, ok := n.Lhs[0].(*ast.SelectorExpr); ok {
				field = p.pass.TypesInfo.Uses[sel.Sel]
			}
		}
	}
	v, ok := field.(*types.Var)
	return ok && v.IsField() && v.Pkg() != p.pass.Pkg && !slices.Contains(p.merged.Own, v.Pkg().Path())
}

// Route tells, for a message about part of l found at spot, where the value
// is written and where it goes, as far as that is not to be seen at spot:
// " (written at config.go:12, passed to net.Listen at server.go:39)". It is
// empty when there is nothing to add.
func (p *Program) Route(l *Listener, part Part, spot ast.Node) string {
	var notes []string
	here := p.At(spot.Pos())
	if _, at := part.Written(); at != "" && !part.writtenIn(spot, here) {
		notes = append(notes, "written at "+at)
	}
	if l.At != here || l.Inherited {
		notes = append(notes, "passed to "+l.API+" at "+l.At)
	}
	if len(notes) == 0 {
		return ""
	}
	return " (" + strings.Join(notes, ", ") + ")"
}

// writtenIn reports whether one of the part's literals stands in spot, which
// is on the line here.
func (p Part) writtenIn(spot ast.Node, here string) bool {
	return p.Value.Has(func(q origin.Piece) bool {
		if q.Kind != origin.Literal {
			return false
		}
		if q.Pos().IsValid() {
			return spot.Pos() <= q.Pos() && q.Pos() < spot.End()
		}
		return q.At == here
	})
}

// Cause identifies what is to blame for part of l, so that one literal that
// reaches several listeners is reported once.
func (l *Listener) Cause(part Part) string {
	if _, at := part.Written(); at != "" {
		return at + strings.Join(part.Known(), "|")
	}
	return fmt.Sprint(l.Spot(part).Pos())
}

// IsStd reports whether an import path is one of the standard library.
func IsStd(path string) bool { return source.IsStd(path) }

// OnlyValue returns what the package gives to a variable, when it does so once
// and nothing else can: nil if not.
func (p *Program) OnlyValue(v *types.Var) ast.Expr {
	if v.IsField() || v.Pkg() != p.pass.Pkg || v.Exported() && !p.Main {
		return nil
	}
	if e, result := p.src.OnlyAssigned(v); result < 0 {
		return e
	}
	return nil
}

// ListensUnseen reports whether a package that this one imports has a listener,
// and none is made by what this package calls.
func (p *Program) ListensUnseen() bool {
	return p.merged.Listens && !slices.ContainsFunc(p.Listeners, func(l *Listener) bool { return l.Inherited })
}

// services are the named ports that programs listen on.
var services = map[string]int{
	"http": 80, "https": 443, "domain": 53, "smtp": 25, "ssh": 22, "ftp": 21, "imap": 143, "imaps": 993,
	"ldap": 389, "ldaps": 636, "ntp": 123, "pop3": 110, "submission": 587, "telnet": 23, "tftp": 69,
	"http-alt": 8080, "syslog": 514, "snmp": 161,
}

// Ports returns the numbers of a port whose every origin is a literal. ok is
// false when it is not, or when a literal is no port.
func (l *Listener) Ports() (ports []int, ok bool) {
	if _, ok := l.Port.Fixed(); !ok {
		return nil, false
	}
	return l.ports(func(origin.Alt) bool { return true })
}

// FixedPorts is Ports for a message: where something in this package replaces
// a default of another, it leaves the default out.
func (l *Listener) FixedPorts() []int {
	ports, ok := l.ports(func(a origin.Alt) bool {
		return slices.ContainsFunc(a.Pieces, func(q origin.Piece) bool { return q.Anchor() != nil })
	})
	if !ok || len(ports) == 0 {
		ports, _ = l.Ports()
	}
	return ports
}

func (l *Listener) ports(include func(origin.Alt) bool) (ports []int, ok bool) {
	for _, a := range l.Port.Value.Alts {
		if !include(a) {
			continue
		}
		t, _ := a.Text()
		n, err := strconv.Atoi(t)
		if err != nil {
			n, ok = services[t]
			if t != "" && !ok {
				return nil, false
			}
		}
		if n < 0 || n > 65535 {
			return nil, false
		}
		ports = append(ports, n)
	}
	return ports, true
}

// OnLoopback reports whether every known host of l is loopback and there is
// no other.
func (l *Listener) OnLoopback() bool {
	texts, ok := l.Host.Fixed()
	return ok && allLoopback(texts)
}

// DefaultsToLoopback reports whether there are known hosts and all of them are
// loopback.
func (l *Listener) DefaultsToLoopback() bool {
	texts := l.Host.Known()
	return len(texts) > 0 && allLoopback(texts)
}

func allLoopback(texts []string) bool {
	return !slices.ContainsFunc(texts, func(t string) bool { return !IsLoopback(t) })
}

// IsLoopback reports whether host is the machine itself.
func IsLoopback(host string) bool {
	host = strings.ToLower(strings.Trim(host, "[]"))
	if host == "localhost" || host == "ip6-localhost" {
		return true
	}
	a, err := netip.ParseAddr(host)
	return err == nil && a.WithZone("").Unmap().IsLoopback()
}

// IsMulticast reports whether host is a multicast group.
func IsMulticast(host string) bool {
	a, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && a.IsMulticast()
}

// Socket reports whether l is not on a port at all: a unix or raw socket.
func (l *Listener) Socket() bool {
	if strings.HasPrefix(l.Net, "unix") || strings.HasPrefix(l.Net, "ip") || l.Net == "vsock" {
		return true
	}
	for _, a := range l.Addr.Alts {
		if t, ok := a.Text(); ok && (strings.HasPrefix(t, "/") || strings.HasPrefix(t, "@") || strings.Contains(t, ".sock")) {
			return true
		}
	}
	return false
}

// PortZero reports whether one of the listener's ports is left to the system.
func (l *Listener) PortZero() bool {
	return slices.ContainsFunc(l.Port.Known(), func(t string) bool { return t == "0" || t == "" })
}

// LocalByDesign reports whether l is meant for this machine only: port 0 on
// loopback, or the callback of an interactive login.
func (p *Program) LocalByDesign(l *Listener) bool {
	if l.Socket() {
		return true
	}
	if l.Serving {
		return len(l.bound) > 0 && !slices.ContainsFunc(l.bound, func(b *Listener) bool { return !p.LocalByDesign(b) })
	}
	return l.DefaultsToLoopback() && (l.PortZero() || p.LoginCallback())
}

// LoginCallback reports whether the package does interactive logins, or opens
// a browser.
func (p *Program) LoginCallback() bool {
	for _, imp := range p.pass.Pkg.Imports() {
		if imp.Path() == "golang.org/x/oauth2" {
			return true
		}
	}
	if len(p.ev.CallsWith(catalog.Desktop)) > 0 {
		return true
	}
	runs := func(fn *types.Func) bool { return isFunc(fn, "os/exec", "Command", "CommandContext") }
	for _, call := range p.src.CallsTo(runs) {
		for _, a := range call.Args {
			if t, ok := single(p.ev.Eval(a)); ok && (t == "xdg-open" || t == "open" || t == "rundll32") {
				return true
			}
		}
	}
	return false
}

// Raw reports whether nothing that the catalogue knows serves on the
// listener: the program speaks a protocol of its own.
func (l *Listener) Raw() bool { return !l.Serves && !l.Serving && l.serving == nil }

// ServesTLS reports whether the package has a listener other than l that
// serves TLS.
func (p *Program) ServesTLS(l *Listener) bool {
	return slices.ContainsFunc(p.Listeners, func(o *Listener) bool { return o != l && o.TLS && !o.sameBind(l) })
}

// ServesPlain reports whether the package has a listener other than l that
// does not serve TLS.
func (p *Program) ServesPlain(l *Listener) bool {
	return slices.ContainsFunc(p.Listeners, func(o *Listener) bool {
		operator := o.Auxiliary() && o.Role != Redirect && o.Role != ACME
		return o != l && !o.TLS && !operator && !o.sameBind(l)
	})
}

// sameBind reports whether l and o are two views of one socket.
func (l *Listener) sameBind(o *Listener) bool { return l.serving == o || o.serving == l }

// closes reports whether the function that binds l also closes it, other than
// when it returns: what binds the port then is something else.
func (p *Program) closes(l *Listener) bool {
	if l.call == nil || l.Serves {
		return false
	}
	d := p.src.Enclosing(l.call.Pos())
	if d == nil || d.Body == nil {
		return false
	}
	v := p.holder(d, l.call)
	if v == nil {
		return false
	}
	found := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.DeferStmt:
			return false
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Close" {
				if id, ok := sel.X.(*ast.Ident); ok && p.pass.TypesInfo.Uses[id] == v {
					found = true
				}
			}
		}
		return !found
	})
	return found
}

// holder returns the variable of d that the first result of call is put into,
// or nil.
func (p *Program) holder(d *ast.FuncDecl, call *ast.CallExpr) *types.Var {
	var v *types.Var
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if as, ok := n.(*ast.AssignStmt); ok && len(as.Rhs) == 1 && ast.Unparen(as.Rhs[0]) == call {
			if id, ok := as.Lhs[0].(*ast.Ident); ok {
				v, _ = p.pass.TypesInfo.ObjectOf(id).(*types.Var)
			}
		}
		return v == nil
	})
	return v
}

// probes reports whether the listener that call makes is only closed, or asked
// for its address.
func (p *Program) probes(call *ast.CallExpr) bool {
	d := p.src.Enclosing(call.Pos())
	if d == nil || d.Body == nil {
		return false
	}
	v := p.holder(d, call)
	if v == nil {
		return false
	}
	closed, used := false, false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok && p.pass.TypesInfo.Uses[id] == v {
				switch n.Sel.Name {
				case "Close":
					closed = true
				case "Addr":
				default:
					used = true
				}
				return false
			}
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				return false
			}
		case *ast.Ident:
			used = used || p.pass.TypesInfo.Uses[n] == v
		}
		return true
	})
	return closed && !used
}

// Public returns the listeners of the program that serve its users over a
// port: those of this package and those made when imported packages are
// initialised (the commands of a command-line library).
func (p *Program) Public() []*Listener {
	var ls []*Listener
	all := slices.Clone(p.Listeners)
	for _, f := range p.merged.Init {
		all = append(all, p.decode(f, nil))
	}
	for _, l := range all {
		if l.Serving || l.Auxiliary() || l.dropped || p.LocalByDesign(l) || l.Net == "multicast" || l.Net == "raw" {
			continue
		}
		if l.Node != nil && !p.Reportable(l.Node.Pos()) {
			continue
		}
		ls = append(ls, l)
	}
	return ls
}

// Here reports whether l has a place in this package.
func (l *Listener) Here() bool { return l.Node != nil }

// MainFunc returns the name of func main, or nil.
func (p *Program) MainFunc() ast.Node {
	for _, fn := range p.src.Functions() {
		if fn.Name() == "main" && fn.Signature().Recv() == nil {
			return p.src.Decl(fn).Name
		}
	}
	return nil
}

// Names returns the identifiers around l that may tell what it is for: the
// package, the functions and types around it, and what its address, handler
// and server are called.
func (p *Program) Names(l *Listener) []string {
	names := append(p.surroundings(l), identifiers(l.Node)...)
	if l.AddrExpr != nil {
		names = append(names, identifiers(l.AddrExpr)...)
	}
	for _, part := range []Part{l.Host, l.Port} {
		if e := part.Anchor(); e != nil {
			names = append(names, identifiers(e)...)
		}
	}
	if l.serving != nil && l.serving.Node != nil {
		names = append(names, identifiers(l.serving.Node)...)
	}
	return names
}

// surroundings returns the names of the package, the function and the type
// that l stands in.
func (p *Program) surroundings(l *Listener) []string {
	names := []string{p.pass.Pkg.Name()}
	if d := p.src.Enclosing(l.Node.Pos()); d != nil {
		names = append(names, d.Name.Name)
		if d.Recv != nil {
			names = append(names, identifiers(d.Recv)...)
		}
	}
	return names
}

// identifiers returns the identifiers in n, but for those in the bodies of
// function literals.
func identifiers(n ast.Node) []string {
	var names []string
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.Ident:
			names = append(names, n.Name)
		}
		return true
	})
	return names
}

// Dials reports whether the function around l also connects to something: it
// may well be the server itself. It also reports functions that start a child
// process, which may be told the address.
func (p *Program) Dials(l *Listener) bool {
	d := p.src.Enclosing(l.Node.Pos())
	if d == nil || d.Body == nil {
		return false
	}
	found := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		if fn := p.src.Callee(call); fn != nil && fn.Pkg() != nil {
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

// Subcommand returns the name of the command of a command-line library whose
// action starts l: the first word of Use or Name in the struct literal that
// holds the action. It is "" when there is none in sight.
func (p *Program) Subcommand(l *Listener) string {
	targets := map[*types.Func]bool{}
	if l.fn != nil {
		targets[l.fn] = true
		for range 3 { // functions that the action calls
			for fn := range targets {
				calls, _ := p.src.Calls(fn)
				for _, c := range calls {
					if f := p.src.EnclosingFunc(c.Pos()); f != nil {
						targets[f] = true
					}
				}
			}
		}
	}
	name := ""
	for cur := range p.in.Root().Preorder((*ast.CompositeLit)(nil)) {
		lit := cur.Node().(*ast.CompositeLit)
		n, ok := p.literalType(lit).(*types.Named)
		if !ok || n.Obj().Name() != "Command" || n.Obj().Pkg() == p.pass.Pkg {
			continue
		}
		use, holds := "", lit.Pos() <= l.Node.Pos() && l.Node.End() <= lit.End()
		for _, el := range lit.Elts {
			kv, ok := el.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			if id, ok := kv.Key.(*ast.Ident); ok && (id.Name == "Use" || id.Name == "Name") {
				if t, ok := single(p.ev.Eval(kv.Value)); ok {
					use, _, _ = strings.Cut(strings.TrimSpace(t), " ")
				}
			}
			ast.Inspect(kv.Value, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CompositeLit:
					return false // a command below this one
				case *ast.Ident:
					if fn, ok := p.pass.TypesInfo.Uses[n].(*types.Func); ok && targets[fn.Origin()] {
						holds = true
					}
				}
				return true
			})
		}
		if holds && use != "" {
			name = use
		}
	}
	return name
}

// Origins describes the origins of a port other than literals, for messages:
// "flag -addr", "config key server.port".
func (p Part) Origins() []string {
	var out []string
	add := func(s string) {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	plain := false
	for _, a := range p.Value.Alts {
		for _, piece := range a.Pieces {
			switch piece.Kind {
			case origin.Flag:
				if piece.Text == "" {
					add("the command line")
				} else {
					add("flag -" + piece.Text)
				}
			case origin.Config:
				if piece.Text == "" {
					plain = true
				} else {
					add("configuration " + piece.Text)
				}
			}
		}
	}
	if plain && len(out) == 0 {
		add("configuration")
	}
	return out
}

// ACME reports whether the package gets its certificates by ACME.
func (p *Program) ACME() bool {
	for _, imp := range p.pass.Pkg.Imports() {
		switch imp.Path() {
		case "golang.org/x/crypto/acme/autocert", "github.com/caddyserver/certmagic":
			return true
		}
	}
	return false
}

// RedirectURL reports whether the package builds the URL that a login sends
// the browser back to.
func (p *Program) RedirectURL() bool {
	for cur := range p.in.Root().Preorder((*ast.BasicLit)(nil)) {
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
