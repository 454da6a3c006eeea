package rule

import (
	"strings"
	"testing"
)

func TestExclude(t *testing.T) {
	tests := []struct {
		exclude, rule, file string
		want                bool
	}{
		{"cmd/api/main.go", "drain", "cmd/api/main.go", true},
		{"cmd/api", "drain", "cmd/api/main.go", true},
		{"cmd/api/", "drain", "cmd/api/main.go", true},
		{"./cmd/api", "drain", "cmd/api/main.go", true},
		{"cmd/ap", "drain", "cmd/api/main.go", false},
		{"cmd/*", "drain", "cmd/api/main.go", true},
		{"*/main.go", "drain", "cmd/api/main.go", false},
		{"**/main.go", "drain", "cmd/api/main.go", true},
		{"**/main.go", "drain", "main.go", true},
		{"**/*_gen.go", "drain", "a/b/x_gen.go", true},
		{"internal/**/debug", "drain", "internal/debug/x.go", true},
		{"internal/**/debug", "drain", "internal/a/b/debug/x.go", true},
		{"internal/**/debug", "drain", "internal/a/b/debugger/x.go", false},
		{"**", "drain", "a/b.go", true},
		{".", "drain", "a/b.go", true},
		{"../other", "drain", "../other/b.go", true},
		{"api", "drain", "cmd/api/main.go", false},
		{"cmd:drain,portenv", "drain", "cmd/api/main.go", true},
		{"cmd:drain, portenv", "portenv", "cmd/api/main.go", true},
		{"cmd:drain", "portenv", "cmd/api/main.go", false},
	}
	for _, tt := range tests {
		e, err := ParseExclude(tt.exclude)
		if err != nil {
			t.Errorf("%s: %v", tt.exclude, err)
			continue
		}
		if got := e.covers(tt.rule, tt.file); got != tt.want {
			t.Errorf("%s covers %s in %s: %v, want %v", tt.exclude, tt.rule, tt.file, got, tt.want)
		}
		if again, err := ParseExclude(e.String()); err != nil || again.String() != e.String() {
			t.Errorf("%s is written as %s, which reads as %s, %v", tt.exclude, e, again, err)
		}
	}
	for _, bad := range []struct{ exclude, want string }{
		{"", "is missing"},
		{":drain", "is missing"},
		{"/srv/app", "absolute"},
		{`cmd\api`, "backslash"},
		{"cmd/[a", "bracket"},
	} {
		if _, err := ParseExclude(bad.exclude); err == nil || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("%q: error %v, want one with %q", bad.exclude, err, bad.want)
		}
	}
}
