package rule

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
)

// Verdict is what a rule has decided about a listener. Verdicts are noted only
// where a driver asks for explanations: see [Config.Explain].
type Verdict struct {
	Rule     string
	Listener *program.Listener
	// Silent reports whether the rule reports nothing, for the reason in Text;
	// or else Text is the finding at Pos.
	Silent bool
	Text   string
	Pos    token.Pos
	// Hidden says why the finding is not reported all the same, or is "".
	Hidden string
	// Parts are the host or port that the finding is about. It is about the
	// server where there are none.
	Parts []program.Part
}

// Silent notes why the rule says nothing of l, as a clause. Where it reports l
// all the same, that is what counts.
func (p *Pass) Silent(l *program.Listener, because string) {
	if p.explain {
		p.verdicts = append(p.verdicts, Verdict{Listener: l, Silent: true, Text: because})
	}
}

// SilentHere notes why the rule says nothing of any listener of the package.
func (p *Pass) SilentHere(because string) {
	for _, l := range p.Program.Listeners {
		p.Silent(l, because)
	}
}

// About notes that the finding just reported is about l: about the given parts
// of its address, or else about its server.
func (p *Pass) About(l *program.Listener, parts ...program.Part) {
	if !p.explain || len(p.findings) == 0 {
		return
	}
	d := p.findings[len(p.findings)-1]
	p.verdicts = append(p.verdicts, Verdict{Listener: l, Text: d.Message, Pos: d.Pos, Parts: parts})
}

// AboutStop notes that the finding just reported is about s, which stops a
// server.
func (p *Pass) AboutStop(s *program.Stop) {
	if !p.explain {
		return
	}
	for _, l := range p.Program.Listeners {
		if slices.Contains(p.Program.StopsOf(l), s) {
			p.About(l)
		}
	}
}

// hide notes why the finding d is not reported.
func (p *Pass) hide(d analysis.Diagnostic, because string) {
	for i := range p.verdicts {
		if v := &p.verdicts[i]; v.Pos == d.Pos && v.Text == d.Message {
			v.Hidden = because
		}
	}
}

// judged returns the verdicts of the rule called name: of each listener its
// findings, or else the first reason for silence.
func (p *Pass) judged(name string) []Verdict {
	told := make(map[*program.Listener]bool)
	for _, v := range p.verdicts {
		told[v.Listener] = told[v.Listener] || !v.Silent
	}
	var out []Verdict
	for _, v := range p.verdicts {
		if v.Silent && told[v.Listener] {
			continue
		}
		told[v.Listener] = true
		v.Rule = name
		out = append(out, v)
	}
	return out
}
