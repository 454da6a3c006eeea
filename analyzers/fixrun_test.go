package analyzers_test

import (
	"bytes"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/stopped"
)

// TestFixedPrograms runs servers with a port that nobody can choose and
// nothing that stops them, before and after their fixes are applied the way
// users do it: what the fixes promise is what the programs do.
func TestFixedPrograms(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("reads from /proc what a program listens on")
	}
	servers := []struct{ name, port string }{ // the ports that they have
		{"nethttp", "18471"}, {"gin", "18472"}, {"echo", "18473"}, {"fiber", "18474"}, {"grpc", "18475"},
	}
	source := filepath.Join(testkit.TestData(t), "mod", "fix_run")
	before := stopped.Build(t, source)
	fixed := t.TempDir()
	if err := os.CopyFS(fixed, os.DirFS(source)); err != nil {
		t.Fatal(err)
	}
	applyFixes(t, fixed)
	after := stopped.Build(t, fixed)

	ask := map[string]func(string) bool{
		"grpc": func(addr string) bool { return exec.Command(filepath.Join(before, "ask"), addr).Run() == nil },
	}
	for _, s := range servers {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			port := stopped.FreePort(t)
			lost, sockets := stopped.Server{
				Path: filepath.Join(before, s.name),
				Port: port,
				Addr: "127.0.0.1:" + s.port,
				Ask:  ask[s.name],
			}.Run(t)
			if want := (stopped.Outcome{Status: -1, Signal: syscall.SIGTERM}); lost != want || !everywhere(sockets, s.port) {
				t.Errorf("before the fix: got %+v, listening on %v; want %+v, on port %s", lost, sockets, want, s.port)
			}
			drained, sockets := stopped.Server{
				Path: filepath.Join(after, s.name),
				Port: port,
				Ask:  ask[s.name],
			}.Run(t)
			if want := (stopped.Outcome{Answered: true}); drained != want || !everywhere(sockets, port) {
				t.Errorf("after the fix: got %+v, listening on %v; want %+v, on port %s", drained, sockets, want, port)
			}
		})
	}
}

// everywhere reports whether there is one socket, open to all interfaces on
// the given port.
func everywhere(sockets []netip.AddrPort, port string) bool {
	return len(sockets) == 1 && sockets[0].Addr().IsUnspecified() && strconv.Itoa(int(sockets[0].Port())) == port
}

// applyFixes lets go vet apply the fixes of the module in dir. Fixes that meet
// in the imports wait for the next run, so there are two; then there is
// nothing left to find.
func applyFixes(t *testing.T, dir string) {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "portvet")
	build := exec.Command("go", "build", "-o", tool, "../cmd/portvet")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("building portvet: %v\n%s", err, out)
	}
	for _, flags := range [][]string{{"-fix"}, {"-fix"}, nil} {
		vet := exec.Command("go", append(append([]string{"vet", "-vettool=" + tool}, flags...), "./...")...)
		vet.Dir = dir
		if out, err := vet.CombinedOutput(); err != nil || len(out) > 0 {
			t.Fatalf("go vet %v: %v\n%s", flags, err, out)
		}
	}
	format := exec.Command("gofmt", "-l", ".")
	format.Dir = dir
	if out, err := format.CombinedOutput(); err != nil || len(bytes.TrimSpace(out)) > 0 {
		t.Fatalf("gofmt -l: %v\n%s", err, out)
	}
}
