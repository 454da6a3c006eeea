package program

import (
	"go/types"
	"slices"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/acceptor"
	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/clock"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/signals"
)

// facts are what is said of the functions of other packages.
type facts struct {
	pass     *analysis.Pass
	stoppers []string // see Ends.Stoppers
	catchers []string // see Ends.Catchers
	term     bool
	deaf     bool
}

// Catchers returns the functions of dependencies that ask for SIGTERM when they are called;
// always reports that something does in any case.
func (f facts) Catchers() (by []string, always bool) { return f.catchers, f.term }

// Deaf reports whether no package of the modules worked on that this one imports asks to
// hear of a signal.
func (f facts) Deaf() bool { return f.deaf }

// NamesStopper reports whether a package that this one imports mentions fn, a function of
// another that stops a server, by its full name.
func (f facts) NamesStopper(fn string) bool { return slices.Contains(f.stoppers, fn) }

// Listens returns the listeners that fn makes.
func (f facts) Listens(fn *types.Func) []listener.Listen {
	var fact PortvetListens
	if !f.pass.ImportObjectFact(fn, &fact) {
		return nil
	}
	return fact.Listeners
}

// Blocks reports whether a call of fn may return only when a listener that it
// makes is closed.
func (f facts) Blocks(fn *types.Func) bool {
	return slices.ContainsFunc(f.Listens(fn), func(l listener.Listen) bool { return l.Blocks })
}

// Server returns what the type tn is when its package has written a server.
func (f facts) Server(tn *types.TypeName) *acceptor.Server {
	var fact PortvetServer
	if !f.pass.ImportObjectFact(tn, &fact) {
		return nil
	}
	return &fact.Server
}

// Exits reports whether fn ends the process, whatever it is given.
func (f facts) Exits(fn *types.Func) bool {
	var fact PortvetExit
	return f.pass.ImportObjectFact(fn, &fact) && fact.Always
}

// MayExit reports whether fn may end the process.
func (f facts) MayExit(fn *types.Func) bool { return f.pass.ImportObjectFact(fn, new(PortvetExit)) }

// Runs reports whether fn calls its i-th parameter, a function, once, and waits for
// nobody behind that.
func (f facts) Runs(fn *types.Func, i int) bool {
	var fact PortvetRuns
	return f.pass.ImportObjectFact(fn, &fact) && slices.Contains(fact.Params, i)
}

// Prompt reports whether fn waits for no goroutine.
func (f facts) Prompt(fn *types.Func) bool { return f.manner(fn).Prompt }

// PromptResult reports whether what fn returns at the given place is a function that
// waits for no goroutine.
func (f facts) PromptResult(fn *types.Func, result int) bool {
	return slices.Contains(f.manner(fn).Results, result)
}

// Silent reports whether fn tells nobody that something is done.
func (f facts) Silent(fn *types.Func) bool { return f.manner(fn).Silent }

// Apart reports whether fn waits at most for work of its own package.
func (f facts) Apart(fn *types.Func) bool { return f.manner(fn).Apart }

// KeepsTo reports whether fn waits for nothing but channels and groups that its package
// keeps, and returns no other.
func (f facts) KeepsTo(fn *types.Func) bool { return f.manner(fn).KeepsTo }

// Hears returns the channels and groups that fn returns or waits for.
func (f facts) Hears(fn *types.Func) []string { return f.manner(fn).Hears }

// Carries reports whether fn returns the context that it is given first, with something
// in it.
func (f facts) Carries(fn *types.Func) bool { return f.manner(fn).Carries }

// clocked returns what package clock asks of functions.
func (f facts) clocked() clock.Elsewhere {
	return clock.Elsewhere{
		Lasts: func(fn *types.Func) time.Duration { return f.manner(fn).Lasts },
		Over:  func(fn *types.Func) bool { return f.manner(fn).Over },
	}
}

