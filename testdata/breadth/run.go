package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/portvet/portvet/testdata/breadth/process"
)

// run runs a command in dir. A command that takes too long is a fault.
func (m *module) run(dir string, name string, args ...string) process.Result {
	r := process.Run(m.opts.timeout, dir, nil, name, args...)
	if r.TooLong {
		m.fault("takes more than %v: %s", m.opts.timeout, strings.Join(append([]string{name}, args...), " "))
	}
	return r
}

// crashed notes a fault if portvet's own stack is in what it wrote.
func (m *module) crashed(r process.Result) {
	text := string(r.Stderr)
	if i := strings.Index(text, "panic: "); i >= 0 {
		m.fault("crash: %.2000s", text[i:])
	} else if i := strings.Index(text, "portvet crashed here"); i >= 0 {
		m.fault("crash: %.2000s", text[i:])
	}
}

// cost is what the vet tool takes, and what an empty one takes.
type cost struct{ portvet, empty process.Result }

// askCost runs both tools with nothing cached. What they say is not looked at:
// go vet fails where there are findings.
func (m *module) askCost() {
	for tool, to := range map[string]*process.Result{m.tools.empty: &m.cost.empty, m.tools.portvet: &m.cost.portvet} {
		fresh, err := process.Unknown(tool, m.work)
		if err != nil {
			m.note("no figures: %v", err)
			return
		}
		*to = m.run(m.dir, "go", "vet", "-vettool="+fresh, "-json", "./...")
	}
}

func (c cost) known() bool { return c.empty.CPU > 0 && c.portvet.CPU > 0 }

// cpu returns the CPU time of portvet, compared with that of the empty tool.
func (c cost) cpu() string {
	if !c.known() {
		return "-"
	}
	return fmt.Sprintf("%.2f", c.portvet.CPU.Seconds()/c.empty.CPU.Seconds())
}

// peak returns the memory of the largest process, in MB.
func (c cost) peak() string {
	if !c.known() {
		return "-"
	}
	return fmt.Sprint(c.portvet.Peak >> 20)
}

// memory returns that compared with the empty tool.
func (c cost) memory() string {
	if !c.known() {
		return "-"
	}
	return fmt.Sprintf("%.2f", float64(c.portvet.Peak)/float64(c.empty.Peak))
}

// firstLine returns the first line that is not empty.
func firstLine(text []byte) string {
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return string(line)
		}
	}
	return "it does not say why"
}
