package rule

import (
	"strings"
	"sync"
)

// Doc returns the documentation of a rule, given the text of its doc.go: the
// package comment without its comment markers, with the "Package NAME" that
// go doc wants at its beginning turned into the "NAME:" that drivers want.
// The result is empty if src does not begin with a package comment.
//
// It runs before main in every process of go vet, so it does not parse, and
// does its work once for each text.
func Doc(src string) string {
	if text, ok := docs.Load(src); ok {
		return text.(string)
	}
	text := packageComment(src)
	docs.Store(src, text)
	return text
}

// docs maps texts of doc.go to what Doc has made of them.
var docs sync.Map

// packageComment does the work of Doc.
func packageComment(src string) string {
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
