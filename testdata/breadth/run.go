package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// result is what came of one command.
type result struct {
	stdout, stderr []byte
	code           int
	err            error
	cpu            time.Duration // of the command and all that it started
	peak           int64         // bytes of the largest process among them
}

// run runs a command in dir. A command that takes too long is a fault.
func (m *module) run(dir string, name string, args ...string) result {
	ctx, stop := context.WithTimeout(context.Background(), m.opts.timeout)
	defer stop()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	// What go started has to end with it.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	r := result{err: cmd.Run()}
	r.stdout, r.stderr = stdout.Bytes(), stderr.Bytes()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		m.fault("takes more than %v: %s", m.opts.timeout, cmd)
	}
	if s := cmd.ProcessState; s != nil {
		r.code, r.cpu = s.ExitCode(), s.UserTime()+s.SystemTime()
		if usage, ok := s.SysUsage().(*syscall.Rusage); ok {
			r.peak = usage.Maxrss << 10
		}
	}
	return r
}

// crashed notes a fault if portvet's own stack is in what it wrote.
func (m *module) crashed(r result) {
	text := string(r.stderr)
	if i := strings.Index(text, "panic: "); i >= 0 {
		m.fault("crash: %.2000s", text[i:])
	} else if i := strings.Index(text, "portvet crashed here"); i >= 0 {
		m.fault("crash: %.2000s", text[i:])
	}
}

// cost is what the vet tool takes, and what an empty one takes.
type cost struct{ portvet, empty result }

// askCost runs both tools with nothing cached. What they say is not looked at:
// go vet fails where there are findings.
func (m *module) askCost() {
	for tool, to := range map[string]*result{m.tools.empty: &m.cost.empty, m.tools.portvet: &m.cost.portvet} {
		fresh, err := m.unknown(tool)
		if err != nil {
			m.note("no figures: %v", err)
			return
		}
		*to = m.run(m.dir, "go", "vet", "-vettool="+fresh, "-json", "./...")
	}
}

func (c cost) known() bool { return c.empty.cpu > 0 && c.portvet.cpu > 0 }

// cpu returns the CPU time of portvet, compared with that of the empty tool.
func (c cost) cpu() string {
	if !c.known() {
		return "-"
	}
	return fmt.Sprintf("%.2f", c.portvet.cpu.Seconds()/c.empty.cpu.Seconds())
}

// peak returns the memory of the largest process, in MB.
func (c cost) peak() string {
	if !c.known() {
		return "-"
	}
	return fmt.Sprint(c.portvet.peak >> 20)
}

// memory returns that compared with the empty tool.
func (c cost) memory() string {
	if !c.known() {
		return "-"
	}
	return fmt.Sprintf("%.2f", float64(c.portvet.peak)/float64(c.empty.peak))
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
