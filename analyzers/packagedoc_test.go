package analyzers_test

import (
	"strings"
	"testing"
)

// packageDoc returns the documentation of a rule, given the text of its doc.go: the
// package comment without its comment markers, with the "Package NAME" that
// go doc wants at its beginning turned into the "NAME:" that drivers want.
// The result is empty if src does not begin with a package comment.
func packageDoc(src string) string {
	head, clause := packageClause(src)
	if head < 0 {
		return ""
	}
	name, _, _ := strings.Cut(src[clause+len("package "):], "\n")
	name = strings.TrimSpace(name)

	var text strings.Builder
	text.Grow(clause - head)
	first := true
	for line := range strings.Lines(src[head:clause]) {
		line = strings.TrimPrefix(strings.TrimPrefix(line, "//"), " ")
		if rest, ok := strings.CutPrefix(line, "Package "+name+" "); ok && first {
			text.WriteString(name)
			text.WriteString(": ")
			line = rest
		}
		first = false
		text.WriteString(line)
	}
	return strings.TrimSpace(text.String())
}

// packageClause returns where the package clause of src begins, and where the
// comment does that stands right above it. Without a clause both are negative.
func packageClause(src string) (comment, clause int) {
	at := 0
	for line := range strings.Lines(src) {
		switch {
		case strings.HasPrefix(line, "package "):
			return comment, at
		case !strings.HasPrefix(line, "//"):
			comment = at + len(line) // a blank line parts a comment from the clause
		}
		at += len(line)
	}
	return -1, -1
}

func TestPackageDoc(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{
			"sections and code keep their shape",
			"// Package hard reports ports\n// that are fixed.\n//\n// # Example\n//\n//\tx := 1\npackage hard\n\nvar x int\n",
			"hard: reports ports\nthat are fixed.\n\n# Example\n\n\tx := 1",
		},
		{
			"a licence header is not documentation",
			"// Copyright.\n\n//go:build linux\n\n// Package p reports q.\npackage p\n",
			"p: reports q.",
		},
		{"no comment", "package p\n", ""},
		{"a comment on something else", "// Hello.\n\npackage p\n\n// F is.\nfunc F() {}\n", ""},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := packageDoc(tt.src); got != tt.want {
				t.Errorf("packageDoc(%q)\n got %q\nwant %q", tt.src, got, tt.want)
			}
		})
	}
}
