package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Each benchmark runs portvet and a tool with an empty analyzer in turns, on
// the same code, so that the difference is what portvet itself costs. Time is
// CPU time of all processes, since go vet uses every core there is. The metric
// ratio is the point: what portvet takes, divided by what the empty tool takes.

// BenchmarkStart measures how long the program takes where there is nothing to
// do: go vet starts it once per package. Of a package of std that is a
// dependency nothing is to be said; the same package with nothing that listens
// stands for one to lint. Run it with -benchtime=200x.
func BenchmarkStart(b *testing.B) {
	tools := benchTools(b)
	for _, bb := range []struct {
		name       string
		dependency bool
	}{{"dependency", true}, {"package", false}} {
		b.Run(bb.name, func(b *testing.B) {
			u := units(b, "cmp")[0]
			u.VetxOnly = bb.dependency
			cfg := u.write(b, b.TempDir(), nil)
			compare(b, func(tool int) *exec.Cmd { return exec.Command(tools[tool], "-json", cfg) })
		})
	}
}

// benchDir is a module that, with what it imports, has more than 300 packages.
// They are those of a framework, and of std.
const benchDir = "../../testdata/mod/fw_kratos"

// BenchmarkVet measures go vet over a module and all that it imports, when
// go's cache has the results of the tool, and when it has none. Run it with
// -benchtime=5x. PORTVET_BENCH names another module.
func BenchmarkVet(b *testing.B) {
	dir := os.Getenv("PORTVET_BENCH")
	if dir == "" {
		dir = benchDir
	}
	vet := func(tool string) *exec.Cmd {
		cmd := exec.Command("go", "vet", "-json", "-vettool="+tool, "./...")
		cmd.Dir = dir
		return cmd
	}
	tools := benchTools(b)
	cpuTime(b, vet(tools[0])) // go compiles what is imported, once
	b.Run("warm", func(b *testing.B) {
		for _, tool := range tools {
			cpuTime(b, vet(tool))
		}
		compare(b, func(tool int) *exec.Cmd { return vet(tools[tool]) })
	})
	b.Run("cold", func(b *testing.B) {
		// Go knows a tool by the hash of its file.
		compare(b, func(tool int) *exec.Cmd { return vet(unknown(b, tools[tool])) })
	})
}

// compare runs the commands of the empty tool, 0, and of portvet, 1, in turns,
// each as often first, and reports what they took per run.
func compare(b *testing.B, command func(tool int) *exec.Cmd) {
	b.Helper()
	var total [2]time.Duration
	for i := 0; b.Loop(); i++ {
		for j := range total {
			tool := (i + j) % len(total)
			total[tool] += cpuTime(b, command(tool))
		}
	}
	perRun := func(d time.Duration) float64 { return d.Seconds() * 1000 / float64(b.N) }
	b.ReportMetric(perRun(total[0]), "empty-cpu-ms")
	b.ReportMetric(perRun(total[1]), "portvet-cpu-ms")
	b.ReportMetric(total[1].Seconds()/total[0].Seconds(), "ratio")
}

// cpuTime runs a command and returns the time that it and all that it started
// had on a CPU.
func cpuTime(b *testing.B, cmd *exec.Cmd) time.Duration {
	b.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v: %v\n%s", cmd, err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

// benchTools builds the empty tool and returns it and portvet.
func benchTools(b *testing.B) [2]string {
	b.Helper()
	return [2]string{emptyTool(b), filepath.Join(binDir, "portvet")}
}

// unknown returns a copy of a program that go has not seen before: bytes
// behind the end of an executable do no harm.
func unknown(b *testing.B, tool string) string {
	b.Helper()
	data, err := os.ReadFile(tool)
	if err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(b.TempDir(), filepath.Base(tool))
	data = fmt.Append(data, time.Now().UnixNano())
	if err := os.WriteFile(file, data, 0o777); err != nil {
		b.Fatal(err)
	}
	return file
}
