package program

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// decideLife finds out for every server started what stops it.
func (p *Program) decideLife() {
	for _, l := range p.Listeners {
		if !l.Serves || l.inner&LifeDecided != 0 {
			continue
		}
		if p.isOwned(l) {
			l.Life.Owned = true
		}
		switch {
		case l.Life.None && !l.Life.Owned:
			if l.Own || ownModule(p.pass) {
				l.resolved |= LifeDecided
			}
		case l.Life.final():
			l.resolved |= LifeDecided
		default:
			p.stoppedBy(l)
		}
	}
}

// isOwned reports whether the start stands in something that is given to a
// library that owns its life.
func (p *Program) isOwned(l *Listener) bool {
	for _, n := range p.owned {
		if n.Pos() <= l.Node.Pos() && l.Node.End() <= n.End() {
			return true
		}
	}
	return false
}

func (p *Program) stoppedBy(l *Listener) {
	server := p.identify(l.Server)
	if server.any {
		l.Life.Escaped = true // who made it is not known
		l.resolved |= LifeDecided
		return
	}
	for _, s := range p.stops {
		if !s.stops(l.Life) || !server.meets(p.identityOf(&s.server)) {
			continue
		}
		if s.graceful {
			l.Life.Stopped = true
		} else {
			l.Life.Closed = true
		}
	}
	for _, e := range p.escaped {
		if e.typ == l.Life.Type && server.meets(p.identityOf(e)) {
			l.Life.Escaped = true
		}
	}
	if !server.open || l.Life.final() {
		l.resolved |= LifeDecided
	}
}

// identity is what is known of which server a value is.
type identity struct {
	// names are places where the server may be made, and the fields and
	// parameters through which it is reached where that is not known.
	names []string
	sites []string // the places among names
	any   bool     // it may be any server
	open  bool     // callers tell what it is
}

// meets reports whether two values may be one server. A field that importers
// can set does not meet a server made here: putting that one into the field is
// an escape of its own. The parameters of two functions do not meet either:
// it is their callers who see that they are given the same.
func (a identity) meets(b identity) bool {
	return a.any || b.any || slices.ContainsFunc(a.names, func(n string) bool { return slices.Contains(b.names, n) })
}

// identityOf is identify for a server that is asked for again and again.
func (p *Program) identityOf(h *handle) identity {
	if h.id == nil {
		id := p.identify(h.value)
		h.id = &id
	}
	return *h.id
}

func (p *Program) identify(v origin.Value) identity {
	var id identity
	if len(v.Alts) == 0 {
		id.any = true
	}
	for _, a := range v.Alts {
		if a.Obj != nil {
			p.identifyObject(a.Obj, &id)
			continue
		}
		if len(a.Pieces) != 1 || a.Pieces[0].Kind != origin.Param || a.Pieces[0].Func() == nil {
			id.any = true
			continue
		}
		hole := a.Pieces[0]
		closed, all := p.ev.Close(origin.Value{Alts: []origin.Alt{a}}).Objects()
		for _, o := range closed {
			p.identifyObject(o, &id)
		}
		id.names = append(id.names, hole.Place())
		id.open = id.open || !all
	}
	return id
}

func (p *Program) identifyObject(o *origin.Object, id *identity) {
	if o.Handled || p.strangerMade(o) {
		id.any = true
		return
	}
	id.names = append(id.names, o.Site)
	id.sites = append(id.sites, o.Site)
}

// strangerMade reports whether a server comes out of a call of code that is
// not known, other than the constructor beside its type: that code may stop
// it as well.
func (p *Program) strangerMade(o *origin.Object) bool {
	call, ok := o.Node().(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := p.src.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return true
	}
	return fn.Pkg().Path() != packageOf(o.Type)
}

// packageOf returns the import path in the name of a type, or "".
func packageOf(typ string) string { return typ[:max(strings.LastIndexByte(typ, '.'), 0)] }

// handled reports whether a server made here is stopped or leaves this
// package's sight other than by being returned, so that a package that is
// given it need not stop it.
func (p *Program) handled(o *origin.Object) bool {
	for _, s := range p.stops {
		if s.server.typ == o.Type && s.graceful && slices.Contains(p.identityOf(&s.server).names, o.Site) {
			return true
		}
	}
	return false
}

// ServerID identifies the server that l starts, so that one value started in
// two branches is one finding.
func (p *Program) ServerID(l *Listener) string {
	sites := p.identify(l.Server).sites
	if len(sites) == 0 {
		return p.pass.Fset.Position(l.Node.Pos()).String()
	}
	return slices.Min(sites)
}

// Serverless reports whether the package is an entry point of a platform that
// calls functions: what it serves itself is for local work.
func (p *Program) Serverless() bool {
	return slices.ContainsFunc(p.ev.CallsWith(catalog.Owner), func(c *ast.CallExpr) bool {
		r := p.ev.Row(p.src.Callee(c), catalog.Owner)
		return r != nil && r.Role == "entry"
	})
}
