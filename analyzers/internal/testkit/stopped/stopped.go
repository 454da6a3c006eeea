// Package stopped runs small servers, stops them while they are at work, and
// tells what came of it: a finding about a server is believed when the server
// behaves as the finding says.
package stopped

import (
	"bufio"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
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

// Server is a program that serves on the port that PORT says, writes the line
// "in flight" when a request has come, and answers it a little later.
type Server struct {
	Path string // of the program
	Port string // what PORT says
	// Addr is where the program is asked, if it may not listen where it should.
	Addr string
	// Ask sends a request to an address and reports whether it was answered;
	// nil is for HTTP.
	Ask func(addr string) bool
}

// Run is [Server.Run] for a program that listens on loopback and speaks HTTP.
func Run(t *testing.T, program string) Outcome {
	t.Helper()
	o, _ := Server{Path: program, Port: FreePort(t)}.Run(t)
	return o
}

// Run starts the program, sends it a request, and SIGTERM when that is in
// flight. It returns what came of both, and, on Linux, what the program
// listened on.
func (s Server) Run(t *testing.T) (o Outcome, sockets []netip.AddrPort) {
	t.Helper()
	program, addr, send := s.Path, s.Addr, s.Ask
	if addr == "" {
		addr = net.JoinHostPort("127.0.0.1", s.Port)
	}
	if send == nil {
		send = get
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "PORT="+s.Port)
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
	go func() { answered <- awaited(addr, exited) && send(addr) }()
	select {
	case came := <-inFlight:
		if !came {
			t.Fatalf("%s ended before a request came", program)
		}
	case <-time.After(limit):
		t.Fatalf("%s got no request", program)
	}
	sockets, err = listening(cmd.Process.Pid)
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
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
	return o, sockets
}

// awaited reports whether something listens on addr, sooner or later.
func awaited(addr string, exited <-chan struct{}) bool {
	for deadline := time.Now().Add(limit); time.Now().Before(deadline); {
		conn, err := net.Dial("tcp", addr)
		if err == nil {
			return conn.Close() == nil
		}
		select {
		case <-exited:
			return false
		case <-time.After(20 * time.Millisecond):
		}
	}
	return false
}

// get sends one request to addr and reports whether it was answered.
func get(addr string) bool {
	client := &http.Client{Timeout: limit, Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Get("http://" + addr + "/")
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return err == nil && resp.StatusCode == http.StatusOK && string(body) == "answered"
}

// handedOut are the ports that [FreePort] has returned.
var handedOut sync.Map

// FreePort returns a port that nobody listens on, and that it returns once. It is none of
// those that systems give to whoever asks for any, as connections of other programs do
// while the server has yet to bind.
func FreePort(t *testing.T) string {
	t.Helper()
	for range 100 {
		port := strconv.Itoa(10000 + rand.IntN(20000))
		if _, taken := handedOut.LoadOrStore(port, true); taken {
			continue
		}
		if l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", port)); err == nil {
			l.Close()
			return port
		}
	}
	t.Fatal("no port is free")
	return ""
}
