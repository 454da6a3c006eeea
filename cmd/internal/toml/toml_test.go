package toml

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// TestValues: the keys and places of values in tables, lists and dotted keys.
func TestValues(t *testing.T) {
	values, problem := Values([]byte("[env]\nPORT = \"8080\"\na.b = [1, {c = true}]\n[[services]]\n  internal_port = 80\n"))
	if problem != nil {
		t.Fatal(problem)
	}
	var got []string
	for _, v := range values {
		got = append(got, strings.Join(v.Key, ".")+" "+v.Text)
	}
	if want := []string{"env.PORT 8080", "env.a.b 1", "env.a.b.c true", "services.internal_port 80"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if p := values[0]; p.Line != 2 || p.Column != 1 {
		t.Errorf("PORT is at %d:%d", p.Line, p.Column)
	}
	if _, problem := Values([]byte("a = 1\nb = = 2\n")); problem == nil || problem.Line != 2 {
		t.Errorf("two signs: %+v", problem)
	}
}

// FuzzValues reads texts of all shapes. Each place has to be in the text.
func FuzzValues(f *testing.F) {
	f.Add([]byte("[env]\nPORT = \"8080\"\n[[services]]\n  internal_port = 80\n"))
	f.Add([]byte("a.'b c'.\"d\" = {x = [1, 2, {y = 1979-05-27}], z = \"\"\"\nlong\"\"\"}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		lines := bytes.Count(text, []byte("\n")) + 1
		values, problem := Values(text)
		if problem != nil && (problem.Line < 1 || problem.Line > lines) {
			t.Errorf("a problem in line %d of %d: %s", problem.Line, lines, problem.Message)
		}
		for _, v := range values {
			if v.Line < 1 || v.Line > lines || v.Column < 1 || len(v.Key) == 0 {
				t.Errorf("%q is at %d:%d, of %d lines", v.Key, v.Line, v.Column, lines)
			}
		}
	})
}
