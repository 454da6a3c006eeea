package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/portvet/portvet/cmd/internal/driver"
)

// Line writes one line per finding, in the form that editors jump to:
//
//	file:line:column: message (rule)
//
// A severity other than warning stands before the message. It writes nothing
// when there are no findings. Errors are left to [Summary].
func Line(w io.Writer, r driver.Report, _ *Context) error {
	out := bufio.NewWriter(w)
	for _, f := range r.Findings {
		fmt.Fprintln(out, headline(f, palette{}))
	}
	return out.Flush()
}

// Text writes for each finding the line of [Line], and below it, indented, the
// source with the finding underlined, the other places that it is about, and
// how it can be fixed:
//
//	main.go:12:28: port "8080" is hardcoded, … (hardcodedport)
//	   12 | log.Fatal(http.ListenAndServe(":8080", nil))
//	      |                               ^^^^^^^
//	      = fix: Read the port from PORT
//
// What is not there, or cannot be read, is left out.
func Text(w io.Writer, r driver.Report, c *Context) error {
	out := bufio.NewWriter(w)
	p := colors(c.Color)
	for _, f := range r.Findings {
		fmt.Fprintln(out, headline(f, p))
		number := fmt.Sprintf("%5d", f.Line)
		gutter := strings.Repeat(" ", len(number))
		if line, ok := c.Files.Line(f.File, f.Line); ok && f.Column > 0 {
			end := f.EndColumn
			if f.EndLine > f.Line {
				end = len(line) + 1
			}
			code, marks := excerpt(line, f.Column, end, c.textWidth()-len(number)-3)
			fmt.Fprintf(out, "%s %s\n", p.dim(number+" |"), code)
			fmt.Fprintf(out, "%s %s%s\n", p.dim(gutter+" |"), indent(marks), p.severity(f, strings.TrimLeft(marks, " ")))
		}
		for _, rel := range f.Related {
			fmt.Fprintf(out, "%s %s: %s\n", p.dim(gutter+" ="), driver.Position(rel.File, rel.Line, rel.Column), rel.Message)
		}
		if len(f.Fixes) > 0 {
			fmt.Fprintf(out, "%s %s %s\n", p.dim(gutter+" ="), p.fix("fix:"), f.Fixes[0].Message)
		}
	}
	return out.Flush()
}

// headline is the line of a finding by which editors and grep find it.
func headline(f driver.Finding, p palette) string {
	severity := ""
	if f.Severity == driver.SeverityError || f.Severity == driver.SeverityNote {
		severity = p.severity(f, string(f.Severity)+":") + " "
	}
	return fmt.Sprintf("%s %s%s %s", p.place(driver.Position(f.File, f.Line, f.Column)+":"), severity, f.Message, p.dim("("+f.Rule+")"))
}

// textWidth is the number of columns for a line of the text.
func (c *Context) textWidth() int {
	const usual, least = 120, 40
	if c.Width <= 0 {
		return usual
	}
	return max(least, c.Width)
}

// indent returns the spaces that s begins with.
func indent(s string) string { return s[:len(s)-len(strings.TrimLeft(s, " "))] }

// Summary writes, for the reader of the text, one line per error, one that
// counts findings and one about their fixes. It writes nothing when there is
// nothing to say.
func Summary(w io.Writer, r driver.Report) error {
	out := bufio.NewWriter(w)
	writeErrors(out, r)
	fixable := 0
	for _, f := range r.Findings {
		if len(f.Fixes) > 0 {
			fixable++
		}
	}
	line := "portvet: " + Count(len(r.Findings), "finding")
	if len(r.Errors) > 0 {
		line += ", " + Count(len(r.Errors), "error")
	}
	if len(r.Findings)+len(r.Errors) > 0 {
		fmt.Fprintln(out, line)
	}
	switch {
	case fixable == 1:
		fmt.Fprintln(out, "portvet: -fix applies 1 fix, -diff shows it")
	case fixable > 1:
		fmt.Fprintf(out, "portvet: -fix applies %d fixes, -diff shows them\n", fixable)
	}
	return out.Flush()
}

// Errors writes one line per error.
func Errors(w io.Writer, r driver.Report) error {
	out := bufio.NewWriter(w)
	writeErrors(out, r)
	return out.Flush()
}

func writeErrors(out io.Writer, r driver.Report) {
	for _, e := range r.Errors {
		fmt.Fprintf(out, "portvet: %s\n", e)
	}
}

// Count returns "1 finding", "2 findings".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// palette puts colours around text, or leaves it alone. It has a few of the
// eight that every terminal has, and leaves their shades to the reader.
type palette struct{ on bool }

func colors(on bool) palette { return palette{on} }

func (p palette) paint(code, s string) string {
	if !p.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p palette) place(s string) string { return p.paint("1", s) }  // bold
func (p palette) dim(s string) string   { return p.paint("2", s) }  // faint
func (p palette) fix(s string) string   { return p.paint("32", s) } // green

// severity paints s red, yellow or blue.
func (p palette) severity(f driver.Finding, s string) string {
	return p.paint(bySeverity(f, "31", "33", "34"), s)
}
