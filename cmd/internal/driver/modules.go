package driver

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
)

// Module is one of several modules that are analysed together.
type Module struct {
	Dir string   // its root, below the directory that was asked for
	Env []string // what go has to be told so that it looks at this module
}

// All returns cfg for all packages of the module.
func (m Module) All(cfg Config) Config {
	cfg.Dir, cfg.Env, cfg.Patterns = m.Dir, m.Env, []string{"./..."}
	return cfg
}

// FindModules returns the modules at and below dir that have Go files, in the
// order of their names. Directories are left out that go leaves out of a
// pattern (vendor, testdata, and those whose names begin with _ or a dot), and
// node_modules.
//
// A module that a go.work above it does not use is analysed by itself, which
// go has to be told. The error says that there are none.
func FindModules(dir string) ([]Module, error) {
	if dir == "" {
		dir = "."
	}
	if err := CheckDir(dir); err != nil {
		return nil, err
	}
	roots := make(map[string]bool) // and whether they have Go files
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if file != dir && skipped(d.Name()) {
				return filepath.SkipDir
			}
			if info, err := os.Stat(filepath.Join(file, "go.mod")); err == nil && !info.IsDir() {
				roots[file] = false
			}
		case filepath.Ext(file) == ".go" && !strings.HasPrefix(d.Name(), "_") && !strings.HasPrefix(d.Name(), "."):
			for up := filepath.Dir(file); ; up = filepath.Dir(up) {
				if _, ok := roots[up]; ok {
					roots[up] = true
					break
				}
				if up == dir || up == filepath.Dir(up) {
					break
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look for modules: %w", err)
	}
	var modules []Module
	for root, hasCode := range roots {
		if hasCode {
			modules = append(modules, Module{Dir: root})
		}
	}
	if len(modules) == 0 {
		return nil, fmt.Errorf("-all-modules: there is no module with Go files in %s or below; name another directory with -C", dir)
	}
	slices.SortFunc(modules, func(a, b Module) int { return strings.Compare(a.Dir, b.Dir) })
	for i := range modules {
		in, err := inWorkspace(modules[i].Dir)
		if err != nil {
			return nil, err
		}
		if !in {
			modules[i].Env = []string{"GOWORK=off"}
		}
	}
	return modules, nil
}

// CheckDir reports a directory, given with -C, that is none. "" is the current
// one.
func CheckDir(dir string) error {
	if dir == "" {
		return nil
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("-C %s: no such directory", dir)
	}
	return nil
}

// skipped reports whether modules are not looked for in a directory of this
// name.
func skipped(name string) bool {
	return name == "vendor" || name == "testdata" || name == "node_modules" ||
		strings.HasPrefix(name, "_") || strings.HasPrefix(name, ".")
}

// inWorkspace reports whether the workspace that go finds for a module, if
// there is one, uses it.
func inWorkspace(dir string) (bool, error) {
	out, _, err := command(Config{Dir: dir}, []string{"env", "GOWORK"})
	if err != nil {
		return false, err
	}
	file := strings.TrimSpace(string(out))
	if file == "" || file == "off" {
		return true, nil
	}
	out, errs, err := command(Config{Dir: dir}, []string{"work", "edit", "-json"})
	if err != nil {
		return false, fmt.Errorf("%s: %s", file, strings.TrimPrefix(strings.TrimSpace(string(errs)), "go: "))
	}
	var work struct {
		Use []struct{ DiskPath string }
	}
	if err := json.Unmarshal(out, &work); err != nil {
		return false, fmt.Errorf("read the output of go work edit: %w", err)
	}
	module, err := os.Stat(dir)
	if err != nil {
		return false, err
	}
	for _, use := range work.Use {
		used := filepath.FromSlash(use.DiskPath)
		if !filepath.IsAbs(used) {
			used = filepath.Join(filepath.Dir(file), used)
		}
		if info, err := os.Stat(used); err == nil && os.SameFile(info, module) {
			return true, nil
		}
	}
	return false, nil
}

// Locate puts the module before errors that have no place of their own.
func (m Module) Locate(r *Report) {
	for i, e := range r.Errors {
		if e.File == "" && e.Package == "" && m.Dir != "." {
			r.Errors[i].Message = m.Dir + ": " + e.Message
		}
	}
}

// Merge returns one report of all that is in reports.
func Merge(reports ...Report) Report {
	all := Report{Work: make(map[string]analyzers.Work)}
	for _, r := range reports {
		maps.Copy(all.Work, r.Work)
		all.Findings = append(all.Findings, r.Findings...)
		all.Errors = append(all.Errors, r.Errors...)
	}
	all.tidy()
	return all
}
