package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/portvet/portvet/testdata/breadth/process"
)

// linter is a program that is compared.
type linter struct {
	name string
	tool string // the file of it, or of the vet tool that go runs
	// command returns what is run: the words, and the environment beside that
	// of this process. What it has from before it keeps in the directory
	// cache; tool is a file of which go has seen nothing when that is empty.
	command func(tool, cache string) (words, env []string)
}

// build makes the programs in dir. The versions of the others are those that
// testdata/golangci requires.
func build(root, dir, only string) ([]linter, error) {
	b := builder{root: root, dir: dir}
	portvet := b.build(root, "./cmd/portvet")
	golangci := b.build(filepath.Join(root, "testdata/golangci"), ".")
	staticcheck := b.build(filepath.Join(root, "testdata/golangci"), "honnef.co/go/tools/cmd/staticcheck")
	gosec := b.install("github.com/securego/gosec/v2", "cmd/gosec")
	all := []linter{
		{"go vet", b.vet(), asVetTool},
		{"an empty vet tool", b.build(root, "./cmd/portvet/testdata/empty"), asVetTool},
		{"portvet as vet tool", portvet, asVetTool},
		{"portvet", portvet, func(tool, _ string) ([]string, []string) {
			return []string{tool, "-config", "off", "./..."}, nil
		}},
		{"staticcheck", staticcheck, func(tool, cache string) ([]string, []string) {
			return []string{tool, "./..."}, []string{"STATICCHECK_CACHE=" + cache}
		}},
		{"gosec", gosec, func(tool, _ string) ([]string, []string) {
			return []string{tool, "-quiet", "-tests", "./..."}, nil
		}},
	}
	for _, with := range []string{"portvet", "staticcheck", "gosec,noctx,contextcheck"} {
		config := b.config(with)
		name := "golangci-lint with " + strings.ReplaceAll(with, ",", " and ")
		all = append(all, linter{name, golangci, func(tool, cache string) ([]string, []string) {
			return []string{tool, "run", "-c", config, "./..."}, []string{"GOLANGCI_LINT_CACHE=" + cache}
		}})
	}
	var out []linter
	for _, l := range all {
		if chosen(only, l.name) {
			out = append(out, l)
		}
	}
	if len(out) == 0 && b.err == nil {
		b.err = fmt.Errorf("-only: no program is called %q", only)
	}
	return out, b.err
}

// asVetTool runs a program by go vet, which keeps its results by the hash of
// the program's file.
func asVetTool(tool, _ string) ([]string, []string) {
	return []string{"go", "vet", "-vettool=" + tool, "./..."}, nil
}

// builder builds programs until one cannot be built.
type builder struct {
	root, dir string
	err       error
}

// build builds a package, named as from a directory, and returns the file.
func (b *builder) build(from, pkg string) string {
	file := filepath.Join(b.dir, filepath.Base(filepath.Join(from, pkg)))
	b.run(from, nil, "go", "build", "-o", file, pkg)
	return file
}

// install builds a package of a module outside of ours, since
// what its command needs is more than golangci-lint requires.
func (b *builder) install(module, pkg string) string {
	version := b.run(filepath.Join(b.root, "testdata/golangci"), nil, "go", "list", "-m", "-f", "{{.Version}}", module)
	b.run(b.dir, []string{"GOBIN=" + b.dir}, "go", "install", module+"/"+pkg+"@"+version)
	return filepath.Join(b.dir, filepath.Base(pkg))
}

// vet returns the file of the tool that go vet is without another.
func (b *builder) vet() string {
	return b.run(b.root, nil, "go", "tool", "-n", "vet")
}

// run runs a command and returns what it wrote.
func (b *builder) run(dir string, env []string, words ...string) string {
	if b.err != nil {
		return ""
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	out, err := cmd.Output()
	if err != nil {
		b.err = fmt.Errorf("%s: %w", cmd, err)
	}
	return strings.TrimSpace(string(out))
}

// config writes a configuration of golangci-lint with nothing but some
// linters, and returns its file.
func (b *builder) config(linters string) string {
	text := "version: \"2\"\nlinters:\n  default: none\n  enable: [" + linters + "]\n"
	if linters == "portvet" {
		text += "  settings:\n    custom:\n      portvet:\n        type: module\n"
	}
	file := filepath.Join(b.dir, strings.ReplaceAll(linters, ",", "-")+".yml")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil && b.err == nil {
		b.err = err
	}
	return file
}

// fresh returns the linter's command as one that has nothing from before; all
// that belongs to it is below dir.
func (l *linter) fresh(dir string) (words, env []string, err error) {
	tool, err := process.Unknown(l.tool, dir)
	if err != nil {
		return nil, nil, err
	}
	words, env = l.command(tool, filepath.Join(dir, "cache"))
	return words, env, nil
}
