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
		if !l.HostHere() || !l.OnLoopback() || l.Auxiliary() || l.PortZero() || intended(prog, l) {
			continue
		}
		if !*opts.Strict && reachableBeside(prog, l) {
			continue
		}
		cause := l.Cause(l.Host)
		if causes[cause] {
			continue
		}
		causes[cause] = true
		host := l.Host.Known()[0]
		spot := l.Spot(l.Host)
		p.Report(spot, fix(p, l, spot), "host %q is loopback, so nothing outside the container can connect%s",
			host, prog.Route(l, l.Host, spot))
	}
}

// intended reports whether a loopback listener is one by design. Of the
// loopback binds in real services one in a hundred is a mistake, so anything
// that says "local" is believed.
func intended(p *program.Program, l *program.Listener) bool {
	if p.LocalByDesign(l) || p.LoginCallback() || p.RedirectURL() || p.Desktop || p.Dials(l) || l.Probe {
		return true
	}
	if cmd := p.Subcommand(l); cmd != "" && !serverCommands[cmd] {
		return true
	}
	for _, name := range p.Names(l) {
		name = strings.ToLower(name)
		for _, w := range localWords {
			if strings.Contains(name, w) {
				return true
			}
		}
	}
	return false
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
