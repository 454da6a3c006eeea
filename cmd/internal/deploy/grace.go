package deploy

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/entry"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// What follows is about the time between the signal and the end: what the
// platform gives, and what the program takes.

// allowed returns how long the platform waits for r to end, where it says so,
// and whether the manifest does. ok is false where that is not known.
func (r *run) allowed() (d time.Duration, at manifest.Position, said, ok bool) {
	w := r.Workload
	switch {
	case w == nil:
		return 0, at, false, false
	case w.Grace.Set():
		n, ok := w.Grace.Number()
		return time.Duration(n) * time.Second, w.Grace.Position, true, ok
	case w.Open:
		return 0, at, false, false // a template may say it
	case r.inPod():
		return 30 * time.Second, r.Position(), false, true
	case w.Wait > 0:
		return time.Duration(w.Wait) * time.Second, r.Position(), false, true
	}
	return 0, at, false, false
}

// grace checks that a program has time to drain. The default of a platform is
// compared where something else takes a part of it; the rule drain knows it
// too. It does not know Compose's, which counts where Compose keeps a service
// running, and under strict. Of what is there for development only a period that
// somebody wrote down counts.
func (c *checker) grace(r *run) {
	limit, at, said, ok := r.allowed()
	if !ok || r.otherwise() {
		return
	}
	hook := r.Container.PreStop
	slept := time.Duration(0)
	if n, known := hook.Number(); known && !r.hookFails() {
		slept = time.Duration(n) * time.Second
	}
	drains := r.drains()
	if len(drains) == 0 {
		return
	}
	d := slices.MaxFunc(drains, func(a, b ports.Drain) int { return cmp.Compare(a.Takes(), b.Takes()) })
	alone := slept == 0 && d.Takes() == d.Limit
	switch {
	case said && alone && d.Limit < limit, (!said || !alone) && slept+d.Takes() <= limit:
		return
	case !said && alone && (r.inPod() || !r.Workload.Kept && !c.strict), !said && c.forDevelopment(r) && !c.strict:
		return
	}
	if !said && hook.Set() {
		at = hook.Position
	}
	after := limit.String()
	if said {
		after = fmt.Sprintf("%ds", int(limit/time.Second))
	} else {
		after = "its default of " + after
	}
	by := ""
	if d.Chosen != nil {
		by = chooses(*d.Chosen) + ", "
	}
	text := fmt.Sprintf("it drains for up to %s (%s%s at %s)", d.Limit, by, d.API, d.Position)
	if d.Slept > 0 {
		text = fmt.Sprintf("it sleeps %s first, and drains for up to %s (%s%s at %s)", d.Slept, d.Limit, by, d.API, d.Position)
	}
	if slept > 0 {
		text = fmt.Sprintf("its preStop hook takes %s (%s:%d), and then %s", slept, hook.File, hook.Line, text)
	}
	if d.Later > 0 {
		text += fmt.Sprintf(" and waits up to %s more behind that", d.Later)
	}
	c.report("manifestgrace", at, d.Position, "the drain", "the platform kills %s after %s, but %s, so requests are cut off", r.Program.Name, after, text)
}

// drains returns the drains of the program of r, as far as it is known how long they wait
// with what it is given there.
func (r *run) drains() (out []ports.Drain) {
	for _, d := range r.Program.Drains {
		if d.Chosen != nil {
			d.Limit, _ = r.time(*d.Chosen)
		}
		for _, t := range d.Others {
			more, _ := r.time(t)
			d.Later += more
		}
		if d.Limit > 0 {
			out = append(out, d)
		}
	}
	return out
}

// chooses says what chooses a time, for messages.
func chooses(t ports.Time) string {
	of := slices.Clone(t.Of)
	for i, o := range of {
		if n, err := strconv.ParseInt(o.Text, 10, 64); err == nil && o.Kind == "literal" {
			of[i].Text = (time.Duration(n) * time.Duration(t.Unit)).String()
		}
	}
	return ports.From(of)
}

// time returns the time that flags and variables choose under the setting of r, the
// shortest when there are several.
func (r *run) time(t ports.Time) (shortest time.Duration, ok bool) {
	values, ok := r.setting.Decided(t.Of)
	for i, v := range values {
		d, err := time.ParseDuration(v)
		if n, number := strconv.ParseInt(v, 10, 64); number == nil {
			d, err = time.Duration(n)*time.Duration(t.Unit), nil
		}
		if !ok || err != nil {
			return 0, false
		}
		if i == 0 || d < shortest {
			shortest = d
		}
	}
	return shortest, ok
}

