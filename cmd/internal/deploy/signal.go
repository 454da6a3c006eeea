package deploy

import (
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// What follows is about the signal by which a platform tells a program to end.

// numbered are the signals that manifests write as numbers.
var numbered = map[string]string{"1": "SIGHUP", "2": "SIGINT", "3": "SIGQUIT", "9": "SIGKILL", "15": "SIGTERM"}

// told returns the signal that a run is told to end by, where that is another than
// SIGTERM, and where it is chosen; "" where it is none, or not known. An image by
// itself says it to all that run it, where nothing here says another.
func (c *checker) told(r *run) (signal string, at manifest.Position) {
	t := manifest.Text{}
	switch {
	case r.Workload == nil && c.runsImage(r):
		return "", at
	case r.Workload != nil && r.Workload.Signal.Set():
		t = r.Workload.Signal
	case r.Workload != nil && r.Workload.Kind == "fly":
		return "SIGINT", r.Position()
	case r.Image != nil:
		t = r.Image.StopSignal
	}
	if !t.Set() || t.Open || t.Value == "" {
		return "", at
	}
	signal = strings.ToUpper(t.Value)
	if name, ok := numbered[signal]; ok {
		signal = name
	}
	if !strings.HasPrefix(signal, "SIG") {
		signal = "SIG" + signal
	}
	if signal == "SIGTERM" {
		return "", at
	}
	return signal, t.Position
}

// runsImage reports whether something here runs the image of r, which is one by
// itself.
func (c *checker) runsImage(r *run) bool {
	return slices.ContainsFunc(c.runs, func(o *run) bool {
		return o.Workload != nil && o.Image != nil && o.Image.File == r.Image.File
	})
}

// signal checks that a program that stops on SIGTERM also does on the signal that
// it is told to end by.
func (c *checker) signal(r *run) {
	signal, at := c.told(r)
	if signal == "" || c.forDevelopment(r) || r.otherwise() {
		return
	}
	var l *ports.Listener
	for _, o := range r.Program.Listeners {
		if o.Stop == "graceful" {
			l = o
		}
	}
	if _, result := r.through(); l == nil || result.Traps || !r.Program.Hears("SIGTERM") || r.Program.Hears(signal) || r.Program.MayHear() {
		return
	}
	by := signal
	if r.Workload != nil && !r.Workload.Signal.Set() && r.Workload.Kind == "fly" {
		by += " (no kill_signal says another)"
	}
	why := "which it does not subscribe to"
	if signal == "SIGKILL" || signal == "SIGSTOP" {
		why = "which no program can catch"
	}
	c.report("manifestsignal", at, l.Position(), "the server that would stop", "the platform tells %s to end by %s, %s, so its graceful stop (%s) never begins: it waits for %s",
		r.Program.Name, by, why, l.Position(), strings.Join(r.Program.Signals, " and "))
}
