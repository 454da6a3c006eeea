package config

import (
	"io"
	"strings"
	"testing"
)

// FuzzParse reads configurations of all shapes: the error is one line that
// names the file, and what is read can be printed and passed on.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"strict: true\nportenv: {accept: [flag, config]}\nseverity: {drain: error}\n",
		"disable: [nohealth]\nexclude:\n  - {path: \"^internal/\", rules: [drain], reason: why}\nports:\n  programs: {web: ./cmd/web}\n",
		"listeners:\n  - serve (*example.com/kit.Server).Run addr=0 stop=none\nhardcodedport: {allow: [80, 443]}\ndrain: {grace: 10s}\n",
		"a: &a [*a]\n", "---\n---\n", "{", "\t", "portenv: 1\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := Parse("portvet.yml", text)
		if err != nil {
			if msg := err.Error(); !strings.HasPrefix(msg, "portvet.yml") || strings.Contains(msg, "\n") {
				t.Errorf("error %q", msg)
			}
			return
		}
		if _, err := c.ToolFlags(); err != nil {
			t.Errorf("flags: %v", err)
		}
		if err := c.Print(io.Discard); err != nil {
			t.Errorf("print: %v", err)
		}
	})
}
