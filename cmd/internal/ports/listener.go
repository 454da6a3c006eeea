package ports

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// What follows is one listener: as its package makes it, and as the program
// gets it.

// Listener is one place where a program binds a port.
type Listener struct {
	analyzers.PlanListener
	File   string // where the program makes it
	Line   int
	Column int
	Bind   Position // where the API that binds is called, when that is elsewhere
	// Reached tells how main gets there: "calls", or "references" when only
	// the names of functions are known to lead there.
	Reached string
	Health  []string // paths that look like a health endpoint, or grpc
	// HealthShared reports whether another listener may have these instead.
	HealthShared bool
	HealthNone   bool     // it is certain that there is none
	Signals      []string // that make it stop, "" where that is not known
	SignalsNone  bool     // it is certain that none does
	Stopped      Position // where it is stopped
}

// Position is a place in a source file.
type Position struct {
	File         string
	Line, Column int
}

// String returns file:line:column, without what is not known.
func (p Position) String() string { return driver.Position(p.File, p.Line, p.Column) }

// Position returns where the listener is made.
func (l *Listener) Position() Position { return Position{l.File, l.Line, l.Column} }

// sameBind reports whether two listeners bind by one call.
func sameBind(a, b analyzers.PlanListener) bool { return a.API == b.API && a.At == b.At }

// listener returns the listener r of pkg.
func (w *world) listener(r analyzers.PlanListener, pkg *driver.Planned, how string, reach *reached) *Listener {
	l := &Listener{PlanListener: r, Reached: how}
	for _, from := range reach.packages {
		for _, m := range from.Made {
			if sameBind(m, r) && reach.funcs[m.Func] {
				l.Bind = position(from, m.Place)
				l.learn(m)
				if m.StopAt != "" {
					l.Stopped = position(from, m.StopAt)
				}
			}
		}
	}
	at := l.Bind
	if r.Place != "" {
		at = position(pkg, r.Place)
	}
	if r.StopAt != "" {
		l.Stopped = position(pkg, r.StopAt)
	}
	if at.File == "" { // of another module
		file, line, _ := strings.Cut(r.At, ":")
		at.File = file
		at.Line, _ = strconv.Atoi(line)
	}
	l.File, l.Line, l.Column = at.File, at.Line, at.Column
	if l.Bind.File == at.File && l.Bind.Line == at.Line {
		l.Bind = Position{}
	}
	return l
}

// learn fills what l, as it is for its caller, does not tell from m, as it is
// where it is made: there, what serves on it is known.
func (l *Listener) learn(m analyzers.PlanListener) {
	if l.Stop == "" || l.Stop == m.Stop && m.StopAt != "" {
		l.Stop, l.Stops = m.Stop, m.Stops
	}
	if l.Proto == "" || l.Proto == "tls" {
		l.Proto = m.Proto
	}
	l.GRPC = l.GRPC || m.GRPC
	l.TLS = l.TLS || m.TLS
	if l.Role == "" {
		l.Role = m.Role
	}
	if len(l.Handlers) == 0 {
		l.Handlers = m.Handlers
	}
}

// placed reports whether r, a server put on a listener, is put on one that is
// listed by itself where it is made.
func (w *world) placed(r analyzers.PlanListener, reach *reached) bool {
	return r.Elsewhere && slices.ContainsFunc(reach.packages, func(p *driver.Planned) bool {
		return slices.ContainsFunc(p.Made, func(m analyzers.PlanListener) bool { return m.Placed && sameBind(m, r) })
	})
}

// position returns the place of a package, "file:line:column".
func position(pkg *driver.Planned, place string) Position {
	parts := strings.Split(place, ":")
	if len(parts) < 3 {
		return Position{}
	}
	n := len(parts)
	line, _ := strconv.Atoi(parts[n-2])
	column, _ := strconv.Atoi(parts[n-1])
	return Position{filepath.Join(pkg.Dir, strings.Join(parts[:n-2], ":")), line, column}
}

// RoleName says whom the listener is for: public is the program's users.
func (l *Listener) RoleName() string {
	switch {
	case l.Role != "":
		return l.Role
	case l.Local:
		return "local"
	}
	return "public"
}

// Protocol returns what is spoken, "unknown" when that is not known.
func (l *Listener) Protocol() string {
	switch {
	case l.GRPC:
		return "grpc"
	case l.Proto == "":
		return "unknown"
	case l.TLS && l.Proto == "http":
		return "https"
	}
	return l.Proto
}

// Network returns tcp, udp, unix …, "unknown" when that is not known.
func (l *Listener) Network() string {
	if l.Net == "" || l.AnyNet {
		return "unknown"
	}
	return l.Net
}
