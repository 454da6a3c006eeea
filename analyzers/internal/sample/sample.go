// Package sample knows the names by which folders and files say that what is in them only
// serves tests and samples, or is generated.
package sample

import (
	"go/ast"
	"strings"
)

// dirs are the path segments that say that a package only serves tests
// and samples.
var dirs = map[string]bool{
	"test": true, "tests": true, "testing": true, "testdata": true, "testutil": true, "testutils": true,
	"e2e": true, "integration": true, "mock": true, "mocks": true, "fake": true, "fakes": true, "dummy": true,
	"example": true, "examples": true, "_example": true, "_examples": true, "sample": true, "samples": true,
	"demo": true, "demos": true, "codelab": true, "codelabs": true, "hack": true, "scripts": true,
	"bench": true, "benchmark": true, "benchmarks": true,
	"testserver": true, "test-server": true, "test_server": true, "devserver": true, "dev-server": true, "dev_server": true,
}

// edges say so as the first or the last word of a segment, too: orders_demo,
// integration-tests; mock and fake also begin one, mockserver. The other words
// above do not: integration-hub and sample-store may be services.
var edges = map[string]bool{
	"mock": true, "mocks": true, "fake": true, "fakes": true, "dummy": true, "example": true, "examples": true,
	"demo": true, "demos": true, "e2e": true, "tests": true, "benchmark": true, "benchmarks": true,
}

// segment reports whether a segment of a path says that what is below it only
// serves tests and samples, or those who work on the program.
func segment(seg string) bool {
	words := strings.FieldsFunc(seg, func(r rune) bool { return r == '-' || r == '_' })
	return dirs[seg] || strings.HasPrefix(seg, "mock") || strings.HasPrefix(seg, "fake") || len(words) > 1 && (edges[words[0]] || edges[words[len(words)-1]])
}

// Path reports whether the path of a package, within its module, says that it only serves
// tests and samples.
func Path(path string) bool {
	for seg := range strings.SplitSeq(path, "/") {
		if segment(seg) {
			return true
		}
	}
	return false
}

// File reports whether the name of a file says that it only serves tests.
func File(name string) bool {
	return name == "testing.go" || strings.HasSuffix(name, "_testing.go") || strings.Contains(name, "test_helper") ||
		strings.HasPrefix(name, "mock") || strings.HasPrefix(name, "fake") || name == "test_server.go" || name == "testserver.go"
}

// Generated reports whether a file says that it is generated. Files that cgo
// has been through say so too, whatever they were before.
func Generated(file *ast.File) bool {
	if !ast.IsGenerated(file) {
		return false
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if c.Pos() > file.Package {
				return false
			}
			if strings.HasPrefix(c.Text, "// Code generated ") && strings.HasSuffix(c.Text, " DO NOT EDIT.") &&
				!strings.Contains(c.Text, "cmd/cgo") {
				return true
			}
		}
	}
	return false
}
