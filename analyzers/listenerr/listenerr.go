package listenerr

import (
	"cmp"
	_ "embed"
	"flag"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

//go:embed doc.txt
var doc string

// Options configures the rule. What is nil is not set.
type Options struct {
	// Stopped also reports graceful stops that are taken for failures. By default
	// it is what strict says.
	Stopped *bool `json:"stopped"`
}

// InForce returns the options with what is not set filled in, as -strict or
// its absence has it.
func (o Options) InForce(strict bool) Options {
	o.Stopped = cmp.Or(o.Stopped, &strict)
	return o
}

// Analyzer is the rule by itself, for drivers that take analyzers one by one,
// such as Bazel's nogo. Its options are flags. Make analyzers for other drivers
// with package analyzers.
var Analyzer = New(new(Options)).Exported()

// New returns the rule with the given options, which are read when it runs.
func New(opts *Options) rule.Rule {
	return rule.Rule{
		Name:    "listenerr",
		Doc:     strings.TrimSpace(doc),
		Default: true,
		Like:    "errcheck",
		Check:   func(p *rule.Pass) { check(p, opts.InForce(p.Strict)) },
		Flags: func(fs *flag.FlagSet) {
			fs.Var(rule.Switch(&opts.Stopped), "stopped", "also report graceful stops that are taken for failures (as -strict does)")
		},
	}
}

// unheard says what is wrong with an error that nobody hears of.
var unheard = map[program.Unheard]string{
	program.Logged:   "only logged, so with a port that is taken the process lives on without a listener",
	program.Lost:     "assigned in a goroutine and returned before that, so a port that is taken looks like a healthy start",
	program.Dropped:  "dropped, so a port that is taken looks like a healthy start",
	program.Inverted: "looked at only when the server was stopped, so a port that is taken goes unnoticed",
	program.Deaf:     "kept by a group of goroutines until the others in it end, so with a port that is taken the process lives on without a listener",
}

func check(p *rule.Pass, opts Options) {
	prog := p.Program
	seen := make(map[ast.Node]bool)
	groups := make(map[types.Object]bool)
	var told []*program.Listener // of which it is said that nobody hears
	for _, l := range prog.Listeners {
		if because := silence(prog, l); because != "" {
			p.Silent(l, because)
			continue
		}
		if !l.Auxiliary() && !l.PortZero() && !seen[l.Node] {
			if said := unheard[prog.Unheard(l)]; said != "" {
				seen[l.Node] = true
				if slices.ContainsFunc(told, func(other *program.Listener) bool { return oneCause(prog, other, l) }) {
					p.Silent(l, "another finding has the same cause")
					continue
				}
				told = append(told, l)
				p.Report(l.Node, nil, "the error of %s is %s%s", l.API, said, prog.CalledAt(l, l.Node))
				p.About(l)
			}
		}
		prog.Outcomes(l, func(call *ast.CallExpr, o program.Outcome) {
			if seen[call] || !o.Dropped && !o.Inverted || prog.ForOperator(l, call) {
				return
			}
			seen[call] = true
			how := program.Dropped
			if o.Inverted {
				how = program.Inverted
			}
			p.Report(call, nil, "the error of %s is %s%s", l.API, unheard[how], prog.CalledAt(l, call))
			p.About(l)
		})
		if g := deaf(prog, l); g != nil && !groups[g] && !seen[l.Call] {
			groups[g] = true
			p.Report(l.Node, nil, "the error of %s ends nothing: its group, %s, has no context that ends the others, so with a port that is taken its Wait waits for the others", l.API, g.Name())
			p.About(l)
		}
		if seen[l.Node] {
			continue
		}
		if how := prog.TakenForFailure(l); *opts.Stopped && how != "" && !l.Auxiliary() {
			p.Report(l.Node, nil, "%s returns an error when its server is stopped, too, and that is %s: a graceful stop looks like a failure", l.API, how)
			p.About(l)
		}
		p.Silent(l, "something looks at the error, as far as can be seen")
	}
}

// oneCause reports whether the errors of a and b are lost for one reason: they
// are one start in two forms, or the same seen from where a function with it is called,
// or the function that is called for both loses them.
func oneCause(prog *program.Program, a, b *program.Listener) bool {
	return prog.Alternative(a, b) || b.Repeats(&a.Start) || a.KeptInside() && b.KeptInside() && (a.At == b.At || prog.Unheard(a) == program.Deaf && prog.Unheard(b) == program.Deaf)
}

// deaf returns the group of goroutines that l is started in and that goes on
// without it, or nil.
func deaf(p *program.Program, l *program.Listener) types.Object {
	if l.Auxiliary() || l.PortZero() {
		return nil
	}
	return p.DeafGroup(&l.Start)
}

// silence returns why nothing is reported of l, whatever becomes of its error,
// or "".
func silence(p *program.Program, l *program.Listener) string {
	switch {
	case l.Serving:
		return "it serves on a listener that is made elsewhere"
	case l.Probe:
		return "it only finds out whether the port is free"
	case p.LocalByDesign(l):
		return "the listener is for this machine only"
	case p.ForDeveloper(l):
		return "it is for a developer's own machine"
	}
	return ""
}
