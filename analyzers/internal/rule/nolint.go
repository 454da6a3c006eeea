package rule

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// linter is the name of portvet in nolint comments. As in golangci-lint, the
// names of the single rules mean nothing there.
const linter = "portvet"

// nolintGroup is a comment group with a nolint comment.
type nolintGroup struct {
	file     string
	from, to int  // lines
	col      int  // of its beginning
	whole    bool // the first nolint in it means us
}

// nolintRanges returns what the nolint comments in f that mean one of linters hide,
// in the way of golangci-lint (pkg/result/processors/nolint_filter.go): the lines of the
// comment group, and every node that begins in the same column on the line
// below it. That node is the whole file for a comment above the package
// clause. Of several nolints in a group only the first holds for the node.
func nolintRanges(fset *token.FileSet, f *ast.File, linters []string) suppressions {
	var found suppressions
	hide := func(file string, from, to int) {
		found = append(found, suppression{file: file, from: from, to: to, all: true})
	}
	var groups []nolintGroup
	for _, g := range f.Comments {
		first := true
		for _, c := range g.List {
			is, means := parseNolint(c.Text, linters)
			if !is {
				continue
			}
			at := fset.Position(g.Pos())
			group := nolintGroup{
				file: at.Filename, from: at.Line, to: fset.Position(g.End()).Line,
				col: at.Column, whole: means,
			}
			if first {
				groups = append(groups, group)
				first = false
			}
			if means {
				hide(group.file, group.from, group.to)
			}
		}
	}
	if len(found) == 0 {
		return nil
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		at := fset.Position(n.Pos())
		i := slices.IndexFunc(groups, func(g nolintGroup) bool {
			return g.file == at.Filename && g.to == at.Line-1 && g.col == at.Column
		})
		if i >= 0 && groups[i].whole {
			hide(at.Filename, groups[i].from, fset.Position(n.End()).Line)
		}
		return true
	})
	return found
}

// parseNolint reports whether comment is a nolint, and whether it means one of
// linters: when it has one in its list, or is bare, for all linters, and portvet is
// among them.
func parseNolint(comment string, linters []string) (is, means bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(comment, "/ "), "nolint")
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != ':' {
		return false, false
	}
	ours := slices.Contains(linters, linter)
	list, ok := strings.CutPrefix(rest, ":")
	if !ok || strings.HasPrefix(list, "all") {
		return true, ours
	}
	list, _, _ = strings.Cut(list, "//")
	for item := range strings.SplitSeq(list, ",") {
		item = strings.ToLower(strings.TrimSpace(item))
		if item == "all" && ours || slices.Contains(linters, item) {
			return true, true
		}
	}
	return true, false
}
