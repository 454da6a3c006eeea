package portenv

import (
	_ "embed"
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

//go:embed doc.txt
var doc string

// Options configures the rule. What is nil is not set.
type Options struct {
	// Names are the only environment variables that count.
	Names []string `json:"names"`
	// Accept lists what else may decide the port, of flag and config. By default
	// it is flag, and nothing under strict.
	Accept []string `json:"accept"`
}

// InForce returns the options with what is not set filled in, as -strict or
// its absence has it.
func (o Options) InForce(strict bool) Options {
	switch {
	case o.Accept != nil:
	case strict:
		o.Accept = []string{}
	default:
		o.Accept = []string{"flag"}
	}
	return o
}

// Validate reports the first option that cannot be meant, by its key.
func (o *Options) Validate() error {
	for i, a := range o.Accept {
		if a != "flag" && a != "config" {
			return fmt.Errorf("accept[%d]: unknown origin %q; use flag or config", i, a)
		}
	}
	for i, n := range o.Names {
		if n == "" || strings.ContainsAny(n, "= \t") {
			return fmt.Errorf("names[%d]: %q is not the name of an environment variable", i, n)
		}
	}
	return nil
}

// Analyzer is the rule by itself, for drivers that take analyzers one by one,
// such as Bazel's nogo. Its options are flags. Make analyzers for other drivers
// with package analyzers.
var Analyzer = New(new(Options)).Exported()

// New returns the rule with the given options, which are read when it runs.
func New(opts *Options) rule.Rule {
	return rule.Rule{
		Name:    "portenv",
		Doc:     strings.TrimSpace(doc),
		Default: true,
		Check:   func(p *rule.Pass) { check(p, opts.InForce(p.Strict)) },
		Flags: func(fs *flag.FlagSet) {
			fs.Var(rule.Checked(rule.Strings(&opts.Names), opts.Validate), "names", "comma-separated `variables`, the only ones that count as the port's")
			fs.Var(rule.Checked(rule.Strings(&opts.Accept), opts.Validate), "accept", "comma-separated `origins` that may decide the port instead, of flag and config; none if it is empty (default flag, none with -strict)")
		},
	}
}

func check(p *rule.Pass, opts Options) {
	prog := p.Program
	if !prog.Main {
		return
	}
	var first *program.Listener
	for _, l := range prog.Public() {
		if l.Net == "udp" || l.AnyNet || l.Probe || l.Open() || l.DefaultsToLoopback() || prog.PerEntry(l) {
			continue
		}
		if _, fixed := l.Port.Fixed(); fixed || len(l.Port.Value.Alts) == 0 || prog.Malformed(&l.Binding) {
			continue // the business of hardcodedport, or of portaddr
		}
		if settable(prog, l, opts) {
			return
		}
		if first == nil || !first.Here() {
			first = l
		}
	}
	if first == nil {
		return
	}
	spot := prog.MainFunc()
	if first.Here() {
		spot = first.AddrSpot()
	}
	if spot == nil {
		return
	}
	where := ""
	if prog.At(spot.Pos()) != first.At {
		where = " (" + first.API + " at " + first.At + ")"
	}
	p.Report(spot, nil, "no environment variable can set the port of this program, as platforms do with PORT: it comes from %s%s",
		source(first), where)
}

// source says where a port comes from instead.
func source(l *program.Listener) string {
	if o := l.Port.Origins(); len(o) > 0 {
		return strings.Join(o, " or ")
	}
	return "code that looks no such variable up"
}

// settable reports whether an environment variable, or what the user accepts
// instead, can decide the port of l, or whether that cannot be known.
func settable(p *program.Program, l *program.Listener, opts Options) bool {
	unknown := false
	for _, a := range l.Port.Value.Alts {
		if a.Obj != nil {
			unknown = true
		}
		for _, piece := range a.Pieces {
			switch piece.Kind {
			case origin.Env:
				if len(opts.Names) == 0 || counts(piece.Text, opts) {
					return true
				}
			case origin.Flag:
				unknown = unknown || p.Env.Flags
				if slices.Contains(opts.Accept, "flag") {
					return true
				}
			case origin.Config:
				if slices.Contains(opts.Accept, "config") {
					return true
				}
				unknown = unknown || p.Env.Library || p.Env.Dynamic // an expanded file
			case origin.Literal:
			default:
				unknown = true
			}
		}
	}
	if !unknown {
		return false
	}
	return p.Env.Dynamic || p.Env.Library || p.Env.Flags || slices.ContainsFunc(p.Env.Names, func(n string) bool { return counts(n, opts) })
}

// words in a variable's name say that it is about an address.
var words = []string{"PORT", "ADDR", "ADDRESS", "LISTEN", "BIND"}

// counts reports whether the variable called name can be the one that sets
// the port. A name that is not known can be any.
func counts(name string, opts Options) bool {
	if len(opts.Names) > 0 {
		return name == "" || slices.Contains(opts.Names, name)
	}
	if name == "" {
		return true
	}
	for w := range strings.SplitSeq(strings.ToUpper(name), "_") {
		if slices.Contains(words, w) {
			return true
		}
	}
	return false
}
