// Package driver analyses packages by running go vet with portvet as its
// tool, and collects what it says.
//
// Go vet loads the packages, starts the tool once for each of them, hands
// facts on, and keeps the results in go's build cache, so that a second run
// looks only at what has changed.
package driver

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// Config says what to analyse and how.
type Config struct {
	// Dir is where go vet runs, "" for the current directory.
	Dir string
	// BuildFlags are passed to the go command: -tags=x.
	BuildFlags []string
	// ToolFlags are passed to the tool, and so are part of the key under
	// which go keeps its results: -tests=true.
	ToolFlags []string
	// Patterns name the packages, as for go build.
	Patterns []string
	// Env is added to the environment of the go command: GOWORK=off.
	Env []string
	// Tool is the vet tool, "" for the running program.
	Tool string
}

// Run analyses the packages of cfg. It reports whatever could be analysed;
// each reason why something could not is one of the report's errors.
func Run(cfg Config) Report {
	var report Report
	if err := run(cfg, &report); err != nil {
		report.Errors = append(report.Errors, Error{Message: err.Error()})
	}
	report.explain()
	if err := report.only(cfg); err != nil {
		report.Errors = append(report.Errors, Error{Message: err.Error()})
	}
	report.tidy()
	return report
}

// only drops the findings in packages that cfg does not name, but others that
// it names depend on. The tool prints them so that go's cache, which cannot
// tell the two apart, has what a run needs that names both.
func (r *Report) only(cfg Config) error {
	if len(r.Findings) == 0 {
		return nil
	}
	named := make(map[string]bool)
	if err := list(cfg, "ImportPath", func(p listed) { named[p.ImportPath] = true }, "-find"); err != nil || len(named) == 0 {
		return err
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool {
		// An external test is a package of its own.
		return f.pkg != "" && !named[f.pkg] && !named[strings.TrimSuffix(f.pkg, "_test")]
	})
	return nil
}

// rounds bounds how often go vet is asked again: a problem that was got
// around may uncover another one.
const rounds = 3

// run adds to the report what go vet says. The error is about go vet itself.
func run(cfg Config, report *Report) error {
	names, err := prepare(&cfg)
	if err != nil {
		return err
	}
	around := make(overlay)
	ask := cfg
	for range rounds {
		stopped, err := vet(ask, names, report)
		if err != nil {
			return err
		}
		known := len(around)
		if !cfg.hasOverlay() { // go takes only one
			for _, e := range report.Errors {
				around.add(e)
			}
		}
		if !stopped && len(around) == known {
			return nil
		}
		ask = cfg
		if len(around) > 0 {
			file, err := around.write()
			if err != nil {
				return err
			}
			defer os.Remove(file)
			ask.BuildFlags = append(slices.Clip(cfg.BuildFlags), "-overlay="+file)
		}
		// One package that cannot be loaded stops go vet before it looks at
		// any other. Name those that can be.
		if ask.Patterns, err = loadable(ask); err != nil || len(ask.Patterns) == 0 {
			return err
		}
	}
	return nil
}

// hasOverlay reports whether the user has given an overlay.
func (cfg Config) hasOverlay() bool {
	return slices.ContainsFunc(cfg.BuildFlags, func(f string) bool { return strings.HasPrefix(f, "-overlay=") })
}

// prepare fills in the tool, and returns the namer for files. The error says
// what is wrong with cfg.
func prepare(cfg *Config) (namer, error) {
	if cfg.Tool == "" {
		self, err := os.Executable()
		if err != nil {
			return namer{}, fmt.Errorf("find the portvet program for go vet to run: %w", err)
		}
		cfg.Tool = self
	}
	if err := CheckDir(cfg.Dir); err != nil {
		return namer{}, err
	}
	return newNamer(cfg.Dir)
}

// vet runs go vet once. stopped says that it gave up before it analysed
// anything.
func vet(cfg Config, names namer, report *Report) (stopped bool, err error) {
	args := []string{"vet", "-vettool=" + cfg.Tool, "-json"}
	args = append(args, cfg.BuildFlags...)
	args = append(args, cfg.ToolFlags...)
	args = append(args, "--")
	args = append(args, cfg.Patterns...)
	stdout, stderr, runErr := command(cfg, args)
	if _, ok := errors.AsType[*exec.ExitError](runErr); runErr != nil && !ok {
		return false, runErr
	}

	findings, errs, err := readResults(stdout, names)
	if err != nil {
		return false, err
	}
	report.Findings = append(report.Findings, findings...)
	report.Errors = append(report.Errors, errs...)

	problems, loading := readProblems(stderr, runErr != nil, names)
	report.Errors = append(report.Errors, problems...)
	if runErr != nil && len(problems) == 0 && len(errs) == 0 {
		return false, fmt.Errorf("go vet failed without saying why: %w", runErr)
	}
	return loading && len(findings) == 0, nil
}

// command runs the go command in the directory and environment of cfg, and
// returns all that it wrote.
func command(cfg Config, args []string) (stdout, stderr []byte, err error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = cfg.Dir
	if len(cfg.Env) > 0 {
		cmd.Env = append(cmd.Environ(), cfg.Env...)
	}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	if errors.Is(err, exec.ErrNotFound) {
		err = errors.New("the go command is not on PATH; portvet needs it to load packages: install Go or extend PATH")
	}
	return out.Bytes(), errs.Bytes(), err
}
