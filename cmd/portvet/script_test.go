package main_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/goproxytest"
	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the files that scripts compare with cmp")

// TestScript runs testdata/script: what the program prints and how it exits
// for each flag and each kind of broken input. The scripts share go's caches
// with the test, since the standard library would be analysed anew otherwise.
func TestScript(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	proxy, err := goproxytest.NewServer(filepath.Join(root, "testdata/script/proxy"), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(proxy.Close)

	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join(root, "testdata/script"),
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			out, err := exec.Command("go", "env", "GOCACHE", "GOMODCACHE", "GOROOT", "GOPROXY").Output()
			if err != nil {
				return fmt.Errorf("go env: %w", err)
			}
			dirs := strings.Fields(string(out))
			e.Setenv("GOCACHE", dirs[0])
			e.Setenv("GOMODCACHE", dirs[1])
			e.Setenv("GOFLAGS", "")
			e.Setenv("GOPROXY", "off")
			e.Setenv("USERPROXY", dirs[3])
			e.Setenv("GOTOOLCHAIN", "local")
			e.Setenv("GOWORK", "off")
			e.Setenv("BIN", binDir)
			e.Setenv("ROOT", root)
			e.Setenv("TESTPROXY", proxy.URL)
			e.Setenv("PATH", binDir+string(filepath.ListSeparator)+
				filepath.Join(dirs[2], "bin")+string(filepath.ListSeparator)+os.Getenv("PATH"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"lines": lines,
			"fits":  fits,
		},
	})
}

// exits is the command "exits CODE PROGRAM ARG…": it runs a program, which
// has to exit with this code. The commands stdout and stderr look at what it
// wrote.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARG…]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if exit, ok := err.(*exec.ExitError); ok {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%s: %v", args[1], err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("%s: exit code %d, want %s", args[1], code, args[0])
	}
}

// lines is the command "lines N LINE FILE": it appends a line to a file N
// times, with each # in it replaced by the count.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: lines N LINE FILE")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	var buf bytes.Buffer
	for i := range n {
		fmt.Fprintln(&buf, strings.ReplaceAll(args[1], "#", strconv.Itoa(i)))
	}
	f, err := os.OpenFile(ts.MkAbs(args[2]), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	ts.Check(err)
	_, err = buf.WriteTo(f)
	ts.Check(err)
	ts.Check(f.Close())
}

// fits is the command "fits FILE LINES COLUMNS": a screen of this size shows
// all of a file.
func fits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fits FILE LINES COLUMNS")
	}
	rows, err := strconv.Atoi(args[1])
	ts.Check(err)
	columns, err := strconv.Atoi(args[2])
	ts.Check(err)
	text := strings.TrimSuffix(ts.ReadFile(args[0]), "\n")
	if n := strings.Count(text, "\n") + 1; n > rows {
		ts.Fatalf("%s has %d lines, more than %d", args[0], n, rows)
	}
	for line := range strings.SplitSeq(text, "\n") {
		if n := len([]rune(line)); n > columns {
			ts.Fatalf("a line of %s has %d columns, more than %d: %s", args[0], n, columns, line)
		}
	}
}
