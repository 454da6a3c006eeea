package listener

import "go/ast"

// Rounds returns l as it is with each element of what a loop around it goes
// through, when all of them are open at one time; else l alone.
func (fi *Finder) Rounds(l *Listener) []*Listener {
	if l.Node == nil || len(l.Port.Value.Alts) < 2 && len(l.Host.Value.Alts) < 2 || !fi.ways.EachRound(&l.Start) {
		return []*Listener{l}
	}
	var out []*Listener
	for _, b := range fi.Addresses.Elements(&l.Binding, l.made()) {
		one := *l
		one.Binding = *b
		out = append(out, &one)
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
