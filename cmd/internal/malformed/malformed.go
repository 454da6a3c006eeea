// Package malformed reads what libraries say of malformed texts.
package malformed

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// YAML returns where a text is malformed, and what is wrong there in one line.
// err is what the YAML library says of it:
//
//	yaml: line 3: did not find expected key
//
// The library leaves out a line that is the first, and its parser, unlike its
// scanner, counts from 0. So it reads the text once more with an empty line
// before it.
func YAML(text []byte, err error) (line int, message string) {
	var n yaml.Node
	if again := yaml.Unmarshal(append([]byte("\n"), text...), &n); again != nil {
		err = again
	}
	line, message = named(err)
	if line > 0 && !strings.HasPrefix(message, "did not find expected") {
		line--
	}
	switch _, anchor, ok := strings.Cut(message, "unknown anchor '"); {
	case ok: // it has no line at all
		anchor, _, _ = strings.Cut(anchor, "'")
		before, _, _ := bytes.Cut(text, []byte("*"+anchor))
		line = 1 + bytes.Count(before, []byte("\n"))
	case strings.Contains(message, "tab character"), strings.Contains(message, "cannot start any token"):
		line = indentedByTab(text, line)
	}
	last := 1 + bytes.Count(bytes.TrimRight(text, "\n"), []byte("\n")) // the end may be behind it
	return min(max(1, line), last), message
}

// JSON returns where a text is malformed, and what is wrong there in one line, or
// "" where nothing is.
func JSON(text []byte) (line int, message string) {
	var syntax *json.SyntaxError
	if err := json.Unmarshal(text, new(any)); !errors.As(err, &syntax) {
		return 0, ""
	}
	before := bytes.TrimSpace(text[:min(int(syntax.Offset), len(text))])
	return 1 + bytes.Count(before, []byte("\n")), syntax.Error()
}

// named returns the first line of an error of the YAML library without the line
// of the text that it names, and that line, 0 where it names none.
func named(err error) (line int, message string) {
	message, _, _ = strings.Cut(err.Error(), "\n")
	message = strings.TrimPrefix(message, "yaml: ")
	at, rest, ok := strings.Cut(strings.TrimPrefix(message, "line "), ": ")
	if n, err := strconv.Atoi(at); ok && err == nil && strings.HasPrefix(message, "line ") {
		return n, rest
	}
	return 0, message
}

// indentedByTab returns the first line from n on that a tab indents, or n: the
// library names the line before.
func indentedByTab(text []byte, n int) int {
	for i, line := range bytes.Split(text, []byte("\n")) {
		indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
		if i+1 >= n && bytes.Contains(indent, []byte("\t")) {
			return i + 1
		}
	}
	return n
}
