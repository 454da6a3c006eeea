package ports

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Markdown writes the plan as tables for a README or a pull request. The error
// is the writer's.
func Markdown(w io.Writer, plan *Plan) error {
	out := bufio.NewWriter(w)
	heads := []string{"Program", "Role", "Protocol", "Network", "Host", "Port", "Port from", "Stop", "Signals", "Health", "Listener"}
	line(out, heads)
	rule := make([]string, len(heads))
	for i := range rule {
		rule[i] = "---"
	}
	fmt.Fprintf(out, "|%s|\n", strings.Join(rule, "|"))
	for _, p := range plan.Programs {
		for _, l := range p.Listeners {
			line(out, row(p, l))
		}
	}
	for i, s := range silent(plan) {
		if i == 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "- %s\n", escape(s))
	}
	runs, others := plan.shown()
	if len(runs) > 0 {
		fmt.Fprintln(out)
		line(out, []string{"Manifest", "Runs", "Program", "Because"})
		fmt.Fprintln(out, "|---|---|---|---|")
		for _, r := range runs {
			line(out, r.row())
		}
	}
	if others > 0 {
		fmt.Fprintf(out, "\n%s\n", othersText(others))
	}
	return out.Flush()
}

// line writes a row of a table.
func line(w io.Writer, cells []string) {
	escaped := make([]string, len(cells))
	for i, c := range cells {
		escaped[i] = escape(c)
	}
	fmt.Fprintf(w, "| %s |\n", strings.Join(escaped, " | "))
}

var markdownEscapes = strings.NewReplacer("|", `\|`, "<", "&lt;", ">", "&gt;", "*", `\*`, "_", `\_`, "`", "\\`", "\n", " ")

func escape(s string) string { return markdownEscapes.Replace(s) }
