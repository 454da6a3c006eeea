package listener

import (
	"go/ast"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/route"
)

// Conflict is two listeners that one process opens on one port of one network.
type Conflict struct {
	First, Second *Listener // in source order
	Port          int       // the port that both have, fixed or by default
	Env           string    // else the environment variable that decides both
}

// Part returns what in the port of l, one of the two, is to blame.
func (c Conflict) Part(l *Listener) address.Part {
	return address.Part{Value: origin.Value{Alts: slices.DeleteFunc(slices.Clone(l.Port.Value.Alts), func(a origin.Alt) bool {
		_, known := a.Text()
		return known == (c.Env != "")
	})}}
}

// Conflicts returns, for each listener that takes the port of one before it in
// the source, the first of those.
func (fi *Finder) Conflicts() []Conflict {
	var ls []contender
	for _, l := range fi.Listeners {
		if fi.competes(l) {
			ls = append(ls, fi.contenders(l)...)
		}
	}
	var out []Conflict
	for i, b := range ls {
		for _, a := range ls[:i] {
			c, same := samePort(a.Listener, b.Listener)
			if !same || !address.Overlap(&a.Binding, &b.Binding) || a.of != b.of && !(fi.apart(a.of, b.of, c) && fi.sharedFunc(a.of, b.of)) {
				continue
			}
			c.First, c.Second = a.Listener, b.Listener
			out = append(out, c)
			break
		}
	}
	return out
}

// contender is a listener as it is with one element of what a loop around it
// goes through, or as it is.
type contender struct {
	*Listener
	of *Listener
}

// contenders returns the listeners that l is, when it is one in each round of a
// loop.
func (fi *Finder) contenders(l *Listener) []contender {
	if len(l.Port.Value.Alts) < 2 || !fi.ways.EachRound(&l.Start) {
		return []contender{{l, l}}
	}
	var out []contender
	for _, b := range fi.Addresses.Elements(&l.Binding, l.made()) {
		one := *l
		one.Binding = *b
		out = append(out, contender{&one, l})
	}
	return out
}

// made returns the literals of the servers that l starts.
func (l *Listener) made() []ast.Node {
	var out []ast.Node
	servers, _ := l.Server.Objects()
	for _, s := range servers {
		if lit, ok := s.Node().(*ast.CompositeLit); ok {
			out = append(out, lit)
		}
	}
	return out
}

// competes reports whether l takes a port for itself.
func (fi *Finder) competes(l *Listener) bool {
	return l.Node != nil && !l.Serving && !l.Dropped && !l.Probe && !l.Spare && !l.Reuse && !l.Open() && l.Role != route.ACME &&
		(l.Net == "tcp" || l.Net == "udp") && !l.Socket() && !fi.closes(l) && fi.src.Reportable(l.Node.Pos())
}

// apart reports whether a and b are two sockets, and not two views, or two
// starts, of one.
func (fi *Finder) apart(a, b *Listener, c Conflict) bool {
	if a.Net != b.Net || a.sameBind(b) || a.Node == b.Node {
		return false
	}
	if sa, sb := serverOf(a), serverOf(b); sa != nil && sb != nil && sa.Node != nil && sb.Node != nil &&
		!(sa == sb && a.Inherited) && fi.Servers.ServerID(&sa.Running) == fi.Servers.ServerID(&sb.Running) {
		return false
	}
	if a.API == b.API && a.At == b.At {
		// One function that listens, called twice: with one value, by several
		// who need it; with two, for two listeners.
		_, at := a.Port.Written()
		_, other := b.Port.Written()
		return c.Env == "" && a.Inherited && b.Inherited && at != other
	}
	return true
}

// serverOf returns the listener that starts the server on l, or nil.
func serverOf(l *Listener) *Listener {
	switch {
	case l.ServedBy != nil:
		return l.ServedBy
	case l.Serves && len(l.Server.Alts) > 0:
		return l
	}
	return nil
}

// sharedFunc reports whether one function opens both.
func (fi *Finder) sharedFunc(a, b *Listener) bool {
	for _, fn := range fi.src.Functions() {
		ls := fi.perFunc[fn]
		if slices.Contains(ls, a) && slices.Contains(ls, b) && fi.ways.Together(fn, &a.Start, &b.Start) {
			return true
		}
	}
	return false
}

// samePort tells which port both listeners have, when all is as the program
// sets it, or which variable decides both.
func samePort(a, b *Listener) (Conflict, bool) {
	if n := address.OnePort(&a.Binding); n > 0 && n == address.OnePort(&b.Binding) {
		return Conflict{Port: n}, true
	}
	if v := address.OneVariable(&a.Binding); v != "" && v == address.OneVariable(&b.Binding) {
		return Conflict{Env: v}, true
	}
	return Conflict{}, false
}
