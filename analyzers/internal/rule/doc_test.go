package rule

import "testing"

func TestDoc(t *testing.T) {
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
			if got := Doc(tt.src); got != tt.want {
				t.Errorf("Doc(%q)\n got %q\nwant %q", tt.src, got, tt.want)
			}
		})
	}
}

func TestSummary(t *testing.T) {
	r := Rule{Name: "hard", Doc: "hard: reports ports\nthat are fixed.\n\nMore."}
	if got, want := r.Summary(), "reports ports that are fixed"; got != want {
		t.Errorf("Summary() = %q, want %q", got, want)
	}
}