// serving are the subcommands by which programs serve.
var serving = map[string]bool{
	"serve": true, "server": true, "start": true, "run": true, "api": true, "web": true, "http": true, "grpc": true, "daemon": true,
	"up": true, "listen": true, "app": true, "service": true, "backend": true, "gateway": true, "proxy": true,
}

// otherwise reports whether a program does something else than to serve, as a job, or
// told by a word, such as migrate: what stops there is not known.
func (r *run) otherwise() bool {
	if r.Workload != nil && (r.Workload.Kind == "Job" || r.Workload.Kind == "CronJob") {
		return true
	}
	words, _ := entry.Unwrapped(r.begin.Words())
	switch {
	case r.script != nil:
		words = r.setting.Args
	case len(words) > 0 && r.isBinary(path.Base(words[0].Value)):
		words = words[1:]
	case r.Image != nil || r.Container.Command.Set():
		return false // it is not known what of it the program is given
	}
	if len(words) == 0 || words[0].Open {
		return false
	}
	word := words[0].Value
	return word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz-") == "" && word[0] != '-' && !serving[word]
}

// hookFails reports whether the hook before SIGTERM runs what the image is
// certain not to have.
func (r *run) hookFails() bool {
	return slices.ContainsFunc(r.Container.Tests, func(t manifest.Test) bool {
		what, _ := r.lacks(t.Command)
		return t.Kind == manifest.PreStop && what != ""
	})
}

// Judged reports whether a finding of the rule drain is about the time that a
// drain takes, and answered by the manifests: all that run the program say how
// long they wait. What is too long even so is among the findings of Check; where
// those are not wanted, told is false, and the finding stays.
func (d *Deployment) Judged(f driver.Finding, told bool) bool {
	if f.Rule != "drain" {
		return false
	}
	said := false
	for _, r := range d.runs {
		if r.Program == nil || r.Workload == nil || r.otherwise() {
			continue
		}
		// Of a drain with a limit, drain has nothing else to say there.
		i := slices.IndexFunc(r.Program.Drains, func(d ports.Drain) bool { return d.Limit > 0 && at(d.Position, f) })
		if i < 0 {
			continue
		}
		limit, _, said1, ok := r.allowed()
		switch {
		case said1 && ok && (told || r.Program.Drains[i].Takes() < limit):
			said = true
		case said1 && ok || r.Workload.Kind != "compose" || r.Workload.Kept:
			return false
		}
	}
	return said
}

// at reports whether a finding is at a place.
func at(p ports.Position, f driver.Finding) bool {
	if p.Line != f.Line || p.Column != f.Column {
		return false
	}
	a, err := filepath.Abs(p.File)
	if err != nil {
		return false
	}
	b, err := filepath.Abs(f.File)
	return err == nil && a == b
}

// gaps checks that a workload goes on serving while requests still come in:
// Kubernetes tells those who send them, and the program, at the same time.
func (c *checker) gaps() {
	done := make(map[*run]bool)
	for _, s := range c.set.Services {
		runs, open := c.selected(s)
		if open {
			continue
		}
		for _, r := range runs {
			if done[r] || !r.inPod() || r.Program == nil || r.Container.PreStop.Set() || !slices.Contains(r.Program.Signals, "SIGTERM") || !c.serves(s, r) {
				continue
			}
			i := slices.IndexFunc(r.Program.Drains, func(d ports.Drain) bool { return d.Prompt })
			if i < 0 {
				continue
			}
			done[r] = true
			d := r.Program.Drains[i]
			c.report("manifestgap", r.Position(), d.Position, "the drain", "%s stops as soon as it is told to (%s at %s), while Service %s (%s:%d) still sends it requests for some seconds: let a preStop hook sleep, or wait before the drain",
				r.Program.Name, d.API, d.Position, s.Name, s.File, s.Line)
		}
	}
}

// serves reports whether a Service sends requests to the program of r.
func (c *checker) serves(s *manifest.Service, r *run) bool {
	return slices.ContainsFunc(s.Ports, func(p manifest.ServicePort) bool {
		l := r.listenerOn(r.target(p))
		return l != nil && l.RoleName() == "public"
	})
}
