package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"github.com/portvet/portvet/testdata/breadth/process"
)

// module is one that the programs are run on.
type module struct {
	dir, work string
	limit     time.Duration
	packages  int // with what they import
	cold      []sum
	warm      []sum
	notes     []string
}

// sum adds up what runs took.
type sum struct {
	cpu, wall time.Duration
	peak      int64 // the largest
	runs      int
}

func (s *sum) add(r process.Result) {
	s.cpu += r.CPU
	s.wall += r.Wall
	s.peak = max(s.peak, r.Peak)
	s.runs++
}

// measure runs the linters in turns.
func (m *module) measure(linters []linter, rounds int) error {
	list := exec.Command("go", "list", "-deps", "./...")
	list.Dir = m.dir
	out, err := list.Output()
	if err != nil {
		return fmt.Errorf("%s: go list: %w", m.dir, err)
	}
	m.packages = bytes.Count(out, []byte("\n"))
	m.cold, m.warm = make([]sum, len(linters)), make([]sum, len(linters))
	for round := range rounds + 1 {
		for i := range linters {
			if err := m.turn(linters, (round+i)%len(linters), round == 0); err != nil {
				return err
			}
		}
	}
	return nil
}

// turn runs a linter cold and then warm, or the first time once, since that
// compiles what is imported and does not count.
func (m *module) turn(linters []linter, at int, first bool) error {
	dir, err := os.MkdirTemp(m.work, "turn")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	words, env, err := linters[at].fresh(dir)
	if err != nil {
		return err
	}
	cold := m.run(&linters[at], env, words)
	if !first {
		m.cold[at].add(cold)
		m.warm[at].add(m.run(&linters[at], env, words))
	}
	return nil
}

// run runs a command. Findings are no failure, and what else goes wrong is
// noted once.
func (m *module) run(l *linter, env, words []string) process.Result {
	r := process.Run(m.limit, m.dir, env, words[0], words[1:]...)
	if r.TooLong || r.Code > 1 || r.Code < 0 {
		note := fmt.Sprintf("%s: exit status %d: %.300s", l.name, r.Code, r.Stderr)
		if !slices.Contains(m.notes, note) {
			m.notes = append(m.notes, note)
		}
	}
	return r
}

// write writes the table.
func (m *module) write(w io.Writer, linters []linter) {
	fmt.Fprintf(w, "\n%s, %d packages with what they import\n\n", filepath.Base(m.dir), m.packages)
	fmt.Fprintln(w, "| | cold: CPU s | clock s | MB | warm: CPU s | clock s | MB |\n|---|---|---|---|---|---|---|")
	for i, l := range linters {
		fmt.Fprintf(w, "| %s | %s | %s |\n", l.name, m.cold[i], m.warm[i])
	}
	for _, note := range m.notes {
		fmt.Fprintf(w, "\nFAULT %s\n", note)
	}
}

// String is the cells of a table.
func (s sum) String() string {
	n := float64(s.runs)
	return fmt.Sprintf("%.1f | %.1f | %d", s.cpu.Seconds()/n, s.wall.Seconds()/n, s.peak>>20)
}
