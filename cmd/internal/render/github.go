package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/source"
)

// GitHub writes one workflow command per finding and per error, which GitHub
// Actions shows as an annotation of the line.
func GitHub(w io.Writer, r driver.Report, c *Context) error {
	out := bufio.NewWriter(w)
	for _, e := range r.Errors {
		annotation{level: "error", file: c.path(e.File), line: e.Line, title: "portvet", message: e.Message}.write(out)
	}
	for _, f := range r.Findings {
		a := annotation{
			level:   bySeverity(f, "error", "warning", "notice"),
			file:    c.path(f.File),
			line:    f.Line,
			endLine: f.EndLine,
			title:   "portvet " + f.Rule,
			message: f.Message,
		}
		// GitHub takes columns only of what is on one line.
		if line, ok := c.Files.Line(f.File, f.Line); ok && f.Column > 0 && f.EndLine == f.Line {
			a.column, a.endColumn = source.Runes(line, f.Column), source.Runes(line, f.EndColumn)
		}
		for _, rel := range f.Related {
			a.message += fmt.Sprintf("\n%s: %s", driver.Position(c.path(rel.File), rel.Line, rel.Column), rel.Message)
		}
		if len(f.Fixes) > 0 {
			a.message += "\nfix: " + f.Fixes[0].Message
		}
		a.write(out)
	}
	return out.Flush()
}

// annotation is one workflow command. What is zero is left out.
type annotation struct {
	level, file    string
	line, endLine  int
	column         int
	endColumn      int
	title, message string
}

func (a annotation) write(w io.Writer) {
	var properties []string
	text := func(name, value string) {
		if value != "" {
			properties = append(properties, name+"="+escapeProperty.Replace(value))
		}
	}
	text("file", a.file)
	text("line", number(a.line))
	text("endLine", number(a.endLine))
	text("col", number(a.column))
	text("endColumn", number(a.endColumn))
	text("title", a.title)
	fmt.Fprintf(w, "::%s %s::%s\n", a.level, strings.Join(properties, ","), escapeData.Replace(a.message))
}

// What a workflow command does not take as it is, in its message and in its
// properties.
var (
	escapeData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
