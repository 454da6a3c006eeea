package driver

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
)

// ExplainFlag is the flag of the tool that asks for explanations: the steps of
// findings, and the listeners of a report. Go vet keeps results by the flags,
// so linting without it has nothing to do with it.
const ExplainFlag = "why"

// Step is one place on the way to a finding: of a value, from where it is
// written to the API that it reaches, or of a server, from where it is made to
// what stops it. Steps of one way have the same number. File, Line and Column
// are not there where they are not known.
type Step struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Text   string `json:"text"`
	Way    int    `json:"way"`
}

// Listener is a listener, with where its address comes from and what rules say
// of it.
type Listener struct {
	File          string
	Line, EndLine int
	API           string
	Host, Port    []Source
	Story         []Step // of its server
	Says          []analyzers.Verdict
}

// Source is one thing that a host or port may come from.
type Source struct {
	Text  string
	Steps []Step
}

// ParsePlace returns the file and line of a place that the user names as reports
// do, with or without a column.
func ParsePlace(text string) (file string, line int, err error) {
	file, line, _ = position(strings.TrimSuffix(text, ":"))
	if file == "" || line < 1 {
		return "", 0, fmt.Errorf("%q is no place; write FILE:LINE, such as main.go:12", text)
	}
	if info, err := os.Stat(file); err != nil || info.IsDir() || filepath.Ext(file) != ".go" {
		return "", 0, fmt.Errorf("%s: no such Go file; name it as seen from the current directory", file)
	}
	return filepath.Clean(file), line, nil
}

// explain takes the explanations out of the findings, and gives findings their
// steps.
func (r *Report) explain() {
	var all []explanation
	dirs := make(folders)
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool {
		if f.Rule != analyzers.ExplainName {
			return false
		}
		e := explanation{dir: filepath.Dir(f.File)}
		if err := json.Unmarshal([]byte(f.Message), &e.Explanation); err != nil {
			r.Errors = append(r.Errors, Error{File: f.File, Message: fmt.Sprintf("read the explanation of findings: %v", err)})
			return true
		}
		all = append(all, e)
		dirs[e.Path] = e.dir
		return true
	})
	steps := make(map[string][]Step) // by rule and place
	known := make(map[string]bool)
	r.Work = make(map[string]analyzers.Work)
	for _, e := range all {
		if w, there := r.Work[e.Path]; !there || w.Steps < e.Work.Steps { // with its tests it takes more
			r.Work[e.Path] = e.Work
		}
		for _, f := range e.Findings {
			key := f.Rule + " " + filepath.Join(e.dir, f.Place)
			if steps[key] != nil {
				continue // go vet analyses a package again for its tests
			}
			for i, way := range f.Ways {
				steps[key] = append(steps[key], dirs.steps(e, way, i+1)...)
			}
		}
		for _, l := range e.Listeners {
			place := filepath.Join(e.dir, l.Place) + " " + l.API
			if !known[place] {
				known[place] = true
				r.Listeners = append(r.Listeners, dirs.listener(e, l))
			}
		}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Steps = steps[f.Rule+" "+Position(f.File, f.Line, f.Column)]
	}
}

// explanation is that of one package in the folder dir.
type explanation struct {
	analyzers.Explanation
	dir string
}

// folders are those of packages, by import path.
type folders map[string]string

func (d folders) listener(e explanation, l analyzers.ExplainedListener) Listener {
	file, line, _ := position(l.Place)
	out := Listener{
		File: filepath.Join(e.dir, file), Line: line, EndLine: l.EndLine, API: l.API,
		Story: d.steps(e, l.Story, 1), Says: l.Says,
	}
	for _, s := range l.Host {
		out.Host = append(out.Host, Source{s.Text, d.steps(e, s.Way, 1)})
	}
	for _, s := range l.Port {
		out.Port = append(out.Port, Source{s.Text, d.steps(e, s.Way, 1)})
	}
	return out
}

// steps returns the steps of a way in the package of e.
func (d folders) steps(e explanation, way []analyzers.Step, number int) []Step {
	var out []Step
	for _, s := range way {
		step := Step{Text: s.Text, Way: number}
		file, line, column := position(s.Place)
		if column > 0 {
			step.File, step.Line, step.Column = filepath.Join(e.dir, file), line, column
		} else if dir, ok := d.holding(file, s.Pkg); ok {
			step.File, step.Line = filepath.Join(dir, file), line
		} else if file != "" {
			step.Text += fmt.Sprintf(", at %s of another package", s.Place)
		}
		out = append(out, step)
	}
	return out
}

// holding returns the folder of the package pkg if that has the file, or else
// the only folder that has it.
func (d folders) holding(file, pkg string) (dir string, ok bool) {
	exists := func(dir string) bool {
		_, err := os.Stat(filepath.Join(dir, file))
		return file != "" && err == nil
	}
	if dir, ok := d[pkg]; ok && exists(dir) {
		return dir, true
	}
	for _, other := range d {
		if other == dir || !exists(other) {
			continue
		}
		if ok {
			return "", false
		}
		dir, ok = other, true
	}
	return dir, ok
}
