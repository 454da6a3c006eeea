package analyzers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/portvet/portvet/analyzers"
)

// BenchmarkGrowth shows how the cost of the rules grows with what is analysed:
// modules of more and more packages, and one package of more and more lines.
// Through all of it goes an address, from one function to the next, and each
// tenth listens on it. The metrics are the CPU time of the rules for each
// package, or each thousand lines, beyond that for the standard library and what an
// empty analyzer takes; they should stay as they are. Run it with -benchtime 1x: each step is one run.
func BenchmarkGrowth(b *testing.B) {
	rules, err := analyzers.New(new(analyzers.Options))
	if err != nil {
		b.Fatal(err)
	}
	std := beyondEmpty(b, rules, generated(b, 1, 1))
	for _, n := range []int{10, 100, 1000, 5000} {
		b.Run(fmt.Sprintf("packages=%d", n), func(b *testing.B) {
			dir := generated(b, n, 1)
			for b.Loop() {
				took := beyondEmpty(b, rules, dir) - std
				b.ReportMetric(float64(took.Microseconds())/float64(n), "µs/package")
			}
		})
	}
	for _, lines := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("lines=%d", lines), func(b *testing.B) {
			dir := generated(b, 1, lines/linesOfFunction)
			for b.Loop() {
				took := beyondEmpty(b, rules, dir) - std
				b.ReportMetric(float64(took.Microseconds())/float64(lines)*1000, "µs/kline")
			}
		})
	}
}

// beyondEmpty returns the CPU time that the rules take on all packages of the
// module at dir and what they import, beyond that of an empty analyzer in the same
// driver: of each the least of a few runs, in turn, since what the others take beyond
// that is not theirs.
func beyondEmpty(b *testing.B, rules []*analysis.Analyzer, dir string) time.Duration {
	b.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir}, "./...")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		b.Fatalf("loading %s: %v", dir, err)
	}
	least := func(before time.Duration, as ...*analysis.Analyzer) time.Duration {
		took := cpu(func() {
			if _, err := checker.Analyze(as, pkgs, nil); err != nil {
				b.Fatal(err)
			}
		})
		if before == 0 || took < before {
			return took
		}
		return before
	}
	var all, none time.Duration
	for range 5 {
		none = least(none, emptyAnalyzer())
		all = least(all, rules...)
	}
	return all - none
}

// linesOfFunction is how many lines generated writes for each function.
const linesOfFunction = 8

// generated makes a module of packages with functions each, and returns its
// folder. Each function gets its address from the next, also from that of the
// next package; each tenth listens on it.
func generated(b *testing.B, packages, functions int) string {
	b.Helper()
	dir := b.TempDir()
	write := func(name, text string) {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	write("go.mod", "module example.com/grown\n\ngo 1.24\n")
	for p := range packages {
		var text strings.Builder
		last := p == packages-1
		fmt.Fprintf(&text, "package p%d\n\nimport (\n\t\"net/http\"\n", p)
		if !last {
			fmt.Fprintf(&text, "\n\tnext \"example.com/grown/p%d\"\n", p+1)
		}
		text.WriteString(")\n\nvar _ http.Handler\n\n")
		for f := range functions {
			next := fmt.Sprintf("Address%d(port)", f+1)
			if f == functions-1 {
				next = "next.Address0(port)"
				if last {
					next = `":" + port`
				}
			}
			listens := "return nil"
			if (p+f)%10 == 0 {
				listens = fmt.Sprintf("return http.ListenAndServe(Address%d(\"8080\"), h)", f)
			}
			fmt.Fprintf(&text, "func Address%d(port string) string {\n\treturn %s\n}\n\nfunc Serve%d(h http.Handler) error {\n\t%s\n}\n\n", f, next, f, listens)
		}
		write(fmt.Sprintf("p%d/p.go", p), text.String())
	}
	return dir
}
