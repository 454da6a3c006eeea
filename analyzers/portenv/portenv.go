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
		p.SilentHere("the program that uses this package is asked, not the package")
		return
	}
	var main *program.Listener
	for _, l := range prog.Public() {
		switch {
		case l.Probe || l.AnyNet || l.Open() || l.DefaultsToLoopback() || prog.PerEntry(l) || prog.ForDeveloper(l):
			p.Silent(l, "it is not what a platform would send users to, as far as can be told")
			continue
		case !l.Web():
			p.SilentHere("the program serves another protocol than HTTP and gRPC")
			return // its users speak another protocol, whose port they know
		}
		if _, fixed := l.Port.Fixed(); fixed || len(l.Port.Value.Alts) == 0 || prog.Malformed(&l.Binding) {
			p.Silent(l, "a port that is fixed, or no port, is the business of hardcodedport and portaddr")
			continue
		}
		if because := settable(prog, l, opts); because != "" {
			p.Silent(l, because)
			p.SilentHere("the port of another listener of the program can be set")
			return
		}
		if (main == nil || !main.Here()) && !aside(prog, l) {
			main = l
		}
	}
	if main == nil {
		return
	}
	spot := prog.MainFunc()
	if main.Here() {
		spot = main.AddrSpot()
	}
	if spot == nil {
		return
	}
	where := ""
	if prog.At(spot.Pos()) != main.At {
		where = " (" + main.API + " at " + main.At + ")"
	}
	p.Report(spot, nil, "no environment variable can set the port of this program, as platforms do with PORT: it comes from %s%s",
		strings.Join(main.Port.Origins(), " or "), where)
	p.About(main, main.Port)
}

// beside are words in the names around a listener that say that it is not the
// one that the program is there for.
var beside = []string{"admin", "debug", "test", "internal"}

// aside reports whether the names around l say that it is not the program's
// main listener.
func aside(p *program.Program, l *program.Listener) bool {
	return l.Here() && slices.ContainsFunc(p.Names(l), func(name string) bool {
		name = strings.ToLower(name)
		return slices.ContainsFunc(beside, func(w string) bool { return strings.Contains(name, w) })
	})
}

// settable returns how an environment variable, or what the user accepts
// instead, can decide the port of l, or that this cannot be known; "" when none
// can.
func settable(p *program.Program, l *program.Listener, opts Options) string {
	first := make(map[origin.Kind]origin.Piece)
	for _, a := range l.Port.Value.Alts {
		if a.Obj != nil {
			return "the port may come from a value that is not followed"
		}
		for _, piece := range a.Pieces {
			if _, ok := first[piece.Kind]; !ok {
				first[piece.Kind] = piece
			}
			if piece.Kind == origin.Env && (len(opts.Names) == 0 || counts(piece.Text, opts)) {
				return "the port may come from " + piece.Origin() + ", which is enough"
			}
		}
	}
	has := func(k origin.Kind) bool { _, ok := first[k]; return ok }
	from := func(k origin.Kind) string { return "the port may come from " + first[k].Origin() }
	switch {
	case has(origin.Unknown):
		return from(origin.Unknown) + ", and that from the environment"
	case has(origin.Param):
		return from(origin.Param) + ", and that from the environment"
	case has(origin.Tagged) && !has(origin.Config) && !has(origin.Flag):
		return from(origin.Tagged) + ", and what fills that is not known"
	case has(origin.Flag) && slices.Contains(opts.Accept, "flag"):
		return from(origin.Flag) + ", which is enough"
	case has(origin.Flag) && p.Env.Flags:
		return from(origin.Flag) + ", and flags are read from the environment, too"
	case has(origin.Config) && slices.Contains(opts.Accept, "config"):
		return from(origin.Config) + ", which is enough"
	case has(origin.Config) && l.PortBeyond():
		return from(origin.Config) + " of another module, and what fills that is not known"
	case has(origin.Config) && (p.Env.Library || p.Env.Dynamic):
		return from(origin.Config) + ", and the environment is read into that, as far as can be told"
	}
	return ""
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
