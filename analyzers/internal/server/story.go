package server

import (
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Story returns what happens to the server of l in this package: where it is
// made, and, once it is started, what may stop it.
func (sv *Servers) Story(l *Running) (made, then []origin.Hop) {
	if l.Life.Type == "" {
		return nil, nil
	}
	objs, _ := sv.ev.Close(l.Server).Objects()
	for _, o := range objs {
		if n := o.Node(); n != nil && n.Pos().IsValid() {
			made = append(made, origin.Hop{Pos: n.Pos(), Text: "the server is made"})
		}
	}
	server := sv.Identify(l.Server)
	for _, s := range sv.stops {
		if !s.stops(l.Life) || !server.Meets(sv.identityOf(&s.server)) {
			continue
		}
		text := s.Name + " stops it"
		if !s.Graceful {
			text += " abruptly"
		}
		then = append(then, origin.Hop{Pos: s.Pos(), Text: text})
	}
	for _, e := range sv.escaped {
		if e.typ == l.Life.Type && server.Meets(sv.identityOf(e)) && e.at != nil && !sv.late(e, l) {
			then = append(then, origin.Hop{Pos: e.at.Pos(), Text: "it is handed on here, to code that may stop it"})
		}
	}
	return made, then
}
