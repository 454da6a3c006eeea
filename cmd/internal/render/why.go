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

// Why writes what is known of the listeners and findings at a line of a file, or
// else of those whose ways lead over it. Where there are none the error says
// where in the file there are.
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
	findingAt := func(f driver.Finding) bool { return on(f.File, f.Line, f.EndLine) }
	stands := func(l driver.Listener) bool { return on(l.File, l.Line, l.EndLine) }
	listenerAt := func(l driver.Listener) bool {
		return stands(l) || slices.ContainsFunc(r.Findings, func(f driver.Finding) bool {
			// Several listeners may be told of in the same words.
			its := func(other driver.Listener) bool { return stands(other) && tells(other, f) }
			return findingAt(f) && tells(l, f) && !slices.ContainsFunc(r.Listeners, its)
		})
	}
	leadsOver := func(l driver.Listener) bool {
		return !listenerAt(l) && (anyOver(l.Host) || anyOver(l.Port) || over(l.Story))
	}

	var b strings.Builder
	writeAll(&b, r, listenerAt, findingAt)
	if b.Len() == 0 {
		writeAll(&b, r, leadsOver, func(f driver.Finding) bool { return over(f.Steps) })
	} else {
		var places []string
		for _, l := range r.Listeners {
			if leadsOver(l) {
				places = append(places, driver.Position(l.File, l.Line, 0))
			}
		}
		if len(places) > 0 {
			fmt.Fprintf(&b, "other ways lead over this line: to %s\n", strings.Join(slices.Compact(places), ", "))
		}
	}
	if b.Len() == 0 {
		return nothingAt(r, file, line)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// tells reports whether f is among what rules say of l.
func tells(l driver.Listener, f driver.Finding) bool {
	return slices.Contains(l.Says, analyzers.Verdict{Rule: f.Rule, Text: f.Message})
}

// writeAll writes the listeners and findings of r that are asked for. Findings
// that a listener tells of are not written again.
func writeAll(b *strings.Builder, r driver.Report, listener func(driver.Listener) bool, finding func(driver.Finding) bool) {
	for _, l := range r.Listeners {
		if listener(l) {
			writeListener(b, l)
		}
	}
	for _, f := range r.Findings {
		if finding(f) && !slices.ContainsFunc(r.Listeners, func(l driver.Listener) bool { return listener(l) && tells(l, f) }) {
			fmt.Fprintf(b, "%s: %s (%s)\n", driver.Position(f.File, f.Line, f.Column), f.Message, f.Rule)
			writeSteps(b, "  ", f.Steps)
		}
	}
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
