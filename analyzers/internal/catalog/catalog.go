// Package catalog says what the APIs of the world do with listen addresses
// and servers: which calls bind, start, stop or wrap a server, and which
// read the environment, flags and configuration.
//
// The facts are data, one line per API, in the text files beside this one;
// their header (std.txt) explains the format. The same format, in a user's
// settings, adds in-house APIs. Only the sections of packages that the
// analysed package names are ever parsed, so a larger catalogue does not
// make start-up slower.
package catalog

import (
	"slices"
	"strings"
	"sync"
)

// Catalog answers what an API does. It parses a package's section the first
// time that the package is asked for.
type Catalog struct {
	own []Row

	mu   sync.Mutex
	pkgs map[string]*Package
}

// New returns a catalogue of the built-in rows and own.
func New(own []Row) *Catalog {
	return &Catalog{own: own, pkgs: make(map[string]*Package)}
}

// Package holds the rows of one package by symbol.
type Package struct {
	rows      map[string][]*Row
	listening map[string]bool // see Listening
	muxes     map[string]bool // see Mux
	keyed     bool            // see Keyed
	commands  bool            // it has some, see Commands
}

// Package returns the rows of the package with the given import path, or nil
// when the catalogue does not know it.
func (c *Catalog) Package(path string) *Package {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p, ok := c.pkgs[path]; ok {
		return p
	}
	var p *Package
	add := func(r *Row) {
		if p == nil {
			p = &Package{rows: make(map[string][]*Row), listening: make(map[string]bool), muxes: make(map[string]bool)}
		}
		p.rows[r.Symbol] = append(p.rows[r.Symbol], r)
		p.noteListening(r)
		p.keyed = p.keyed || r.Kind == Implicit && r.Role == "keys"
		p.noteMux(r)
		p.commands = p.commands || r.isCommand()
	}
	for _, s := range sectionsOf(path) {
		rows, err := parseSection(path, s, false)
		if err != nil {
			panic(err) // a test parses every section
		}
		for i := range rows {
			add(&rows[i])
		}
	}
	for i := range c.own {
		if c.own[i].Package == path {
			add(&c.own[i])
		}
	}
	c.pkgs[path] = p
	return p
}

// Rows returns the rows of a symbol; a nil Package has none. Most symbols
// have one row; a call that does two things has two.
func (p *Package) Rows(symbol string) []*Row {
	if p == nil {
		return nil
	}
	return p.rows[symbol]
}

// Row returns the row of the given kind of a symbol, or nil.
func (p *Package) Row(symbol string, kind Kind) *Row {
	for _, r := range p.Rows(symbol) {
		if r.Kind == kind {
			return r
		}
	}
	return nil
}

// OnlyAbrupt reports whether the package has servers, and none that can be
// stopped gracefully.
func (p *Package) OnlyAbrupt() bool {
	if p == nil {
		return false
	}
	servers := false
	for _, rows := range p.rows {
		for _, r := range rows {
			if r.Kind != Server {
				continue
			}
			if len(r.Stop) > 0 {
				return false
			}
			servers = true
		}
	}
	return servers
}

// Signals reports whether it is known which functions of the package handle signals: it
// has some that do, or that only run services until a context ends. Its others do not.
func (p *Package) Signals() bool {
	if p == nil {
		return false
	}
	for _, rows := range p.rows {
		if slices.ContainsFunc(rows, func(r *Row) bool { return r.Kind == Signal || r.Kind == Owner && r.Inner != "" }) {
			return true
		}
	}
	return false
}

// Listens reports whether the package has a row for something that listens or
// serves, or for a handler that says for whom.
func (p *Package) Listens() bool { return p != nil && len(p.listening) > 0 }

// Listening reports whether something of the package that is called name, or
// has it for its method or field, listens, serves, chooses what is served
// by everybody who does, or makes a handler that is not for users.
func (p *Package) Listening(name string) bool { return p != nil && p.listening[name] }

// noteListening notes the identifiers that a mention of r's API cannot do
// without.
func (p *Package) noteListening(r *Row) {
	switch r.Kind {
	case Bind, Serve, Server, Option, Field:
	case Route:
		if r.Mux.Set {
			return
		}
	case Handler:
		if r.Role == "" {
			return
		}
	default:
		return
	}
	p.listening[r.Symbol[strings.LastIndexByte(r.Symbol, '.')+1:]] = true
}

// Commands returns the rows of the methods of interfaces by which types are commands of a
// command-line library.
func (p *Package) Commands() (rows []*Row) {
	if p == nil || !p.commands {
		return nil
	}
	for _, of := range p.rows {
		for _, r := range of {
			if r.isCommand() {
				rows = append(rows, r)
			}
		}
	}
	return rows
}

// isCommand reports whether r is of a method that does what a command does.
func (r *Row) isCommand() bool {
	return r.Kind == Work && r.Op == "do" && strings.HasPrefix(r.Symbol, "(")
}

// Keyed reports whether the package reads configurations by keys, for which it can be
// told to look into the environment.
func (p *Package) Keyed() bool { return p != nil && p.keyed }

// Mux reports whether typ, by import path and name, is a type of the package
// on which routes are registered.
func (p *Package) Mux(typ string) bool { return p != nil && p.muxes[typ] }

// Muxes reports whether the package has a type on which routes are registered.
func (p *Package) Muxes() bool { return p != nil && len(p.muxes) > 0 }

// noteMux notes the type of the receiver of r's method, when that is a mux.
func (p *Package) noteMux(r *Row) {
	var mux Slot
	switch r.Kind {
	case Route, Mux, Middleware:
		mux = r.Mux
	case Serve, Handler:
		mux = r.Handler
	}
	if !mux.Set || mux.Arg != Receiver || mux.Field != "" {
		return
	}
	if typ, _, ok := strings.Cut(strings.TrimPrefix(r.Symbol, "("), ")"); ok {
		p.muxes[strings.TrimPrefix(typ, "*")] = true
	}
}
