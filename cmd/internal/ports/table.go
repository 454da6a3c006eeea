package ports

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// columns are the heads of a plan as a table.
var columns = []string{"PROGRAM", "ROLE", "PROTOCOL", "NETWORK", "HOST", "PORT", "PORT FROM", "STOP", "SIGNALS", "HEALTH", "LISTENER"}

// row returns the cells of a listener, in the order of columns.
func row(p *Program, l *Listener) []string {
	return []string{p.Name, l.RoleName(), l.Protocol(), l.Network(), hostCell(l), portText(l), portFrom(l), l.stopText(), l.signalText(), l.healthText(), l.where()}
}

// hostCell returns the host, and where it comes from when that is worth a
// word.
func hostCell(l *Listener) string {
	host, from := hostText(l), From(l.Host)
	switch {
	case l.Socket, from == "literal", from == "unknown" && host == "unknown":
		return host
	}
	return host + " (" + from + ")"
}

func portFrom(l *Listener) string {
	switch {
	case l.Socket:
		return "none"
	case l.Elsewhere:
		return "unknown, bound elsewhere"
	}
	return From(l.Port)
}

// stopText says how the server ends when the program is told to.
func (l *Listener) stopText() string {
	switch l.Stop {
	case "graceful":
		if len(l.Stops) > 0 {
			return strings.Join(l.Stops, ", ")
		}
		return "graceful"
	case "builtin":
		return "by the framework"
	case "library":
		return "by a library"
	case "abrupt":
		return "abrupt"
	case "none":
		return "never"
	case "handed on":
		return "unknown, handed on"
	}
	return "unknown"
}

func (l *Listener) signalText() string {
	switch {
	case l.Stop == "none" || l.Stop == "abrupt" || l.SignalsNone:
		return "none"
	case len(l.Signals) > 0:
		return strings.Join(l.Signals, " ")
	}
	return "unknown"
}

func (l *Listener) healthText() string {
	switch {
	case l.HealthNone:
		return "none"
	case len(l.Health) == 0:
		return "unknown"
	case l.HealthShared:
		return strings.Join(l.Health, " ") + " (of the program)"
	}
	return strings.Join(l.Health, " ")
}

// where returns the place of a listener, and that of the API behind it.
func (l *Listener) where() string {
	text := l.Position().String()
	if l.Bind.File != "" {
		text += " > " + Position{l.Bind.File, l.Bind.Line, 0}.String()
	}
	if l.Reached == "references" {
		text += " (assumed)"
	}
	return text
}

// Table writes the plan as a table for terminals, one row for each listener,
// and below it one line for each program that has none. The error is the
// writer's.
func Table(w io.Writer, plan *Plan) error {
	tw := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	any := false
	for _, p := range plan.Programs {
		for _, l := range p.Listeners {
			if !any {
				fmt.Fprintln(tw, strings.Join(columns, "\t"))
				any = true
			}
			fmt.Fprintln(tw, strings.Join(row(p, l), "\t"))
		}
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	for _, s := range silent(plan) {
		fmt.Fprintln(out, s)
	}
	if runs, others := plan.shown(); len(runs)+others > 0 {
		if any {
			fmt.Fprintln(out)
		}
		if err := out.Flush(); err != nil {
			return err
		}
		if len(runs) > 0 {
			fmt.Fprintln(tw, "MANIFEST\tRUNS\tPROGRAM\tBECAUSE")
		}
		for _, r := range runs {
			fmt.Fprintln(tw, strings.Join(r.row(), "\t"))
		}
		if err := tw.Flush(); err != nil {
			return err
		}
		if others > 0 {
			fmt.Fprintln(out, othersText(others))
		}
	}
	return out.Flush()
}

// silent returns a line for each program in which no listener was found.
func silent(plan *Plan) []string {
	var lines []string
	for _, p := range plan.Programs {
		if len(p.Listeners) == 0 {
			lines = append(lines, p.Name+": no listener that main can reach is known")
		}
	}
	return lines
}
