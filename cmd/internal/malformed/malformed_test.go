package malformed

import (
	"errors"
	"testing"
)

func TestYAML(t *testing.T) {
	for _, test := range []struct {
		err     string
		line    int
		message string
	}{
		{"yaml: line 3: did not find expected key", 3, "did not find expected key"},
		{"yaml: did not find expected node content", 0, "did not find expected node content"},
		{"yaml: unmarshal errors:\n  line 2: cannot unmarshal", 0, "unmarshal errors:"},
		{"yaml: line x: odd", 0, "line x: odd"},
		{"3: odd", 0, "3: odd"},
	} {
		if line, message := YAML(errors.New(test.err)); line != test.line || message != test.message {
			t.Errorf("%q: line %d, %q", test.err, line, message)
		}
	}
}
