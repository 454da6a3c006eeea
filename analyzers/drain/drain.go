package drain

import (
	"cmp"
	_ "embed"
	"flag"
	"fmt"
	"go/ast"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/source"
)

//go:embed doc.txt
var doc string

// Options configures the rule. What is nil or "" is not set.
type Options struct {
	// Grace is how long the platform waits between SIGTERM and SIGKILL, as
	// time.ParseDuration reads it; "" is 30s.
	Grace string `json:"grace"`
	// Unbounded reports drains without a limit. By default it is what strict
	// says.
	Unbounded *bool `json:"unbounded"`
}

// InForce returns the options with what is not set filled in, as it is by
// default or, where that has an opinion, under -strict.
func (o Options) InForce(strict bool) Options {
	o.Grace = cmp.Or(o.Grace, defaultGrace)
	o.Unbounded = cmp.Or(o.Unbounded, &strict)
	return o
}

// defaultGrace is the grace period of Kubernetes.
const defaultGrace = "30s"

// Validate reports the first option that cannot be meant, by its key.
func (o *Options) Validate() error {
	if o.Grace == "" {
		return nil
	}
	d, err := time.ParseDuration(o.Grace)
	if err != nil || d <= 0 {
		return fmt.Errorf("grace: %q is not a grace period; use a duration such as 30s", o.Grace)
	}
	return nil
}

// grace returns the grace period.
func (o *Options) grace() time.Duration {
	d, _ := time.ParseDuration(cmp.Or(o.Grace, defaultGrace)) // validated
	return d
}

// graceFlag is the flag that sets Grace.
type graceFlag Options

func (f *graceFlag) String() string {
	if f == nil {
		return ""
	}
	return (*Options)(f).grace().String()
}

func (f *graceFlag) Set(s string) error {
	o := Options{Grace: s}
	if err := o.Validate(); err != nil {
		return err
	}
	f.Grace = s
	return nil
}

// Analyzer is the rule by itself, for drivers that take analyzers one by one,
// such as Bazel's nogo. Its options are flags. Make analyzers for other drivers
// with package analyzers.
var Analyzer = New(new(Options)).Exported()

// New returns the rule with the given options, which are read when it runs.
func New(opts *Options) rule.Rule {
	return rule.Rule{
		Name:    "drain",
		Doc:     strings.TrimSpace(doc),
		Default: true,
		Fix:     true,
		Check:   func(p *rule.Pass) { check(p, opts.InForce(p.Strict)) },
		Flags: func(fs *flag.FlagSet) {
			fs.Var((*graceFlag)(opts), "grace", "how long the platform waits between SIGTERM and SIGKILL, a `duration`")
			fs.Var(rule.Switch(&opts.Unbounded), "unbounded", "also report drains without a time limit (as -strict does)")
		},
	}
}

func check(p *rule.Pass, opts Options) {
	if p.Program.Exporter() {
		return
	}
	m := &mender{Pass: p, grace: opts.grace(), named: make(map[*ast.FuncDecl]int)}
	ended := checkStops(m, *opts.Unbounded)
	checkUntimed(m, *opts.Unbounded)
	endedBeside(p)
	for _, s := range p.Program.Severed() {
		if slices.ContainsFunc(p.Program.Listeners, func(l *program.Listener) bool {
			return l.Auxiliary() && slices.Contains(p.Program.StopsOf(l), s.Drain)
		}) {
			continue // metrics and profiles can be asked for again
		}
		p.Report(s.By.Call, nil, "%s ends at once the connections for which %s at %s waits, so requests in flight are lost", s.By.Name, s.Drain.Name, p.Program.At(s.Drain.Pos()))
		p.AboutStop(s.Drain)
	}
	for _, call := range p.Program.LeftAtWork() {
		p.Report(call, nil, "main ends without waiting for the drain of a server that this call leaves to a goroutine, so requests in flight are lost")
	}
	for call, who := range p.Program.UnawaitedElsewhere() {
		p.Report(call, nil, unwaited, who, source.ShortName(p.Program.Callee(call)))
		for _, l := range p.Program.Listeners {
			if slices.ContainsFunc(p.Program.StopsOf(l), func(s *program.Stop) bool { return s.Call == call }) {
				m.lost = append(m.lost, l)
			}
		}
	}
	cut := checkGiven(m, ended)
	checkServers(m, cut)
}

// checkServers reports what is wrong with servers and their starts, but for contexts of
// requests of which it was said that they are cut short.
func checkServers(m *mender, cut map[ast.Expr]bool) {
	p := m.Pass
	// Where a server is started twice, it is the start in the flow of main that
	// main returns from.
	starts := slices.Clone(p.Program.Listeners)
	slices.SortStableFunc(starts, func(a, b *program.Listener) int {
		return cmp.Compare(order(p.Program, a), order(p.Program, b))
	})
	seen := maps.Clone(cut) // what was reported
	for _, l := range starts {
		if c := p.Program.CutShort(l); c != nil && !l.Auxiliary() && !seen[c.At] {
			seen[c.At] = true
			p.Report(c.At, m.outlive(c), "%s", cutShort(p, c, strings.Join(l.Life.Stop, " or ")))
			p.About(l)
		}
		if s := p.Program.WaitsForItself(l); s != nil && !seen[s.Call] {
			seen[s.Call] = true
			p.Report(s.Call, nil, "%s is called by a handler of the server that it stops, so it waits for itself", s.Name)
			p.About(l)
			m.lost = append(m.lost, l)
		}
		for _, call := range p.Program.LeftCalls(l) {
			if !seen[call] && !l.Auxiliary() {
				seen[call] = true
				p.Report(call, nil, "main ends without waiting for this call, which drains the server of %s in a goroutine, so requests in flight are lost", l.API)
				p.About(l)
			}
		}
		checkStart(m, l)
	}
}

