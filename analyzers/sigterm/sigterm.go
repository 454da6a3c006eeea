package sigterm

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
		Name:    "sigterm",
		Doc:     strings.TrimSpace(doc),
		Default: true,
		Fix:     true,
		Check:   check,
	}
}

func check(p *rule.Pass) {
	prog := p.Program
	subs := prog.Asked()
	if len(subs) == 0 || !prog.Listening() || prog.Exporter() {
		return
	}
	caught := prog.TermCaught()
	for _, s := range subs {
		if s.Judged {
			continue
		}
		lost := ""
		if !caught && !s.Parent && waitsToStop(s) && !prog.Unread(s) {
			lost = stop(prog, s)
		}
		in := ""
		if s.In != "" {
			in = " in " + s.In
		}
		switch never := untrappable(s); {
		case lost != "" && len(never) > 0:
			p.Report(s.Call, fix(p, s, true), "%s cannot be caught%s and SIGTERM is not in the list, so %s never runs when the platform stops the program", list(never), in, lost)
		case lost != "":
			p.Report(s.Call, fix(p, s, true), "only %s is waited for%s and not SIGTERM, so %s never runs when the platform stops the program", list(s.Signals), in, lost)
		case len(never) > 0 && (!caught || s.Has("SIGTERM")): // else it is not what stops the program
			p.Report(s.Call, fix(p, s, false), "%s cannot be caught%s, so nothing is ever done for it", list(never), in)
		}
	}
}

// stop returns what the program does to stop once a signal of s has come, or "".
func stop(p *program.Program, s *program.Subscription) string {
	if s.Drains || p.StopsServers() {
		return "the graceful stop"
	}
	if act := p.Act(s); act != nil {
		return "the stop (" + p.At(act.Pos()) + ")"
	}
	if s.Acted != "" {
		return "the stop (" + s.Acted + ")"
	}
	return ""
}

// waitsToStop reports whether s waits for a signal that stops a program at a
// terminal: those of a reload handler are another matter.
func waitsToStop(s *program.Subscription) bool {
	return !s.Unknown && (s.Has("SIGINT") || s.Has("SIGKILL"))
}

// untrappable returns the signals in s that no program ever gets.
func untrappable(s *program.Subscription) []string {
	var out []string
	for _, name := range s.Signals {
		if name == "SIGKILL" || name == "SIGSTOP" {
			out = append(out, name)
		}
	}
	return out
}

// list returns signals as people write them.
func list(names []string) string {
	names = slices.Compact(slices.Clone(names))
	return strings.Join(names, " or ")
}
