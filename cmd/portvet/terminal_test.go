//go:build linux

package main_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// onTerminal runs portvet on a terminal with so many columns, and returns what
// is to be seen there: with all codes, and with line ends of \r\n.
func onTerminal(t *testing.T, dir string, columns uint16, env []string, args ...string) string {
	t.Helper()
	control, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no terminals here: %v", err)
	}
	defer control.Close()
	number, err := unix.IoctlGetInt(int(control.Fd()), unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(int(control.Fd()), unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(int(control.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: columns})
	}
	if err != nil {
		t.Skipf("no terminals here: %v", err)
	}
	terminal, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no terminals here: %v", err)
	}
	cmd := exec.Command(filepath.Join(binDir, "portvet"), args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, terminal, terminal
	cmd.Env = append(append(os.Environ(), "NO_COLOR=", "TERM=xterm", "GOWORK=off"), env...)
	err = cmd.Start()
	terminal.Close()
	if err != nil {
		t.Fatal(err)
	}
	seen, _ := io.ReadAll(control) // ends with an error when portvet has ended
	cmd.Wait()                     // findings are no success
	return string(seen)
}

// TestTerminal: on a terminal there are colours, unless the user wants none,
// and lines are cut to its width. A run that takes long says so, and takes
// that away again.
func TestTerminal(t *testing.T) {
	dir := t.TempDir()
	bin := t.TempDir()
	goCommand, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		filepath.Join(dir, "go.mod"):  "module example.com/m\n\ngo 1.26\n",
		filepath.Join(dir, "main.go"): "package main\n\nimport \"net\"\n\nfunc main() {\n\tl, err := net.Listen(\"tcp\", \":8080\") // " + strings.Repeat("long ", 50) + "\n\t_, _ = l, err\n}\n",
		filepath.Join(bin, "go"):      "#!/bin/sh\nsleep 3\nexec " + goCommand + " \"$@\"\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	onTerminal(t, dir, 60, nil, ".") // go's cache has the result from now on
	for _, tt := range []struct {
		name  string
		env   []string
		flags []string
		color bool
	}{
		{"a terminal", nil, nil, true},
		{"NO_COLOR", []string{"NO_COLOR=1"}, nil, false},
		{"NO_COLOR and -color=always", []string{"NO_COLOR=1"}, []string{"-color=always"}, true},
		{"-color=never", nil, []string{"-color=never"}, false},
		{"a dumb terminal", []string{"TERM=dumb"}, nil, false},
	} {
		seen := onTerminal(t, dir, 60, tt.env, append(tt.flags, ".")...)
		if !strings.Contains(seen, "(hardcodedport)") {
			t.Fatalf("%s: no finding:\n%s", tt.name, seen)
		}
		if got := strings.Contains(seen, "\x1b[1mmain.go:6:30:"); got != tt.color {
			t.Errorf("%s: colours: %v, want %v:\n%q", tt.name, got, tt.color, seen)
		}
		if !tt.color && strings.Contains(strings.ReplaceAll(seen, "\r\x1b[K", ""), "\x1b[3") {
			t.Errorf("%s: codes for a terminal:\n%q", tt.name, seen)
		}
		if !strings.Contains(seen, "…\r\n") {
			t.Errorf("%s: the line is not cut to the terminal:\n%q", tt.name, seen)
		}
	}

	if testing.Short() {
		t.Skip("waits for a slow run")
	}
	seen := onTerminal(t, dir, 60, []string{"PATH=" + bin + string(filepath.ListSeparator) + os.Getenv("PATH")}, ".")
	progress, rest, ok := strings.Cut(seen, "main.go:6:30:")
	if !ok || !strings.Contains(progress, "portvet: analysing, 2 s") || strings.LastIndex(progress, "\r\x1b[K") < strings.LastIndex(progress, " s") {
		t.Errorf("a slow run does not say that it is at work, or does not take it away:\n%q", seen)
	}
	if strings.Contains(rest, "analysing") {
		t.Errorf("a run that has ended is still at work:\n%q", seen)
	}
}
