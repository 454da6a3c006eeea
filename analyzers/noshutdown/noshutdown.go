package noshutdown

import (
	_ "embed"
	"go/ast"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

//go:embed doc.txt
var doc string

// Options configures the rule. It has none yet.
type Options struct{}

// Analyzer is the rule by itself, for drivers that take analyzers one by one,
// such as Bazel's nogo. Its options are flags. Make analyzers for other drivers
// with package analyzers.
var Analyzer = New(new(Options)).Exported()

// New returns the rule.
func New(*Options) rule.Rule {
	return rule.Rule{
		Name:    "noshutdown",
		Doc:     strings.TrimSpace(doc),
		Default: true,
		Fix:     true,
		Check:   check,
	}
}

const loss = "so requests in flight are lost when the platform stops the program"

// idle says why a stop that there is never begins.
var idle = map[string]string{
	"context": "waits for a context that never ends",
	"channel": "waits for a channel on which nothing is ever sent",
	"itself":  "stands behind a wait for the goroutine that it runs in",
	"ever":    "stands behind what never ends",
	"start":   "stands behind this call, which blocks",
	"group":   "begins when another of its group has ended, and the program asks to hear of no signal",
	"exit":    "is deferred in main, which ends the process before that",

	"uncalled": "is in a method that nothing calls when the signal has come",
}

func check(p *rule.Pass) {
	prog := p.Program
	if prog.Serverless() {
		p.SilentHere("the platform calls functions of this program, and what it serves is for local work")
		return
	}
	var told []*program.Listener // of which there are findings
	// One of two forms of a start is enough, unless different things are wrong with them.
	toldOfOther := func(l *program.Listener) bool {
		return slices.ContainsFunc(told, func(other *program.Listener) bool {
			alike := l.Life.Type == other.Life.Type && l.Life.Closed == other.Life.Closed && l.Life.Idle == other.Life.Idle
			return (alike || l.Life.None || other.Life.None) && prog.Alternative(other, l)
		})
	}
	// The start itself comes before the calls that lead to it.
	starts := slices.Clone(prog.Listeners)
	slices.SortStableFunc(starts, func(a, b *program.Listener) int {
		switch {
		case a.Inherited == b.Inherited:
			return 0
		case b.Inherited:
			return -1
		}
		return 1
	})
	for _, c := range prog.UnendedCommands() {
		p.Report(c.Run, nil, "commands are run without a context that ends when the program is told to stop, and so the %s of the server that is started by %s at %s is never called, %s",
			c.Stop, c.API, c.At, loss)
	}
	ended := false
	for _, l := range starts {
		if begun := neverEnds(prog, l); begun != nil && !ended {
			ended = true
			p.Report(begun, nil, "nothing stops what is started here, and so the %s of the server that is started by %s at %s is never called, %s",
				strings.Join(l.Life.Stop, " or "), l.API, l.At, loss)
			p.About(l)
		}
		if because := silence(prog, l); because != "" {
			p.Silent(l, because)
			continue
		}
		life := l.Life
		where := ""
		if at := prog.At(l.Node.Pos()); at != l.At || l.Inherited {
			where = " (called at " + l.At + ")"
		}
		if toldOfOther(l) {
			p.Silent(l, "another finding is about the other branch")
			continue
		}
		if life.None {
			told = append(told, l)
			p.Report(l.Node, graceful(p, l), "%s gives no handle to shut the server down, %s%s", l.API, loss, where)
			p.About(l)
			continue
		}
		if prog.StartsOneOf(told, l) {
			p.Silent(l, "another finding is about the same server")
			continue
		}
		told = append(told, l)
		stop := strings.Join(life.Stop, " or ")
		if why := idle[life.Idle]; why != "" {
			p.Report(l.Node, nil, "the server started by %s is never stopped: its %s %s, %s%s", l.API, stop, why, loss, where)
			p.About(l)
			continue
		}
		if life.Closed {
			p.Report(l.Node, nil, "the server started by %s is only stopped abruptly (%s), never by %s, %s%s",
				l.API, strings.Join(life.Abrupt, " or "), stop, loss, where)
			p.About(l)
			continue
		}
		p.Report(l.Node, graceful(p, l), "the server started by %s is never stopped by %s, %s%s", l.API, stop, loss, where)
		p.About(l)
	}
}

// neverEnds returns the call that has a container start l, which is for users, when
// nothing has it stopped, or nil.
func neverEnds(p *program.Program, l *program.Listener) *ast.CallExpr {
	if !l.Serves || l.Auxiliary() || l.Exporter() || p.LocalByDesign(l) || p.ForDeveloper(l) {
		return nil
	}
	return p.NeverEnds(l)
}

// silence returns why nothing is reported of l, or "".
func silence(p *program.Program, l *program.Listener) string {
	switch {
	case !l.Serves:
		return "no server is started here"
	case l.Auxiliary(), l.Exporter():
		return "the listener is for " + string(l.Role)
	case p.ForOperatorsOnly(l):
		return "what callers give it to serve is for the operator"
	case p.LocalByDesign(l):
		return "the listener is for this machine only"
	case p.ForDeveloper(l):
		return "it is for a developer's own machine"
	case l.Life.BuiltIn:
		return "the server ends by itself on a signal, or with its context"
	case l.Life.Owned:
		return "a library owns the server"
	case l.Life.Stopped:
		return "the server is stopped by " + strings.Join(l.Life.Stop, " or ")
	case l.Life.Escaped:
		return "the server is handed on, to code that may stop it"
	case !l.LifeHere() && !(l.Life.Closed && p.ByContainer(l)): // else its hooks only close it
		return l.LifeNotHere()
	case p.WrongStop(l) != nil:
		return "another server is stopped in its place, which is drain's business"
	case l.Life.Rough:
		return "its library has no graceful stop"
	case l.Life.Closed && p.ClosedByChoice(l):
		return "it is closed at once where another is stopped gracefully, by choice"
	case p.Linger.DrainsItself(&l.Running):
		return "the program counts what is open, and waits for it"
	case p.OnlyStreams(l):
		return "all its calls are streams, which last as long as both ends want"
	case l.Datagrams():
		return "its answers are datagrams, of which none is in flight for long"
	}
	return p.Brief(l)
}
