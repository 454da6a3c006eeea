package render

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// Why writes what is known of the listeners and findings at a line of a file, and
// of those whose ways lead over it. Where there are none the error says where in
// the file there are.
func Why(w io.Writer, r driver.Report, file string, line int) error {
	on := func(f string, first, last int) bool {
		return sameFile(f, file) && first <= line && line <= max(first, last)
	}
	over := func(steps []driver.Step) bool {
		return slices.ContainsFunc(steps, func(s driver.Step) bool { return on(s.File, s.Line, s.Line) })
	}
	anyOver := func(sources []driver.Source) bool {
		return slices.ContainsFunc(sources, func(s driver.Source) bool { return over(s.Steps) })
	}
	listenerHere := func(l driver.Listener) bool {
		return on(l.File, l.Line, l.EndLine) || anyOver(l.Host) || anyOver(l.Port) || over(l.Story)
	}
	findingHere := func(f driver.Finding) bool { return on(f.File, f.Line, f.EndLine) || over(f.Steps) }

	var b strings.Builder
	told := make(map[analyzers.Verdict]bool) // what listeners have told
	for _, l := range r.Listeners {
		if listenerHere(l) || slices.ContainsFunc(r.Findings, func(f driver.Finding) bool {
			return findingHere(f) && slices.Contains(l.Says, analyzers.Verdict{Rule: f.Rule, Text: f.Message})
		}) {
			writeListener(&b, l)
			for _, v := range l.Says {
				told[v] = true
			}
		}
	}
	for _, f := range r.Findings {
		if findingHere(f) && !told[analyzers.Verdict{Rule: f.Rule, Text: f.Message}] {
			fmt.Fprintf(&b, "%s: %s (%s)\n", driver.Position(f.File, f.Line, f.Column), f.Message, f.Rule)
			writeSteps(&b, "  ", f.Steps)
		}
	}
	if b.Len() == 0 {
		return nothingAt(r, file, line)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sameFile reports whether two names are those of one file.
func sameFile(a, b string) bool {
	if a == "" || filepath.Base(a) != filepath.Base(b) {
		return false
	}
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}

func writeListener(b *strings.Builder, l driver.Listener) {
	fmt.Fprintf(b, "%s: %s\n", driver.Position(l.File, l.Line, 0), l.API)
	shared := func(s driver.Source) func(driver.Source) bool {
		return func(o driver.Source) bool { return o.Text == s.Text && slices.Equal(o.Steps, s.Steps) }
	}
	write := func(what string, s driver.Source) {
		fmt.Fprintf(b, "  %s from %s\n", what, s.Text)
		writeSteps(b, "    ", s.Steps)
	}
	for _, s := range l.Host {
		if slices.ContainsFunc(l.Port, shared(s)) {
			write("host and port", s)
		} else {
			write("host", s)
		}
	}
	for _, s := range l.Port {
		if !slices.ContainsFunc(l.Host, shared(s)) {
			write("port", s)
		}
	}
	if len(l.Story) > 0 {
		fmt.Fprint(b, "  server\n")
		writeSteps(b, "    ", l.Story)
	}
	for _, v := range l.Says {
		silent := ""
		if v.Silent {
			silent = "silent, since "
		}
		fmt.Fprintf(b, "  %s: %s%s\n", v.Rule, silent, v.Text)
	}
}

func writeSteps(b *strings.Builder, indent string, steps []driver.Step) {
	for _, s := range steps {
		if s.File == "" {
			fmt.Fprintf(b, "%s%s\n", indent, s.Text)
			continue
		}
		fmt.Fprintf(b, "%s%s: %s\n", indent, driver.Position(s.File, s.Line, s.Column), s.Text)
	}
}

// nothingAt says that there is nothing to explain at a place, and where in the
// file there is.
func nothingAt(r driver.Report, file string, line int) error {
	var lines []int
	for _, l := range r.Listeners {
		if sameFile(l.File, file) {
			lines = append(lines, l.Line)
		}
	}
	for _, f := range r.Findings {
		if sameFile(f.File, file) {
			lines = append(lines, f.Line)
		}
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	if len(lines) == 0 {
		return fmt.Errorf("no listener and no finding at %s:%d, nor in the rest of the file; portvet ports lists the listeners", file, line)
	}
	// The nearest first.
	slices.SortStableFunc(lines, func(a, b int) int { return cmp.Compare(max(a-line, line-a), max(b-line, line-b)) })
	var near []string
	for _, n := range lines {
		near = append(near, strconv.Itoa(n))
	}
	return fmt.Errorf("no listener and no finding at %s:%d; there are some in this file at line %s", file, line, strings.Join(near, ", "))
}