// cutShort says what is wrong with the context that requests run in, of a server
// that stop drains.
func cutShort(p *rule.Pass, c *program.Cut, stop string) string {
	at := p.Program.At(c.By)
	switch c.How {
	case program.CutBySignal:
		return fmt.Sprintf("requests run in a context that ends at the signal (%s), so they are cancelled while %s waits for them", at, stop)
	case program.CutStop:
		return fmt.Sprintf("%s is given this context, which ends at the signal (%s), so it returns at once and requests in flight are lost", stop, at)
	case program.CutByGroup:
		return fmt.Sprintf("requests run in the context of the group that the server is started in (%s), which ends as soon as %s begins, so they are cancelled while it waits for them", at, stop)
	case program.CutBehind:
		return fmt.Sprintf("requests run in a context that is cancelled (at %s) as soon as %s begins, before the drain is waited for, so they are cancelled while it waits for them", at, stop)
	case program.CutByStop:
		return fmt.Sprintf("requests run in a context that the stop itself cancels (RegisterOnShutdown at %s), so they are cancelled while %s waits for them", at, stop)
	}
	return fmt.Sprintf("requests run in a context that has ended when the stop at %s begins, so they are cancelled while %s waits for them", at, stop)
}

// order puts starts in goroutines last.
func order(p *program.Program, l *program.Listener) int {
	if p.InGoroutine(l.Node) {
		return 1
	}
	return 0
}

// checkStart reports a server whose drain is cut off: the call that starts it
// returns as soon as it is told to stop, and then the process ends.
func checkStart(m *mender, l *program.Listener) {
	p := m.Pass
	prog := p.Program
	if l.Life.Idle != "" && !l.Life.Stopped {
		p.Silent(l, "nothing stops the server, which is noshutdown's business")
		return
	}
	// Metrics and profiles can be asked for again, what an admin sends is lost. That
	// the end of their server takes the process with it is another matter.
	operators := l.Auxiliary() && l.Role != program.Admin
	if !operators && prog.LeftBehind(l) {
		p.Report(l.Node, nil, "main ends without waiting for this call, which drains the server of %s in a goroutine, so requests in flight are lost", l.API)
		p.About(l)
		return
	}
	ofThisPackage := func(s *program.Stop) bool {
		return slices.Contains(prog.Untimed(), s) || slices.Contains(prog.Drains(), s)
	}
	if s := prog.Unfinished(l); !operators && s != nil && !prog.StartsOneOf(m.lost, l) && !(prog.Unawaited(s) != "" && ofThisPackage(s)) {
		reportUnawaited(p, s, "main")
		p.About(l)
		return
	}
	ends := prog.EndsWhenStopped(l)
	if l.Early() && (ends != "error" || prog.EndsEarly(l)) {
		ends = "nil" // whatever the server itself does
	}
	if !l.Serves || l.Repeated() || ends != "error" && ends != "nil" {
		if ends == "drained" {
			p.Silent(l, "the call that starts the server returns only when it is drained")
		}
		return
	}
	if s := prog.WrongStop(l); s != nil {
		p.Report(s, nil, "%s stops another server than the one that %s starts at %s, so requests in flight are lost", s.Name, l.API, l.At)
		p.About(l)
		return
	}
	stops := prog.StopsElsewhere(l)
	var stop, elsewhere string
	switch {
	case len(stops) > 0:
		stop = stops[0].Name + " begins at " + prog.At(stops[0].Pos())
	case l.Early() || prog.StoppedBeside(nil, &l.Running):
		stop, elsewhere = "its server is told to stop", prog.CalledAt(l, l.Node)
	case l.Inherited && l.Life.Stopped:
		p.Silent(l, "the function that is called stops the server, and is judged there")
		return
	default:
		p.Silent(l, "nothing stops the server beside the call that starts it")
		return
	}
	reported := false
	prog.Outcomes(l, func(call *ast.CallExpr, o program.Outcome) {
		if o.Ends != nil && (o.Always || ends == "error" && !o.Guarded) && !prog.RunsOn(call) {
			p.Report(o.Ends, guard(p, l, call), "%s returns as soon as %s, so this ends the process before requests in flight are answered%s", l.API, stop, elsewhere)
			p.About(l)
			reported = true
		}
	})
	switch {
	case reported:
		return
	case operators:
		p.Silent(l, "the listener is for "+string(l.Role))
		return
	case prog.StartsOneOf(m.lost, l):
		p.Silent(l, "another finding is about the same server")
		return
	}
	if i := slices.IndexFunc(stops, func(s *program.Stop) bool { return prog.Unawaited(s) != "" }); i >= 0 {
		m.lost = append(m.lost, l)
		reportUnawaited(p, stops[i], prog.Unawaited(stops[i]))
		p.About(l)
	} else if prog.Abandoned(l, stops) || prog.EndsEarly(l) || prog.AbandonedWith(l, stops, m.lost) {
		m.lost = append(m.lost, l)
		p.Report(l.Node, m.await(l, stops), "%s returns as soon as %s, and main ends without waiting for it, so requests in flight are lost%s", l.API, stop, elsewhere)
		p.About(l)
	}
	p.Silent(l, "nothing ends the process before the drain is over, as far as can be seen")
}
