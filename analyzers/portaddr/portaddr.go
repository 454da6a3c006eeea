package portaddr

import (
	"cmp"
	_ "embed"
	"flag"
	"go/ast"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

//go:embed doc.txt
var doc string

// Options configures the rule. What is nil is not set.
type Options struct {
	// IPv6 reports hosts and ports joined by a mere colon, too. By default it is
	// what strict says.
	IPv6 *bool `json:"ipv6"`
	// ServiceLinks reports ports in a variable that Kubernetes sets to an URL
	// where a Service is called like the program, too. By default it is what
	// strict says.
	ServiceLinks *bool `json:"servicelinks"`
}

// InForce returns the options with what is not set filled in, as -strict or
// its absence has it.
func (o Options) InForce(strict bool) Options {
	o.IPv6 = cmp.Or(o.IPv6, &strict)
	o.ServiceLinks = cmp.Or(o.ServiceLinks, &strict)
	return o
}

// Analyzer is the rule by itself, for drivers that take analyzers one by one,
// such as Bazel's nogo. Its options are flags. Make analyzers for other drivers
// with package analyzers.
var Analyzer = New(new(Options)).Exported()

// New returns the rule with the given options, which are read when it runs.
func New(opts *Options) rule.Rule {
	return rule.Rule{
		Name:    "portaddr",
		Doc:     strings.TrimSpace(doc),
		Default: true,
		Fix:     true,
		Check:   func(p *rule.Pass) { check(p, opts.InForce(p.Strict)) },
		Flags: func(fs *flag.FlagSet) {
			fs.Var(rule.Switch(&opts.IPv6), "ipv6", "report hosts and ports joined by a mere colon, which an IPv6 address does not survive (as -strict does)")
			fs.Var(rule.Switch(&opts.ServiceLinks), "servicelinks", "report ports in a variable that Kubernetes sets to an URL for a Service called like the program (as -strict does)")
		},
	}
}

func check(p *rule.Pass, opts Options) {
	causes := make(map[string]bool)
	for _, l := range p.Program.Listeners {
		if *opts.IPv6 {
			for _, e := range p.Program.Joins(&l.Binding) {
				p.Report(e, joinHostPort(p, e), "host and port are joined by a colon, which no IPv6 address survives: use net.JoinHostPort%s",
					p.Program.Route(l, program.Part{}, e))
				p.About(l, l.Host, l.Port)
			}
		}
		if !l.PortHere() || l.Probe {
			continue
		}
		if *opts.ServiceLinks {
			if name, service, ok := p.Program.ServiceLink(&l.Binding, p.Program.ProgramNames()); ok && !causes["link "+name] {
				causes["link "+name] = true
				spot := l.Spot(l.Port)
				p.Report(spot, nil, "environment variable %q decides this port, and Kubernetes sets it to an URL, tcp://…, in the pods beside a Service called %q%s",
					name, service, p.Program.Route(l, program.Part{}, spot))
				p.About(l, l.Port)
				continue
			}
		}
		faulty := false
		for _, f := range p.Program.Faults(&l.Binding) {
			if l.Conditional && fromThere(f.Part) {
				continue
			}
			faulty = true
			cause := l.Cause(f.Part)
			if id, ok := l.Spot(f.Part).(*ast.Ident); ok && f.Flaw == program.PortAlone {
				cause = "PORT in " + p.Program.At(p.TypesInfo.ObjectOf(id).Pos()) // two branches, one variable
			}
			if causes[cause] {
				continue
			}
			causes[cause] = true
			spot := l.Spot(f.Part)
			var fix *analysis.SuggestedFix
			if f.Flaw == program.NoColon || f.Flaw == program.PortAlone {
				fix = addColon(p, l, spot)
			}
			p.Report(spot, fix, "%s%s", explain(f), p.Program.Route(l, f.Part, spot))
			p.About(l, f.Part)
			break // one address, one finding
		}
		if name, instead, ok := p.Program.Unchecked(&l.Binding); ok && !faulty && !causes["unchecked "+name] {
			causes["unchecked "+name] = true
			spot := l.Spot(l.Port)
			p.Report(spot, nil, "environment variable %q decides this port with no fallback and no check: when it is not set, %s listens on %s%s",
				name, l.API, consequence(instead), p.Program.Route(l, l.Port, spot))
			p.About(l, l.Port)
		}
	}
}

// fromThere reports whether an address is what another package listens on when
// nobody gives it one. Where something in there decides if it listens at all, an
// option may have switched it off: kit.New(kit.WithListener(l), kit.WithoutGateway()).
func fromThere(part program.Part) bool {
	pos, at := part.Written()
	return at != "" && !pos.IsValid()
}

// explain says what is wrong with an address, and what it causes.
func explain(f program.Fault) string {
	v := strconv.Quote(f.Value)
	switch f.Flaw {
	case program.PortAlone:
		if f.Value != "PORT" {
			return "environment variable " + v + " is taken as a whole address, so the bare number that its name promises fails with \"missing port in address\"; only its fallback " +
				strconv.Quote(f.Fallback) + " has the colon"
		}
		s := "environment variable " + v + " alone is no address: platforms set it to a bare number, which fails with \"missing port in address\""
		if strings.Contains(f.Fallback, ":") {
			s += "; only its fallback " + strconv.Quote(f.Fallback) + " has the colon"
		}
		return s
	case program.NoColon:
		if strings.Trim(f.Value, "0123456789") == "" {
			return "address " + v + " has no colon before its port, so listening fails with \"missing port in address\""
		}
		return "address " + v + " has no port, so listening fails with \"missing port in address\""
	case program.TooMany:
		return "address " + v + " has too many colons, so listening fails"
	case program.WithScheme:
		return "address " + v + " is a URL, not host:port, so listening fails"
	case program.Brackets:
		return "address " + v + " has its host in brackets twice, so listening fails: net.JoinHostPort puts them itself"
	case program.OutOfRange:
		return "port " + v + " is not between 0 and 65535, so listening fails"
	}
	return "port " + v + " is no number and the name of no known service, so listening fails"
}

// consequence says what an empty address or port stands for.
func consequence(instead string) string {
	if _, port, ok := strings.Cut(instead, ":"); ok && port != "0" {
		return "port " + strconv.Quote(port)
	}
	return "a random port"
}
