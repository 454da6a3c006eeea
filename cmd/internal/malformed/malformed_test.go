package malformed

import (
	"errors"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestYAML: the line and message of what the library finds, and of what it
// says without a line or with one that the text has not.
func TestYAML(t *testing.T) {
	for _, test := range []struct {
		text    string
		line    int
		message string
	}{
		{"a: 1\nb: [\nc: 2\n", 2, "did not find expected ',' or ']'"},
		{"a: 1\n\tb: 2\n", 2, "found a tab character that violates indentation"},
		{"a: {", 1, "did not find expected node content"},
		{"a: 1\nb: *gone\n", 2, "unknown anchor 'gone' referenced"},
		{"a: 'b\n", 1, "found unexpected end of stream"},
	} {
		var n yaml.Node
		err := yaml.Unmarshal([]byte(test.text), &n)
		if err == nil {
			t.Errorf("%q is well formed", test.text)
			continue
		}
		if line, message := YAML([]byte(test.text), err); line != test.line || message != test.message {
			t.Errorf("%q: line %d, %q, of %q", test.text, line, message, err)
		}
	}
	for _, test := range []struct {
		err     string
		line    int
		message string
	}{
		{"yaml: line 3: did not find expected key", 3, "did not find expected key"},
		{"yaml: unmarshal errors:\n  line 2: cannot unmarshal", 0, "unmarshal errors:"},
		{"yaml: line x: odd", 0, "line x: odd"},
		{"3: odd", 0, "3: odd"},
	} {
		if line, message := named(errors.New(test.err)); line != test.line || message != test.message {
			t.Errorf("%q: line %d, %q", test.err, line, message)
		}
	}
}

// TestJSON: the line at which a text stops being JSON.
func TestJSON(t *testing.T) {
	for text, want := range map[string]int{
		"{\"a\": 1}":             0,
		"{\n  \"a\" 1\n}":        2,
		"{\n  \"a\": 1\n  \"b\"": 3,
		"":                       1,
	} {
		if line, message := JSON([]byte(text)); line != want || (want > 0) != (message != "") {
			t.Errorf("%q: line %d, %q; want line %d", text, line, message, want)
		}
	}
}
