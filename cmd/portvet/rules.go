package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/doc/comment"
	"io"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
)

// rulesCommand prints the list of rules.
func rulesCommand() subcommand {
	var asJSON bool
	return subcommand{
		name:    "rules",
		summary: "list the rules",
		about:   "Lists the rules: whether each is on by default and offers fixes, and what it\nreports. portvet explain RULE says more.",
		flags: func(fs *flag.FlagSet) {
			fs.BoolVar(&asJSON, "json", false, "print a JSON list of objects: name, summary, default, fix, url")
		},
		run: func(args []string, stdout io.Writer) error {
			if err := noArguments(args); err != nil {
				return err
			}
			if asJSON {
				return rulesJSON(stdout)
			}
			return rulesTable(stdout)
		},
	}
}

func rulesTable(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "%-13s  %-7s  %-3s  %s\n", "RULE", "DEFAULT", "FIX", "REPORTS"); err != nil {
		return err
	}
	for _, r := range analyzers.Rules() {
		_, err := fmt.Fprintf(w, "%-13s  %-7s  %-3s  %s\n", r.Name, word(r.Default, "on", "off"), word(r.Fix, "yes", "no"),
			strings.TrimPrefix(r.Summary, "reports "))
		if err != nil {
			return err
		}
	}
	return nil
}

func rulesJSON(w io.Writer) error {
	type info struct {
		Name    string `json:"name"`
		Summary string `json:"summary"`
		Default bool   `json:"default"`
		Fix     bool   `json:"fix"`
		URL     string `json:"url"`
	}
	var all []info
	for _, r := range analyzers.Rules() {
		all = append(all, info{r.Name, r.Summary, r.Default, r.Fix, r.URL})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(all)
}

// explainCommand prints the documentation of rules.
func explainCommand() subcommand {
	return subcommand{
		name:    "explain",
		args:    "RULE...",
		summary: "say what a rule reports, why, and what to write instead",
		about: "Prints the documentation of each RULE: what it does and why, an example and what\n" +
			"to write instead, how safe its fix is, its options, and its limits. portvet\nrules lists the rules.",
		run: func(args []string, stdout io.Writer) error {
			if len(args) == 0 {
				return errors.New("name a rule; portvet rules lists them")
			}
			var rules []analyzers.Info
			for _, name := range args {
				r, ok := findRule(name)
				if !ok {
					return unknownRule(name)
				}
				rules = append(rules, r)
			}
			for i, r := range rules {
				if i > 0 {
					fmt.Fprintln(stdout)
				}
				if err := explain(stdout, r); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// findRule returns the rule of a name, or the finding about manifests, and
// whether there is one.
func findRule(name string) (analyzers.Info, bool) {
	all := append(analyzers.Rules(), manifestRules()...)
	i := slices.IndexFunc(all, func(r analyzers.Info) bool { return r.Name == name })
	if i < 0 {
		return analyzers.Info{}, false
	}
	return all[i], true
}

// unknownRule is the error for a name that no rule has.
func unknownRule(name string) error {
	var names []string
	for _, r := range analyzers.Rules() {
		names = append(names, r.Name)
	}
	return fmt.Errorf("unknown rule %q; the rules are %s", name, strings.Join(names, ", "))
}

// explain prints the documentation of a rule.
func explain(w io.Writer, r analyzers.Info) error {
	doc := new(comment.Parser).Parse(r.Doc)
	text := (&comment.Printer{TextWidth: 80}).Text(doc)
	if _, err := w.Write(text); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\nDefault: %s. Fix: %s.\n%s\n", word(r.Default, "on", "off"), word(r.Fix, "yes", "no"), r.URL)
	return err
}

// word returns one of two words.
func word(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}
