// Package why writes down what stands behind findings, and behind silence: the
// way of each value and the story of each server. It is an analyzer but no
// rule: the one diagnostic of a package holds a [Package] as JSON, for the
// command, which asks for it. Plain go vet and golangci-lint do not run it.
package why

import (
	"encoding/json"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

// Name is the name of the analyzer.
const Name = "portvetwhy"

// Package is what stands behind the findings of one package. Places are
// file:line:column, with the file's name in the package's folder.
type Package struct {
	Path      string
	Findings  []Finding  `json:",omitempty"`
	Listeners []Listener `json:",omitempty"`
	Work      origin.Work
}

// Finding is a finding, with the ways that lead to it.
type Finding struct {
	Rule, Place string
	Ways        [][]Step
}

// Listener is a listener, and what rules say of it.
type Listener struct {
	Place   string
	EndLine int
	API     string
	Host    []Source  `json:",omitempty"`
	Port    []Source  `json:",omitempty"`
	Story   []Step    `json:",omitempty"` // of its server
	Says    []Verdict `json:",omitempty"`
}

// Source is one thing that a host or port may come from.
type Source struct {
	Text string
	Way  []Step
}

// Step is one place on a way. Pkg is the package that it is in, where that is
// another and known.
type Step struct {
	Pkg   string `json:",omitempty"`
	Place string
	Text  string
}

// Verdict is what a rule says of a listener: the text of its finding, or why
// there is none.
type Verdict struct {
	Rule, Text string
	Silent     bool `json:",omitempty"`
}

// New makes the analyzer over a model made by program.New and the rules that
// ask it, which note verdicts. panics lets the driver stop where it fails.
func New(model *analysis.Analyzer, rules []*analysis.Analyzer, panics *bool) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     Name,
		Doc:      Name + ": write down what is behind findings for `portvet why`",
		Requires: append([]*analysis.Analyzer{model}, rules...),
		Run: func(pass *analysis.Pass) (result any, err error) {
			// A finding without its way is better than none.
			defer func() {
				if !*panics {
					_ = recover()
				}
			}()
			p, ok := pass.ResultOf[model].(*program.Program)
			if !ok || p.Empty() || len(pass.Files) == 0 {
				return nil, nil
			}
			w := &writer{pass: pass, p: p}
			for _, a := range rules {
				if used, ok := pass.ResultOf[a].(*rule.Used); ok {
					w.verdicts = append(w.verdicts, used.Verdicts...)
				}
			}
			var pkg *Package
			p.Ask(func() { pkg = w.write() })
			text, err := json.Marshal(pkg)
			if err != nil {
				return nil, err
			}
			pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Message: string(text)})
			return nil, nil
		},
	}
}

type writer struct {
	pass     *analysis.Pass
	p        *program.Program
	verdicts []rule.Verdict
}

func (w *writer) write() *Package {
	pkg := &Package{Path: w.pass.Pkg.Path(), Work: w.p.Work()}
	for _, v := range w.verdicts {
		if v.Silent || v.Hidden != "" {
			continue
		}
		f := Finding{v.Rule, w.place(v.Pos), w.ways(v)}
		n := len(pkg.Findings) - 1
		switch {
		case len(f.Ways) == 0:
		case n >= 0 && pkg.Findings[n].Rule == f.Rule && pkg.Findings[n].Place == f.Place:
			pkg.Findings[n].Ways = append(pkg.Findings[n].Ways, f.Ways...) // of two listeners
		default:
			pkg.Findings = append(pkg.Findings, f)
		}
	}
	for _, l := range w.p.Listeners {
		if l.Here() && !l.Dropped {
			pkg.Listeners = append(pkg.Listeners, w.listener(l))
		}
	}
	return pkg
}

// ways returns the ways that lead to the finding of v.
func (w *writer) ways(v rule.Verdict) [][]Step {
	if len(v.Parts) == 0 {
		if story := w.steps(w.p.Tell(v.Listener)); len(story) > 0 {
			return [][]Step{story}
		}
		return nil
	}
	var ways [][]Step
	for _, part := range v.Parts {
		for _, s := range w.p.Sources(v.Listener, part) {
			ways = append(ways, w.steps(s.Way))
		}
	}
	return ways
}

func (w *writer) listener(l *program.Listener) Listener {
	out := Listener{
		Place:   w.place(l.Node.Pos()),
		EndLine: w.pass.Fset.Position(l.Node.End()).Line,
		API:     l.API,
		Story:   w.steps(w.p.Tell(l)),
	}
	if !l.Serving && !l.Socket() {
		out.Port = w.sources(l, l.Port)
		for _, s := range w.sources(l, l.Host) {
			if s.Text == `""` {
				s = Source{Text: "nothing, which is all addresses"}
			}
			out.Host = s.among(out.Host)
		}
	}
	for _, v := range w.verdicts {
		if v.Listener != l {
			continue
		}
		text := v.Text
		if v.Hidden != "" {
			text = "not reported, since " + v.Hidden + ": " + text
		}
		out.Says = append(out.Says, Verdict{v.Rule, text, v.Silent})
	}
	return out
}

func (w *writer) sources(l *program.Listener, part program.Part) []Source {
	var out []Source
	for _, s := range w.p.Sources(l, part) {
		text := s.Piece.Origin()
		if s.Piece.Default && s.Piece.Text != "" {
			text += " by default"
		}
		out = Source{text, w.steps(s.Way)}.among(out)
	}
	return out
}

// among returns sources with s, which is there once: what differs in how a value
// is held is one to a reader.
func (s Source) among(sources []Source) []Source {
	if slices.ContainsFunc(sources, func(o Source) bool { return o.Text == s.Text && slices.Equal(o.Way, s.Way) }) {
		return sources
	}
	return append(sources, s)
}

// steps returns hops as steps. Of several at one place with one text there is
// one.
func (w *writer) steps(hops []origin.Hop) []Step {
	var out []Step
	for _, h := range hops {
		s := Step{Place: w.place(h.Pos), Text: h.Text}
		if !h.Pos.IsValid() {
			s.Place = h.At
			if h.Pkg != w.pass.Pkg.Path() {
				s.Pkg = h.Pkg
			}
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// place returns file:line:column, with the name of the file alone.
func (w *writer) place(pos token.Pos) string {
	if !pos.IsValid() {
		return ""
	}
	at := w.pass.Fset.Position(pos)
	return strings.Join([]string{filepath.Base(at.Filename), strconv.Itoa(at.Line), strconv.Itoa(at.Column)}, ":")
}
