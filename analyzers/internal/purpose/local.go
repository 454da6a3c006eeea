package purpose

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// LocalByDesign reports whether l is meant for this machine only: port 0 on
// loopback, the callback of an interactive login, or loopback in another network
// namespace, that of a container.
func (p *Purposes) LocalByDesign(l *listener.Listener) bool {
	if l.Socket() {
		return true
	}
	if l.Serving {
		return len(l.Bound) > 0 && !slices.ContainsFunc(l.Bound, func(b *listener.Listener) bool { return !p.LocalByDesign(b) })
	}
	return l.DefaultsToLoopback() && (l.PortZero() || p.LoginCallback() || p.imports("github.com/vishvananda/netns"))
}

// imports reports whether the package imports the one with this path.
func (p *Purposes) imports(path string) bool {
	return slices.ContainsFunc(p.src.Pkg.Imports(), func(imp *types.Package) bool { return imp.Path() == path })
}

// LoginCallback reports whether the package does interactive logins, or opens
// a browser.
func (p *Purposes) LoginCallback() bool {
	if p.imports("golang.org/x/oauth2") {
		return true
	}
	if len(p.ev.CallsWith(catalog.Desktop)) > 0 {
		return true
	}
	runs := func(fn *types.Func) bool { return source.IsFunc(fn, "os/exec", "Command", "CommandContext") }
	for _, call := range p.src.CallsTo(runs) {
		for _, a := range call.Args {
			if t, ok := p.ev.Eval(a).Single(); ok && (t == "xdg-open" || t == "open" || t == "rundll32") {
				return true
			}
		}
	}
	return false
}

// Names returns the identifiers around l that may tell what it is for: the
// package, the functions and types around it, and what its address, handler
// and server are called.
func (p *Purposes) Names(l *listener.Listener) []string {
	names := append(p.found.Around(l), source.Identifiers(l.Node)...)
	if l.AddrExpr != nil {
		names = append(names, source.Identifiers(l.AddrExpr)...)
	}
	for _, part := range []address.Part{l.Host, l.Port} {
		if e := part.Anchor(); e != nil {
			names = append(names, source.Identifiers(e)...)
		}
	}
	if l.ServedBy != nil && l.ServedBy.Node != nil {
		names = append(names, source.Identifiers(l.ServedBy.Node)...)
	}
	return names
}

// Subcommand returns the name of the command of a command-line library whose
// action starts l: the first word of Use or Name in the struct literal that
// holds the action; or the argument of the command line that the way to l asks
// for. It is "" when there is none in sight.
func (p *Purposes) Subcommand(l *listener.Listener) string {
	targets := map[*types.Func]bool{}
	if l.Fn != nil {
		targets[l.Fn] = true
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
	for _, lit := range p.src.Structs() {
		n, ok := p.src.LiteralType(lit).(*types.Named)
		if !ok || n.Obj().Name() != "Command" || n.Obj().Pkg() == p.src.Pkg {
			continue
		}
		use, holds := "", lit.Pos() <= l.Node.Pos() && l.Node.End() <= lit.End()
		for _, el := range lit.Elts {
			kv, ok := el.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			if id, ok := kv.Key.(*ast.Ident); ok && (id.Name == "Use" || id.Name == "Name") {
				if t, ok := p.ev.Eval(kv.Value).Single(); ok {
					use, _, _ = strings.Cut(strings.TrimSpace(t), " ")
				}
			}
			ast.Inspect(kv.Value, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CompositeLit:
					return false // a command below this one
				case *ast.Ident:
					if fn, ok := p.src.Info.Uses[n].(*types.Func); ok && targets[fn.Origin()] {
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
	if name == "" {
		name = p.found.Endings.Argument(l.Node)
	}
	return name
}
