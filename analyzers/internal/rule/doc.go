package rule

import "strings"

// Doc returns the documentation of a rule, given the text of its doc.go: the
// package comment without its comment markers, with the "Package NAME" that
// go doc wants at its beginning turned into the "NAME:" that drivers want.
// The result is empty if src does not begin with a package comment.
//
// It runs before main in every process of go vet, so it does not parse.
func Doc(src string) string {
	var text strings.Builder
	for line := range strings.Lines(src) {
		body, isComment := strings.CutPrefix(line, "//")
		if !isComment {
			if name, ok := strings.CutPrefix(line, "package "); ok {
				return named(strings.TrimSpace(name), text.String())
			}
			text.Reset() // a comment that a blank line parts from the clause
			continue
		}
		text.WriteString(strings.TrimPrefix(body, " "))
	}
	return ""
}

// named puts "name: " before text in place of "Package name ".
func named(name, text string) string {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(text, "Package "+name+" "); ok {
		return name + ": " + rest
	}
	return text
}
