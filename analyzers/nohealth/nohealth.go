package nohealth

import (
	_ "embed"
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

// New returns the rule, which is off by default.
func New(*Options) rule.Rule {
	return rule.Rule{
		Name:  "nohealth",
		Doc:   strings.TrimSpace(doc),
		Check: check,
	}
}

func check(p *rule.Pass) {
	prog := p.Program
	if !prog.Main || prog.Desktop || prog.Serverless() {
		return
	}
	http := false
	var told []*program.Listener // of which there are findings
	for _, l := range prog.PublicServers() {
		if prog.Health(l) != program.ProbedNo {
			continue
		}
		var spot rule.Node = l.Node
		if !l.Here() {
			spot = prog.MainFunc()
		}
		where := ""
		if at := prog.At(spot.Pos()); at != l.At {
			where = " (" + l.API + " at " + l.At + ")"
		}
		if l.GRPC() {
			if !prog.StartsOneOf(told, l) {
				told = append(told, l)
				p.Report(spot, nil, "no health service is registered on this gRPC server, so probes and load balancers cannot ask whether it serves%s", where)
				p.About(l)
			}
			continue
		}
		if !http {
			http = true
			p.Report(spot, nil, "no route of this program looks like a health endpoint such as \"/healthz\", so probes can only see that the port is open%s", where)
			p.About(l)
		}
	}
}
