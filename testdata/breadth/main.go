// Breadth runs portvet on many modules and reports what must not happen on
// any: a crash, an error of portvet's own, findings that differ from run to
// run or from driver to driver, and fixes that break something.
//
//	go -C testdata/breadth run . [flags] DIR...
//	go -C testdata/breadth run . -list FILE      # a directory per line
//
// Modules are not changed: what changes files works on a copy. The report has
// a line per module, with what the vet tool takes compared with an empty one,
// and a line per fault. The exit code is 1 if there are faults, 2 for wrong
// usage.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// options is what the user asks for.
type options struct {
	root     string // the checkout of portvet
	golangci string // a golangci-lint with the plugin, or ""
	timeout  time.Duration
	steps    map[string]bool
}

func main() {
	var opts options
	list := flag.String("list", "", "read the directories of modules from a `file`, one per line; # begins a comment")
	flag.StringVar(&opts.root, "portvet", "../..", "the `directory` of portvet's checkout")
	flag.StringVar(&opts.golangci, "golangci-lint", "", "compare with this `program`, a golangci-lint with the plugin")
	flag.DurationVar(&opts.timeout, "timeout", 10*time.Minute, "what one command may take")
	names := flag.String("steps", strings.Join(stepNames(), ","), "run only the steps of this comma-separated `list`")
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), "usage: breadth [flags] DIR...\n\nsteps:\n")
		for _, s := range steps {
			fmt.Fprintf(flag.CommandLine.Output(), "  %-8s %s\n", s.name, s.about)
		}
		flag.PrintDefaults()
	}
	flag.Parse()
	dirs, err := modules(*list, flag.Args())
	if err == nil {
		opts.steps, err = chosen(*names)
	}
	if err == nil {
		var faults int
		if faults, err = run(&opts, dirs, os.Stdout); err == nil && faults > 0 {
			os.Exit(1)
		}
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "breadth: %v\n", err)
		os.Exit(2)
	}
}

// modules returns the directories to look at. The error says what is wrong.
func modules(list string, args []string) ([]string, error) {
	dirs := args
	if list != "" {
		f, err := os.Open(list)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			line, _, _ := strings.Cut(lines.Text(), "#")
			if line = strings.TrimSpace(line); line != "" {
				dirs = append(dirs, line)
			}
		}
	}
	if len(dirs) == 0 {
		return nil, fmt.Errorf("no module given; name directories, or a file of them with -list")
	}
	for i, dir := range dirs {
		abs, err := filepath.Abs(dir)
		if err != nil {
			return nil, err
		}
		if _, err := os.Stat(filepath.Join(abs, "go.mod")); err != nil {
			return nil, fmt.Errorf("%s is no module: %w", dir, err)
		}
		dirs[i] = abs
	}
	return dirs, nil
}

// chosen returns the steps in a comma-separated list.
func chosen(list string) (map[string]bool, error) {
	known := make(map[string]bool)
	for _, name := range stepNames() {
		known[name] = true
	}
	out := make(map[string]bool)
	for name := range strings.SplitSeq(list, ",") {
		if !known[name] {
			return nil, fmt.Errorf("unknown step %q; there are %s", name, strings.Join(stepNames(), ", "))
		}
		out[name] = true
	}
	return out, nil
}

// run looks at each module, writes the report, and returns how many faults
// there are.
func run(opts *options, dirs []string, w io.Writer) (faults int, err error) {
	work, err := os.MkdirTemp("", "breadth")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(work)
	tools, err := build(opts.root, work)
	if err != nil {
		return 0, err
	}
	fmt.Fprintf(w, "%-40s %8s %8s %9s %9s %9s %9s\n", "module", "findings", "strict", "seconds", "cpu/empty", "peak MB", "mem/empty")
	for _, dir := range dirs {
		m := &module{dir: dir, opts: opts, tools: tools}
		if m.work, err = os.MkdirTemp(work, "module"); err != nil {
			return faults, err
		}
		began := time.Now()
		m.look()
		fmt.Fprintf(w, "%-40s %8d %8d %9.1f %9s %9s %9s\n", m.name(), len(m.lint.keys), len(m.strict.keys),
			time.Since(began).Seconds(), m.cost.cpu(), m.cost.peak(), m.cost.memory())
		for _, f := range m.faults {
			fmt.Fprintf(w, "\tFAULT %s\n", strings.ReplaceAll(f, "\n", "\n\t\t"))
		}
		for _, n := range m.notes {
			fmt.Fprintf(w, "\tnote %s\n", n)
		}
		faults += len(m.faults)
		if err := os.RemoveAll(m.work); err != nil {
			return faults, err
		}
	}
	fmt.Fprintf(w, "%d modules, %d faults\n", len(dirs), faults)
	return faults, nil
}

// tools are the programs that are run: portvet, and a vet tool that does
// nothing.
type tools struct{ portvet, empty string }

func build(root, dir string) (tools, error) {
	t := tools{filepath.Join(dir, "portvet"), filepath.Join(dir, "empty")}
	for pkg, file := range map[string]string{"./cmd/portvet": t.portvet, "./cmd/portvet/testdata/empty": t.empty} {
		cmd := exec.Command("go", "build", "-o", file, pkg)
		cmd.Dir = root
		if out, err := cmd.CombinedOutput(); err != nil {
			return t, fmt.Errorf("build %s in %s: %w\n%s", pkg, root, err, out)
		}
	}
	return t, nil
}
