package ports

import (
	"cmp"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
)

// portText returns the port as a reader wants it: "8080" where it is fixed or
// has one default, "unknown" where nothing is known.
func portText(l *Listener) string {
	if l.Socket {
		return "none"
	}
	return known(l.Port, func(t string) string { return t })
}

// hostText is portText for the host. The empty host and its like are "all", and
// so is what a variable decides that has no default: unset, it is empty.
func hostText(l *Listener) string {
	if l.Socket {
		return "none"
	}
	if len(l.Host) > 0 && !slices.ContainsFunc(l.Host, func(o analyzers.PlanOrigin) bool { return o.Kind != "env" || o.Mixed }) {
		return "all"
	}
	return known(l.Host, func(t string) string {
		switch t {
		case "", "0.0.0.0", "::", "[::]", ":":
			return "all"
		}
		return t
	})
}

// known returns the literals among origins, or "unknown".
func known(origins []analyzers.PlanOrigin, name func(string) string) string {
	var texts []string
	for _, o := range origins {
		if o.Kind == "literal" {
			if t := name(o.Text); t != "" && !slices.Contains(texts, t) {
				texts = append(texts, t)
			}
		}
	}
	if len(texts) == 0 {
		return "unknown"
	}
	return strings.Join(texts, " or ")
}

// From says where a host or port comes from, in words: "env PORT, default
// 8080", "flag -addr", "literal", "unknown".
func From(origins []analyzers.PlanOrigin) string {
	var deciders, defaults []string
	unknown := false
	add := func(to *[]string, s string) {
		if !slices.Contains(*to, s) {
			*to = append(*to, s)
		}
	}
	for _, o := range origins {
		name := o.Name
		switch o.Kind {
		case "literal":
			add(&defaults, o.Text)
			continue
		case "env":
			if name == "" {
				name = "variable of unknown name"
			}
			name = "env " + name
		case "flag":
			if name == "" {
				name = "flag of unknown name"
			} else {
				name = "flag -" + name
			}
		case "config":
			if name == "" && slices.ContainsFunc(origins, func(q analyzers.PlanOrigin) bool { return q.Kind == "config" && q.Name != "" }) {
				continue // what reads it, and what names it
			}
			name = strings.TrimSpace("config " + cmp.Or(o.Key, name))
		default:
			unknown = true
			continue
		}
		if o.Mixed {
			name += " (changed on the way)"
		}
		add(&deciders, name)
	}
	if unknown || len(origins) == 0 {
		add(&deciders, "unknown")
	}
	slices.Sort(deciders)
	if i := slices.Index(deciders, "unknown"); i >= 0 && len(deciders) > 1 {
		deciders = append(slices.Delete(deciders, i, i+1), "unknown")
	}
	text := strings.Join(deciders, " or ")
	shown := slices.DeleteFunc(slices.Clone(defaults), func(t string) bool { return t == "" })
	slices.Sort(shown)
	switch {
	case len(deciders) == 0:
		return "literal"
	case len(shown) > 0:
		return text + ", default " + strings.Join(shown, " or ")
	}
	return text
}
