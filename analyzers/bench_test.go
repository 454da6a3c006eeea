package analyzers_test

import (
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/packages"

	"github.com/portvet/portvet/analyzers"
)

// BenchmarkInProcess compares, in one run over the same packages, what the
// rules cost with what an empty analyzer costs and with what loading and
// type-checking cost before either. The packages are those of the module in
// PORTVET_BENCH_DIR, or of the sample service, with all dependencies from
// source. The metric extra-% is the point of it: the CPU time of the rules
// beyond the empty analyzer's, in percent of that of loading.
func BenchmarkInProcess(b *testing.B) {
	dir := os.Getenv("PORTVET_BENCH_DIR")
	if dir == "" {
		dir = "../testdata/sample"
	}
	rules, err := analyzers.New(new(analyzers.Options))
	if err != nil {
		b.Fatal(err)
	}
	empty := emptyAnalyzer()
	var loading, none, all time.Duration
	for b.Loop() {
		var pkgs []*packages.Package
		loading += cpu(func() {
			pkgs, err = packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir}, "./...")
		})
		if err != nil || packages.PrintErrors(pkgs) > 0 {
			b.Fatalf("loading %s: %v", dir, err)
		}
		analyze := func(as ...*analysis.Analyzer) func() {
			return func() {
				if _, err := checker.Analyze(as, pkgs, nil); err != nil {
					b.Fatal(err)
				}
			}
		}
		analyze(empty)() // whoever is first makes the heap grow
		none += cpu(analyze(empty))
		all += cpu(analyze(rules...))
	}
	n := float64(b.N)
	b.ReportMetric(loading.Seconds()/n, "load-cpu-s/op")
	b.ReportMetric(none.Seconds()/n, "empty-cpu-s/op")
	b.ReportMetric(all.Seconds()/n, "rules-cpu-s/op")
	b.ReportMetric(100*(all-none).Seconds()/loading.Seconds(), "extra-%")
}

// emptyAnalyzer says of each package that it has looked at it, and nothing else: it
// has facts, so it runs on dependencies, too, and the driver passes them on.
func emptyAnalyzer() *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:      "empty",
		Doc:       "empty: does nothing, but has facts, so that it runs on dependencies too",
		Requires:  []*analysis.Analyzer{inspect.Analyzer},
		FactTypes: []analysis.Fact{new(emptyFact)},
		Run: func(pass *analysis.Pass) (any, error) {
			pass.ExportPackageFact(new(emptyFact))
			return nil, nil
		},
	}
}

type emptyFact struct{}

func (*emptyFact) AFact() {}

// cpu returns the CPU time of the process that f takes. It starts with a
// collected heap, so that nobody pays for what others left.
func cpu(f func()) time.Duration {
	runtime.GC()
	used := func() time.Duration {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			return 0
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	before := used()
	f()
	return used() - before
}
