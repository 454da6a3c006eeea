package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/deploy"
)

// enabling is the flag -enable of portvet check: it keeps the names of findings
// about manifests, and hands on those of rules.
type enabling struct {
	forwarded
	manifest *[]string
}

func (e *enabling) Set(s string) error {
	var rules []string
	for name := range strings.SplitSeq(s, ",") {
		i := slices.IndexFunc(deploy.Rules, func(r deploy.Rule) bool { return r.Name == name })
		switch {
		case i < 0:
			rules = append(rules, name)
		case !deploy.Rules[i].Strict:
			return fmt.Errorf("%s is always on in portvet check; leave it out", name)
		default:
			*e.manifest = append(*e.manifest, name)
		}
	}
	if len(rules) == 0 {
		return nil
	}
	return e.forwarded.Set(strings.Join(rules, ","))
}
