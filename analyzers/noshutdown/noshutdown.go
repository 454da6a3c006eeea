package noshutdown

import (
	_ "embed"
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

func check(p *rule.Pass) {
	prog := p.Program
	if prog.Serverless() {
		return
	}
	servers := make(map[string]bool)
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
	for _, l := range starts {
		if !l.Serves || !l.LifeHere() || l.Auxiliary() || prog.LocalByDesign(l) {
			continue
		}
		life := l.Life
		if life.BuiltIn || life.Owned || life.Stopped || life.Escaped || prog.WrongStop(l) != nil {
			continue
		}
		where := ""
		if at := prog.At(l.Node.Pos()); at != l.At || l.Inherited {
			where = " (called at " + l.At + ")"
		}
		if life.None {
			p.Report(l.Node, graceful(p, l), "%s gives no handle to shut the server down, %s%s", l.API, loss, where)
			continue
		}
		id := prog.ServerID(l)
		if servers[id] {
			continue
		}
		servers[id] = true
		stop := strings.Join(life.Stop, " or ")
		if life.Closed {
			p.Report(l.Node, nil, "the server started by %s is only stopped abruptly (%s), never by %s, %s%s",
				l.API, strings.Join(life.Abrupt, " or "), stop, loss, where)
			continue
		}
		p.Report(l.Node, graceful(p, l), "the server started by %s is never stopped by %s, %s%s", l.API, stop, loss, where)
	}
}
