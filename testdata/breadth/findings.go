package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/testdata/breadth/process"
)

// finding is what the reports of all drivers have.
type finding struct {
	Rule    string
	Message string
	File    string
	Line    int
	Column  int
	Fixes   []json.RawMessage
}

func (f finding) key() string {
	return fmt.Sprintf("%s:%d:%d: %s (%s)", f.File, f.Line, f.Column, f.Message, f.Rule)
}

// findings are those of one run, and what tells them apart.
type findings struct {
	list []finding
	keys []string
}

// with returns findings with the given list.
func (findings) with(list []finding) findings {
	fs := findings{list: list}
	for _, f := range list {
		fs.keys = append(fs.keys, f.key())
	}
	slices.Sort(fs.keys)
	return fs
}

// places returns the findings without what drivers word in their own ways.
func (fs findings) places() findings {
	out := findings{list: fs.list}
	for _, f := range fs.list {
		out.keys = append(out.keys, fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Rule))
	}
	slices.Sort(out.keys)
	out.keys = slices.Compact(out.keys)
	return out
}

// compare notes a fault if b has not the findings of a, or, unless more is
// right, others.
func (m *module) compare(what string, a, b findings, more bool) {
	var diff []string
	for _, k := range a.keys {
		if !slices.Contains(b.keys, k) {
			diff = append(diff, "gone: "+k)
		}
	}
	for _, k := range b.keys {
		if !more && !slices.Contains(a.keys, k) {
			diff = append(diff, "new: "+k)
		}
	}
	if len(diff) > 0 {
		m.fault("%s:\n%s", what, strings.Join(diff, "\n"))
	}
}

// portvet returns what the command finds in dir.
func (m *module) portvet(dir string, flags ...string) findings {
	args := append([]string{"-panics", "-config", "off", "-format", "json"}, flags...)
	return m.read(m.run(dir, m.tools.portvet, append(args, "./...")...))
}

// read reads a report of the command.
func (m *module) read(r process.Result) findings {
	m.crashed(r)
	var report struct {
		Findings []finding
		Errors   []struct{ Package, Message string }
	}
	if err := json.Unmarshal(r.Stdout, &report); err != nil {
		m.fault("portvet writes no report: %v: %s", err, firstLine(r.Stderr))
	}
	for _, e := range report.Errors {
		if strings.Contains(e.Message, "portvet crashed here") {
			m.fault("%s: %s", e.Package, e.Message)
		} else {
			m.note("%s: %s", e.Package, e.Message)
		}
	}
	return findings{}.with(report.Findings)
}

// readVet reads what go vet -json prints.
func (m *module) readVet(r process.Result) findings {
	m.crashed(r)
	var list []finding
	for dec := json.NewDecoder(bytes.NewReader(r.Stdout)); ; {
		var results map[string]map[string]json.RawMessage
		if err := dec.Decode(&results); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			m.fault("go vet writes no JSON: %v: %s", err, firstLine(r.Stderr))
			break
		}
		for _, rules := range results {
			for rule, raw := range rules {
				var diags []struct{ Posn, Message string }
				if json.Unmarshal(raw, &diags) != nil {
					m.fault("go vet: %s failed: %s", rule, raw)
				}
				for _, d := range diags {
					f := m.at(d.Posn)
					f.Rule, f.Message = rule, d.Message
					list = append(list, f)
				}
			}
		}
	}
	return findings{}.with(list)
}

// at returns a finding at file:line:column.
func (m *module) at(posn string) finding {
	var f finding
	parts := strings.Split(posn, ":")
	if n := len(parts); n > 2 {
		f.File = strings.Join(parts[:n-2], ":")
		f.Line, _ = strconv.Atoi(parts[n-2])
		f.Column, _ = strconv.Atoi(parts[n-1])
	}
	if rel, err := filepath.Rel(m.dir, f.File); err == nil {
		f.File = rel
	}
	return f
}

// golangci returns what golangci-lint finds with the plugin alone.
func (m *module) golangci() findings {
	config := filepath.Join(m.work, "golangci.yml")
	text := `version: "2"
linters:
  default: none
  enable: [portvet]
  settings: {custom: {portvet: {type: module}}}
issues: {max-issues-per-linter: 0, max-same-issues: 0}
`
	if err := os.WriteFile(config, []byte(text), 0o666); err != nil {
		m.note("no run of golangci-lint: %v", err)
		return m.lint
	}
	r := m.run(m.dir, m.opts.golangci, "run", "--config", config, "--output.json.path", "stdout", "--show-stats=false", "--path-mode", "abs", "./...")
	var report struct {
		Issues []struct {
			Text string
			Pos  struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.NewDecoder(bytes.NewReader(r.Stdout)).Decode(&report); err != nil {
		m.fault("golangci-lint writes no JSON: %v: %s", err, firstLine(r.Stderr))
		return m.lint
	}
	var list []finding
	for _, i := range report.Issues {
		f := m.at(fmt.Sprintf("%s:%d:%d", i.Pos.Filename, i.Pos.Line, i.Pos.Column))
		f.Rule, f.Message, _ = strings.Cut(i.Text, ": ")
		list = append(list, f)
	}
	return findings{}.with(list)
}
