package values

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       map[string]Value // nil where it is malformed
	}{
		{"a.yaml", "# first\nServer:\n  port: 80\n  hosts: [x]\nlist: &l {n: 1}\nagain: *l\n", map[string]Value{"server.port": {"80", 3}, "list.n": {"1", 5}, "again.n": {"1", 5}}},
		{"a.yml", "", map[string]Value{}},
		{"b.json", "{\n\t\"http\": {\"Port\": 81}}", map[string]Value{"http.port": {"81", 2}}},
		{"c.toml", "log = true\n[http]\nport = 82\nhosts = [1]\n", map[string]Value{"log": {"true", 0}, "http.port": {"82", 0}}},
		{"d.txt", "port: 83", nil},
		{"e.yaml", "a: [1", nil},
		{"f.toml", "a = [1", nil},
		{"g.yaml", "a: &a {b: *a}\n", map[string]Value{}},
		{"laughs.yaml", laughs(), nil},
		{"h.yaml", strings.Repeat("# padding\n", maxSize/10+1), nil},
		{"i.yaml", strings.Repeat("a: {", 10000), nil},
	} {
		got, ok := Read(tt.name, tt.text)
		if ok != (tt.want != nil) || ok && !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %v, %v, want %v", tt.name, got, ok, tt.want)
		}
	}
}

// laughs returns a text of a few lines that stands for 10^9 values.
func laughs() string {
	text := "a0: &a0 {x: 1}\n"
	for i := range 9 {
		text += fmt.Sprintf("a%d: &a%d {", i+1, i+1)
		for j := range 10 {
			text += fmt.Sprintf("k%d: *a%d, ", j, i)
		}
		text += "}\n"
	}
	return text
}
