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
// CPU time of all processes, since go vet uses every core there is.
//
// PORTVET_BENCH names another module to analyse than the small one here.

// BenchmarkStart measures how long the program takes to do nothing: go vet
// starts it once per package.
func BenchmarkStart(b *testing.B) {
	tools := benchTools(b)
	compare(b, func(tool int) *exec.Cmd {
		return exec.Command(tools[tool], "-V=full")
	})
}

// BenchmarkVet measures go vet over a module and all that it imports, when
// go's cache has the results of the tool, and when it has none.
func BenchmarkVet(b *testing.B) {
	dir := os.Getenv("PORTVET_BENCH")
	if dir == "" {
		dir = corpusDir
	}
	vet := func(tool string) *exec.Cmd {
		cmd := exec.Command("go", "vet", "-json", "-vettool="+tool, "./...")
		cmd.Dir = dir
		return cmd
	}
	tools := benchTools(b)
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
// and reports what each took per run.
func compare(b *testing.B, command func(tool int) *exec.Cmd) {
	b.Helper()
	var total [2]time.Duration
	for b.Loop() {
		for tool := range total {
			total[tool] += cpuTime(b, command(tool))
		}
	}
	perRun := func(d time.Duration) float64 { return d.Seconds() * 1000 / float64(b.N) }
	b.ReportMetric(perRun(total[0]), "empty-cpu-ms")
	b.ReportMetric(perRun(total[1]), "portvet-cpu-ms")
	b.ReportMetric(100*(total[1]-total[0]).Seconds()/total[0].Seconds(), "extra-%")
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
	empty := filepath.Join(b.TempDir(), "empty")
	if err := goBuild("testdata/empty", empty); err != nil {
		b.Fatal(err)
	}
	return [2]string{empty, filepath.Join(binDir, "portvet")}
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
