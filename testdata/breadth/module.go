package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/testdata/breadth/process"
)

// module is one module that is looked at, with what was found.
type module struct {
	dir, work string
	opts      *options
	tools     tools

	lint, strict findings
	cost         cost
	faults       []string
	notes        []string
}

// step is one question that is asked of each module.
type step struct {
	name, about string
	ask         func(*module)
}

// steps are asked in this order: those behind lint compare with it.
var steps = []step{
	{"lint", "the findings by default, without a crash", (*module).askLint},
	{"strict", "the findings under -strict", (*module).askStrict},
	{"again", "the findings are the same in a second run, with -p 1", (*module).askAgain},
	{"order", "the findings are the same when the files have another order", (*module).askOrder},
	{"drivers", "go vet and golangci-lint find the same", (*module).askDrivers},
	{"ports", "portvet ports and check do not fail", (*module).askPorts},
	{"fix", "fixes build, are formatted, stay as they are, and leave nothing to fix", (*module).askFix},
	{"cost", "time and memory of go vet, compared with an empty tool, with nothing cached", (*module).askCost},
}

func stepNames() []string {
	var names []string
	for _, s := range steps {
		names = append(names, s.name)
	}
	return names
}

// look asks all that was asked for. A module that does not load is noted and
// left.
func (m *module) look() {
	if r := m.run(m.dir, "go", "build", "./..."); r.Err != nil {
		m.note("does not build: %s", firstLine(r.Stderr))
		return
	}
	for _, s := range steps {
		if m.opts.steps[s.name] || s.name == "lint" {
			s.ask(m)
		}
	}
}

func (m *module) name() string { return filepath.Base(m.dir) }

func (m *module) fault(format string, args ...any) {
	m.faults = append(m.faults, fmt.Sprintf(format, args...))
}

func (m *module) note(format string, args ...any) {
	m.notes = append(m.notes, fmt.Sprintf(format, args...))
}

func (m *module) askLint() { m.lint = m.portvet(m.dir) }

func (m *module) askStrict() {
	m.strict = m.portvet(m.dir, "-strict")
	m.compare("with -strict there are fewer findings", m.lint, m.strict, true)
}

// askAgain lets a tool that go has not seen compute everything once more.
func (m *module) askAgain() {
	other, err := process.Unknown(m.tools.portvet, m.work)
	if err != nil {
		m.note("no second run: %v", err)
		return
	}
	again := m.read(m.run(m.dir, other, "-panics", "-config", "off", "-format", "json", "-p", "1", "./..."))
	m.compare("a second run with -p 1 finds something else", m.lint, again, false)
}

// askOrder gives the files of each package names in the opposite order, so
// that whatever depends on it shows.
func (m *module) askOrder() {
	dir, err := m.copy("order")
	if err != nil {
		m.note("no run in another order: %v", err)
		return
	}
	names, err := reverse(dir)
	if err != nil {
		m.note("no run in another order: %v", err)
		return
	}
	if r := m.run(dir, "go", "build", "./..."); r.Err != nil {
		m.note("does not build with its files in another order: %s", firstLine(r.Stderr))
		return
	}
	found := m.portvet(dir)
	for i, f := range found.list {
		if old, ok := names[filepath.Join(dir, f.File)]; ok {
			found.list[i].File = filepath.Join(filepath.Dir(f.File), old)
		}
	}
	m.compare("with the files in another order it finds something else", m.lint.places(), found.places(), false)
}

// reverse renames the Go files of each folder and returns the names that they
// had, by their paths. The ending of a name decides for which system it is, so
// the new one only adds to its beginning.
func reverse(dir string) (map[string]string, error) {
	files := make(map[string][]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".go") && !strings.ContainsAny(d.Name()[:1], "_.") {
			files[filepath.Dir(path)] = append(files[filepath.Dir(path)], d.Name())
		}
		return err
	})
	had := make(map[string]string)
	for folder, names := range files {
		for i, name := range names {
			path := filepath.Join(folder, fmt.Sprintf("r%04d_%s", len(names)-i, name))
			had[path] = name
			if err == nil {
				err = os.Rename(filepath.Join(folder, name), path)
			}
		}
	}
	return had, err
}

func (m *module) askDrivers() {
	vet := m.readVet(m.run(m.dir, "go", "vet", "-vettool="+m.tools.portvet, "-json", "-brackets=false", "./..."))
	m.compare("go vet finds something else", m.lint.places(), vet.places(), false)
	if m.opts.golangci != "" {
		m.compare("golangci-lint finds something else", m.lint.places(), m.golangci().places(), false)
	}
}

func (m *module) askPorts() {
	for _, command := range []string{"ports", "check"} {
		r := m.run(m.dir, m.tools.portvet, command, "-config", "off", "./...")
		m.crashed(r)
		if r.Err != nil && r.Code != 1 {
			m.note("portvet %s: exit status %d: %s", command, r.Code, firstLine(r.Stderr))
		}
	}
}

// askFix applies the fixes to a copy and looks at what becomes of it.
func (m *module) askFix() {
	if !slices.ContainsFunc(m.strict.list, func(f finding) bool { return len(f.Fixes) > 0 }) &&
		!slices.ContainsFunc(m.lint.list, func(f finding) bool { return len(f.Fixes) > 0 }) {
		return
	}
	dir, err := m.copy("fix")
	if err != nil {
		m.note("no fixes: %v", err)
		return
	}
	unformatted := m.run(dir, "gofmt", "-l", ".").Stdout
	// Fixes that meet in one place wait for the next run.
	var before, after string
	for range 4 {
		before = after
		m.crashed(m.run(dir, m.tools.portvet, "-config", "off", "-strict", "-fix", "./..."))
		if after, err = sum(dir); err != nil {
			m.note("no fixes: %v", err)
			return
		}
		if before == after {
			break
		}
	}
	if before != after {
		m.fault("-fix finds something to change each time that it runs")
	}
	if r := m.run(dir, "go", "build", "./..."); r.Err != nil {
		m.fault("the fixed module does not build: %s", firstLine(r.Stderr))
	}
	if now := m.run(dir, "gofmt", "-l", ".").Stdout; !bytes.Equal(now, unformatted) {
		m.fault("fixed files are not formatted:\n%s", now)
	}
	for _, f := range m.portvet(dir, "-strict").list {
		if len(f.Fixes) > 0 {
			m.fault("a finding has a fix that was not applied: %s", f.key())
		}
	}
}

// copy copies the module, so that something can be changed in it.
func (m *module) copy(name string) (string, error) {
	dir := filepath.Join(m.work, name)
	if out, err := exec.Command("cp", "-a", m.dir, dir).CombinedOutput(); err != nil {
		return "", fmt.Errorf("copy: %w: %s", err, out)
	}
	return dir, exec.Command("chmod", "-R", "u+w", dir).Run()
}

// sum tells two states of the Go files of a directory apart.
func sum(dir string) (string, error) {
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		data, err := os.ReadFile(path)
		fmt.Fprintf(&b, "%s\n%s\n", path, data)
		return err
	})
	return b.String(), err
}
