// Package stopped runs small servers, stops them while they are at work, and
// tells what came of it: a finding about a server is believed when the server
// behaves as the finding says.
package stopped

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Outcome is what came of stopping a server with a request in flight.
type Outcome struct {
	Answered bool           // the request was answered
	Status   int            // exit status, -1 when a signal ended the process
	Signal   syscall.Signal // the signal that ended the process, or 0
}

// limit bounds each step of a run: to listen, to answer, to end.
const limit = 20 * time.Second

// Build compiles the programs of the module in dir and returns the folder that
// they are in. It skips the test with -short, and where there are no signals.
func Build(t *testing.T, dir string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("builds and runs programs")
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "plan9" {
		t.Skip("no SIGTERM on " + runtime.GOOS)
	}
	bin := t.TempDir()
	cmd := exec.Command("go", "build", "-o", bin+string(filepath.Separator), "./...")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building %s: %v\n%s", dir, err, out)
	}
	return bin
}

// Run starts a program, which has to listen on the loopback port that PORT
// says, to write the line "in flight" when a request has come, and to answer it
// a little later. It sends a request, SIGTERM when that line is written, and
// returns what came of both.
func Run(t *testing.T, program string) Outcome {
	t.Helper()
	addr := freeAddr(t)
	_, port, _ := net.SplitHostPort(addr)
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "PORT="+port)
	cmd.Stderr = &strings.Builder{}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	exited := make(chan struct{})
	defer func() {
		_ = cmd.Process.Kill()
		<-exited
		if t.Failed() {
			t.Logf("%s wrote:\n%s", filepath.Base(program), cmd.Stderr)
		}
	}()
	inFlight := make(chan bool, 2)
	go func() {
		defer close(exited)
		came := false
		for lines := bufio.NewScanner(stdout); lines.Scan(); {
			if !came && lines.Text() == "in flight" {
				came = true
				inFlight <- true
			}
		}
		inFlight <- came
		_ = cmd.Wait()
	}()

	answered := make(chan bool, 1)
	go func() { answered <- ask(addr, exited) }()
	select {
	case came := <-inFlight:
		if !came {
			t.Fatalf("%s ended before a request came", program)
		}
	case <-time.After(limit):
		t.Fatalf("%s got no request", program)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	var o Outcome
	select {
	case o.Answered = <-answered:
	case <-time.After(limit):
		t.Fatalf("the request to %s has no end", program)
	}
	select {
	case <-exited:
	case <-time.After(limit):
		t.Fatalf("%s does not end", program)
	}
	o.Status = cmd.ProcessState.ExitCode()
	if ws, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && ws.Signaled() {
		o.Signal = ws.Signal()
	}
	return o
}

// ask sends one request to addr as soon as something listens there, and
// reports whether it was answered.
func ask(addr string, exited <-chan struct{}) bool {
	for deadline := time.Now().Add(limit); time.Now().Before(deadline); {
		conn, err := net.Dial("tcp", addr)
		if err == nil {
			_ = conn.Close()
			break
		}
		select {
		case <-exited:
			return false
		case <-time.After(20 * time.Millisecond):
		}
	}
	client := &http.Client{Timeout: limit, Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Get("http://" + addr + "/")
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return err == nil && resp.StatusCode == http.StatusOK && string(body) == "answered"
}

// freeAddr returns a loopback address that nobody listens on.
func freeAddr(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
