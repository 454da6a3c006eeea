package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// Work writes which packages reached a bound on the work for one, so that rules
// may be silent there, and the ten that come nearest to each.
func Work(w io.Writer, r driver.Report) error {
	paths := slices.Sorted(maps.Keys(r.Work))
	out := bufio.NewWriter(w)
	for _, p := range paths {
		if n := r.Work[p].Refused; n > 0 {
			fmt.Fprintf(out, "portvet: %s: a bound was reached %s, so a rule may be silent where it need not be\n", p, Count(n, "time"))
		}
	}
	for _, b := range []struct {
		name  string
		bound int
		of    func(analyzers.Work) int
	}{
		{"steps in all", analyzers.Bounds.Steps, func(w analyzers.Work) int { return w.Steps }},
		{"steps of a question", analyzers.Bounds.Question, func(w analyzers.Work) int { return w.Question }},
		{"nested steps", analyzers.Bounds.Depth, func(w analyzers.Work) int { return w.Depth }},
	} {
		slices.SortStableFunc(paths, func(x, y string) int { return -cmp.Compare(b.of(r.Work[x]), b.of(r.Work[y])) })
		for _, p := range paths[:min(10, len(paths))] {
			fmt.Fprintf(out, "portvet: %s: %d of %d %s\n", p, b.of(r.Work[p]), b.bound, b.name)
		}
	}
	return out.Flush()
}
