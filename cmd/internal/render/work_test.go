package render

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// TestWork: packages that reached a bound, and the ten nearest to each.
func TestWork(t *testing.T) {
	r := driver.Report{Work: make(map[string]analyzers.Work)}
	for i := range 12 {
		r.Work[fmt.Sprintf("m/p%02d", i)] = analyzers.Work{Steps: 100 + i, Question: 50 - i, Depth: 3}
	}
	r.Work["m/deep"] = analyzers.Work{Steps: 1, Question: 1, Depth: analyzers.Bounds.Depth, Refused: 2}
	var b bytes.Buffer
	if err := Work(&b, r); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != 31 {
		t.Fatalf("%d lines:\n%s", len(lines), b.String())
	}
	for i, want := range map[int]string{
		0:  "portvet: m/deep: a bound was reached 2 times, so a rule may be silent where it need not be",
		1:  fmt.Sprintf("portvet: m/p11: 111 of %d steps in all", analyzers.Bounds.Steps),
		11: fmt.Sprintf("portvet: m/p00: 50 of %d steps of a question", analyzers.Bounds.Question),
		21: fmt.Sprintf("portvet: m/deep: %d of %[1]d nested steps", analyzers.Bounds.Depth),
	} {
		if lines[i] != want {
			t.Errorf("line %d: %s\nwant     %s", i, lines[i], want)
		}
	}
}
