package loopbackbind

import (
	"cmp"
	_ "embed"
	"flag"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

//go:embed doc.txt
var doc string

// Options configures the rule. What is nil is not set.
type Options struct {
	// Strict reports loopback listeners beside others that are not. By default
	// it is what strict says for all rules.
	Strict *bool `json:"strict"`
}

// InForce returns the options with what is not set filled in, as -strict or
// its absence has it.
func (o Options) InForce(strict bool) Options {
	o.Strict = cmp.Or(o.Strict, &strict)
	return o
}

// Analyzer is the rule by itself, for drivers that take analyzers one by one,
// such as Bazel's nogo. Its options are flags. Make analyzers for other drivers
// with package analyzers.
var Analyzer = New(new(Options)).Exported()

// New returns the rule with the given options, which are read when it runs.
func New(opts *Options) rule.Rule {
	return rule.Rule{
		Name:    "loopbackbind",
		Doc:     strings.TrimSpace(doc),
		Default: true,
		Fix:     true,
		Check:   func(p *rule.Pass) { check(p, opts.InForce(p.Strict)) },
		Flags: func(fs *flag.FlagSet) {
			fs.Var(rule.Switch(&opts.Strict), "strict", "also report loopback listeners beside public ones on other addresses (as -strict does)")
		},
	}
}

func check(p *rule.Pass, opts Options) {
	prog := p.Program
	causes := make(map[string]bool)
	for _, l := range prog.Listeners {
		if because := silence(prog, l, opts); because != "" {
			p.Silent(l, because)
			continue
		}
		for _, one := range l.EachHost() {
			cause := one.Cause(one.Host)
			if causes[cause] {
				p.Silent(l, "another finding is about the same host")
				continue
			}
			causes[cause] = true
			spot := one.Spot(one.Host)
			p.Report(spot, fix(p, one, spot), "host %q is loopback, so nothing outside the container can connect%s",
				one.Host.Known()[0], prog.Route(one, one.Host, spot))
			p.About(l, one.Host)
		}
	}
}

// silence returns why nothing is reported of l, or "".
func silence(p *program.Program, l *program.Listener, opts Options) string {
	switch {
	case !l.HostHere():
		return l.NotHere(l.Host)
	case !l.OnLoopback():
		return "it listens, or may listen, on other addresses than loopback"
	case l.Auxiliary():
		return "the listener is for " + string(l.Role)
	case l.PortZero():
		return "the system chooses the port"
	}
	if because := intended(p, l); because != "" {
		return because
	}
	if !*opts.Strict && reachableBeside(p, l) {
		return "the program has another listener that can be reached"
	}
	return ""
}

// intended returns what says that a loopback listener is one by design, or "".
// Of the loopback binds in real services one in a hundred is a mistake, so
// anything that says "local" is believed.
func intended(p *program.Program, l *program.Listener) string {
	switch {
	case p.LocalByDesign(l), p.Desktop:
		return "the listener is for this machine only"
	case p.LoginCallback(), p.RedirectURL():
		return "a browser on this machine comes back to it"
	case p.Dials(l):
		return "the program connects to it itself"
	case l.Probe:
		return "it only finds out whether the port is free"
	}
	if cmd := p.Subcommand(l); cmd != "" && !serverCommands[cmd] {
		return "subcommand " + cmd + " is for whoever runs it"
	}
	for _, name := range p.Names(l) {
		for _, w := range localWords {
			if strings.Contains(strings.ToLower(name), w) {
				return "the name " + name + " says that it is for the operator"
			}
		}
	}
	return ""
}

// localWords in a name near a listener say that it is for the operator, or for
// the browser of whoever runs the program.
var localWords = append(slices.Clone(program.OperatorWords), "admin", "redirect", "callback", "oauth", "oidc")

// serverCommands are the subcommands of a command-line program that start its
// service.
var serverCommands = map[string]bool{"serve": true, "server": true, "start": true, "run": true}

// reachableBeside reports whether the package has another public listener
// that is not on loopback.
func reachableBeside(p *program.Program, l *program.Listener) bool {
	for _, o := range p.Public() {
		if o != l && !o.Open() && !o.OnLoopback() && !o.PortZero() {
			return true
		}
	}
	return false
}
