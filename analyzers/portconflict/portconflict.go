package portconflict

import (
	_ "embed"
	"fmt"
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
		Name:    "portconflict",
		Doc:     strings.TrimSpace(doc),
		Default: true,
		Check:   check,
	}
}

func check(p *rule.Pass) {
	for _, c := range p.Program.Conflicts() {
		part := c.Part(c.Second)
		spot := c.Second.Spot(part)
		if spot == c.First.Spot(c.Part(c.First)) {
			spot = c.Second.Node // one value reaches both
		}
		first := fmt.Sprintf("%s at %s", c.First.API, p.Program.At(c.First.Node.Pos()))
		switch {
		case c.First.Node != c.Second.Node:
		case c.First.At != c.Second.At: // of one function of another package
			first = fmt.Sprintf("%s at %s", c.First.API, c.First.At)
		default: // rounds of a loop, or calls of one function in another package
			first = "the one written at " + p.Program.At(c.First.Spot(c.Part(c.First)).Pos())
			if c.First.Spot(c.Part(c.First)).Pos() == spot.Pos() {
				first = elsewhere(c)
			}
		}
		note := p.Program.Route(c.Second, part, spot)
		if c.Env != "" {
			p.Report(spot, nil, "environment variable %q decides this port and that of %s, so one of the two fails with \"address already in use\"%s",
				c.Env, first, note)
		} else {
			p.Report(spot, nil, "port \"%d\" is that of %s, too, so one of the two fails with \"address already in use\"%s", c.Port, first, note)
		}
		p.About(c.First, c.Part(c.First))
		p.About(c.Second, part)
	}
}

// elsewhere names the first of c, when it starts where the second does.
func elsewhere(c program.Conflict) string {
	if _, at := c.Part(c.First).Written(); at != "" {
		return "the one written at " + at
	}
	return "another that the same call starts"
}