// manner returns how calls of fn end, as far as that is said.
func (f facts) manner(fn *types.Func) await.Manner {
	var fact PortvetPrompt
	f.pass.ImportObjectFact(fn, &fact)
	return fact.Manner
}

// Stays reports whether a call of fn goes on until it is told to end.
func (f facts) Stays(fn *types.Func) bool { return f.manner(fn).Stays }

// Asks returns what fn asks to hear of.
func (f facts) Asks(fn *types.Func) (signals.Asks, bool) {
	var fact PortvetAsks
	ok := f.pass.ImportObjectFact(fn, &fact)
	return fact.Asks, ok
}

// Deeds returns what fn does to the servers that it is given.
func (f facts) Deeds(fn *types.Func) server.Deeds {
	var fact PortvetLife
	f.pass.ImportObjectFact(fn, &fact)
	return server.Deeds(fact)
}

// StopsField reports whether the package of a field stops the server in it
// gracefully.
func (f facts) StopsField(field *types.Var) bool {
	return f.pass.ImportObjectFact(field, new(PortvetStopped))
}

// imported puts the facts of the imported packages together. Drivers pass on
// the facts of direct imports only, so each package carries what it merged.
func (f facts) imported() (m PortvetPackage) {
	led := f.led()
	for _, imp := range f.pass.Pkg.Imports() {
		if imp.Path() == "net/http/pprof" {
			m.Pprof = true
		}
		var of PortvetPackage
		if !f.pass.ImportPackageFact(imp, &of) {
			continue
		}
		m.Own = append(m.Own, of.Own...)
		m.Written = append(m.Written, of.Written...)
		m.Env.Add(of.Env)
		m.Pprof = m.Pprof || of.Pprof
		m.Routes = m.Routes || of.Routes
		m.Desktop = m.Desktop || of.Desktop
		m.Limits = append(m.Limits, of.Limits...)
		m.Uses = append(m.Uses, of.Uses...)
		m.Pending = append(m.Pending, of.Pending...)
		m.Init = append(m.Init, of.Init...)
		if of.Listens && led(imp) {
			m.Listens = true
			m.Places = append(m.Places, of.Places...)
		}
		m.Stops = m.Stops || of.Stops
		m.Term = m.Term || of.Term
		m.Hears = m.Hears || of.Hears
		m.Catchers = append(m.Catchers, of.Catchers...)
		m.Stoppers = append(m.Stoppers, of.Stoppers...)
		m.Provided = append(m.Provided, of.Provided...)
		m.Commands = append(m.Commands, of.Commands...)
		m.Probes.Add(of.Probes)
	}
	m.tidy()
	return m
}

// led tells of a package whether this one may make it listen: it uses a function
// or a variable of it, or a type with a method that listens, or imports it only
// for what it does when it is initialised. Clients that have the types of what they
// exchange from the server's package do none of that.
func (f facts) led() func(imp *types.Package) bool {
	const (
		named = iota + 1
		leads
	)
	var used map[*types.Package]int
	return func(imp *types.Package) bool {
		if used == nil {
			used = make(map[*types.Package]int)
			for _, obj := range f.pass.TypesInfo.Uses {
				if pkg := obj.Pkg(); pkg != nil && pkg != f.pass.Pkg && used[pkg] != leads {
					used[pkg] = named
					if f.leads(obj) {
						used[pkg] = leads
					}
				}
			}
		}
		return used[imp] != named
	}
}

// leads reports whether who uses obj may make its package listen.
func (f facts) leads(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Const:
		return false
	case *types.Var:
		return !obj.IsField()
	case *types.TypeName:
		methods := types.NewMethodSet(types.NewPointer(obj.Type()))
		for m := range methods.Methods() {
			if fn, ok := m.Obj().(*types.Func); ok && f.pass.ImportObjectFact(fn.Origin(), new(PortvetListens)) {
				return true
			}
		}
		return false
	}
	return true
}
