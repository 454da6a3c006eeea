package rule

import "testing"

func TestSummary(t *testing.T) {
	r := Rule{Name: "hard", Doc: "hard: reports ports\nthat are fixed.\n\nMore."}
	if got, want := r.Summary(), "reports ports that are fixed"; got != want {
		t.Errorf("Summary() = %q, want %q", got, want)
	}
}
