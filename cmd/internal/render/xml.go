package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/source"
)

// Checkstyle writes the report of Checkstyle, which many services read:
// findings and those errors that have a file, by file. Columns are in
// characters.
func Checkstyle(w io.Writer, r driver.Report, c *Context) error {
	x := newXML(w)
	x.open("checkstyle", "version", "4.3")
	byFile(r, func(file string, findings []driver.Finding, errs []driver.Error) {
		if file == "" {
			return
		}
		x.open("file", "name", c.path(file))
		for _, e := range errs {
			x.empty("error", "line", number(e.Line), "column", c.runes(e.File, e.Line, e.Column),
				"severity", "error", "message", e.Message, "source", "portvet."+loadError)
		}
		for _, f := range findings {
			x.empty("error", "line", number(f.Line), "column", c.runes(f.File, f.Line, f.Column),
				"severity", bySeverity(f, "error", "warning", "info"), "message", f.Message, "source", "portvet."+f.Rule)
		}
		x.close("file")
	})
	x.close("checkstyle")
	return x.out.Flush()
}

// runes returns a column in characters, or "" where the line is not known.
func (c *Context) runes(file string, line, column int) string {
	text, ok := c.Files.Line(file, line)
	if !ok || column == 0 {
		return ""
	}
	return number(source.Runes(text, column))
}

// JUnit writes the report of JUnit, as CI servers read it: a test suite for
// each file, with a failed test for each finding and one in error for each
// error. A clean run has one test, which passes, since some servers take an
// empty report for a fault.
func JUnit(w io.Writer, r driver.Report, c *Context) error {
	x := newXML(w)
	if len(r.Findings)+len(r.Errors) == 0 {
		x.open("testsuites", "name", "portvet", "tests", "1", "failures", "0", "errors", "0")
		x.open("testsuite", "name", "portvet", "tests", "1", "failures", "0", "errors", "0")
		x.empty("testcase", "classname", "portvet", "name", "no findings")
		x.close("testsuite")
		x.close("testsuites")
		return x.out.Flush()
	}
	counts := func(findings, errs int) []string {
		return []string{"tests", fmt.Sprint(findings + errs), "failures", fmt.Sprint(findings), "errors", fmt.Sprint(errs)}
	}
	x.open("testsuites", append([]string{"name", "portvet"}, counts(len(r.Findings), len(r.Errors))...)...)
	byFile(r, func(file string, findings []driver.Finding, errs []driver.Error) {
		name := c.path(file)
		if file == "" {
			name = "portvet"
		}
		x.open("testsuite", append([]string{"name", name}, counts(len(findings), len(errs))...)...)
		for _, e := range errs {
			at := driver.Position(c.path(e.File), e.Line, e.Column)
			x.open("testcase", "classname", "portvet."+loadError, "name", strings.TrimSpace(at+" "+e.Package),
				"file", c.path(e.File), "line", number(e.Line))
			x.text("error", e.String(), "type", loadError, "message", e.Message)
			x.close("testcase")
		}
		for _, f := range findings {
			at := driver.Position(c.path(f.File), f.Line, f.Column)
			x.open("testcase", "classname", "portvet."+f.Rule, "name", at, "file", c.path(f.File), "line", number(f.Line))
			x.text("failure", fmt.Sprintf("%s: %s (%s)\n%s", at, f.Message, f.Rule, f.URL),
				"type", bySeverity(f, "error", "warning", "note"), "message", f.Message)
			x.close("testcase")
		}
		x.close("testsuite")
	})
	x.close("testsuites")
	return x.out.Flush()
}

// number returns n in digits, "" for zero.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// xmlWriter writes elements, one a line. It stands for encoding/xml, which at
// each start of a program that holds it fills a table of all HTML entities,
// and go vet starts portvet once per package.
type xmlWriter struct {
	out   *bufio.Writer
	depth int
}

func newXML(w io.Writer) *xmlWriter {
	x := &xmlWriter{out: bufio.NewWriter(w)}
	fmt.Fprintln(x.out, `<?xml version="1.0" encoding="UTF-8"?>`)
	return x
}

// begin writes a tag up to its attributes, which are names and values in
// turns. Those that are empty are left out.
func (x *xmlWriter) begin(name string, attributes []string) {
	fmt.Fprintf(x.out, "%s<%s", strings.Repeat("  ", x.depth), name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			fmt.Fprintf(x.out, ` %s="%s"`, attributes[i], escapeXML(attributes[i+1]))
		}
	}
}

// open begins an element that holds others.
func (x *xmlWriter) open(name string, attributes ...string) {
	x.begin(name, attributes)
	fmt.Fprintln(x.out, ">")
	x.depth++
}

// close ends it.
func (x *xmlWriter) close(name string) {
	x.depth--
	fmt.Fprintf(x.out, "%s</%s>\n", strings.Repeat("  ", x.depth), name)
}

// empty writes an element that holds nothing.
func (x *xmlWriter) empty(name string, attributes ...string) {
	x.begin(name, attributes)
	fmt.Fprintln(x.out, "/>")
}

// text writes an element that holds text.
func (x *xmlWriter) text(name, text string, attributes ...string) {
	x.begin(name, attributes)
	fmt.Fprintf(x.out, ">%s</%s>\n", escapeXML(text), name)
}

// escapeXML returns s as it may stand in text and attributes. What XML has no
// way to say is replaced.
func escapeXML(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\uFFFE' || r == '\uFFFF' {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return xmlEscapes.Replace(s)
}

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\r", "&#13;", "\t", "&#9;")
