package script

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// What follows is about conditions: those that what a script is given decides.

// truth returns whether the statements of a condition succeed; known is false
// where that depends on something else than values that are known.
func (r *run) truth(cond []*syntax.Stmt) (value, known bool) {
	if len(cond) != 1 || cond[0].Background || len(cond[0].Redirs) > 0 {
		return false, false
	}
	switch c := cond[0].Cmd.(type) {
	case *syntax.CallExpr:
		if len(c.Assigns) > 0 {
			return false, false
		}
		words, more := r.words(c.Args)
		if more || slices.ContainsFunc(words, func(w Word) bool { return w.Open }) {
			return false, false
		}
		value, known = test(words)
	case *syntax.TestClause:
		value, known = r.tested(c.X)
	case *syntax.BinaryCmd:
		a, knownA := r.truth([]*syntax.Stmt{c.X})
		b, knownB := r.truth([]*syntax.Stmt{c.Y})
		switch c.Op {
		case syntax.AndStmt:
			value, known = both(a, knownA, b, knownB)
		case syntax.OrStmt:
			value, known = either(a, knownA, b, knownB)
		}
	}
	return value != cond[0].Negated, known
}

// succeeds returns the status of a statement that is known before it is gone through:
// that of a condition, and of what nearly always succeeds.
func (r *run) succeeds(s *syntax.Stmt) status {
	switch c := s.Cmd.(type) {
	case *syntax.DeclClause:
		return status{!s.Negated, true}
	case *syntax.CallExpr:
		if len(c.Args) == 0 {
			return status{!s.Negated, true}
		}
		switch c.Args[0].Lit() {
		case ":", "true", "echo", "export", "set", "shift", "printf", "umask", "cd":
			return status{!s.Negated, true}
		case "[", "test":
			value, known := r.truth([]*syntax.Stmt{s})
			return status{value, known}
		}
	case *syntax.TestClause:
		value, known := r.truth([]*syntax.Stmt{s})
		return status{value, known}
	}
	return status{}
}

// both and either are the and and the or of what may not be known.
func both(a, knownA, b, knownB bool) (value, known bool) {
	return a && b, knownA && knownB || knownA && !a || knownB && !b
}

func either(a, knownA, b, knownB bool) (value, known bool) {
	return a || b, knownA && knownB || knownA && a || knownB && b
}

// test is what [ and test say of words, of the forms that compare texts.
func test(words list) (value, known bool) {
	args := texts(words)
	switch {
	case len(args) > 1 && args[0] == "[" && args[len(args)-1] == "]":
		args = args[1 : len(args)-1]
	case len(args) > 0 && args[0] == "test":
		args = args[1:]
	default:
		return false, false
	}
	not := false
	for len(args) > 1 && args[0] == "!" {
		not, args = !not, args[1:]
	}
	switch {
	case len(args) == 1:
		value, known = args[0] != "", true
	case len(args) == 2 && args[0] == "-n":
		value, known = args[1] != "", true
	case len(args) == 2 && args[0] == "-z":
		value, known = args[1] == "", true
	case len(args) == 3:
		value, known = compare(args[0], args[1], args[2])
	}
	return value != not, known
}

func texts(words list) (out []string) {
	for _, w := range words {
		out = append(out, w.Value)
	}
	return out
}

func compare(a, op, b string) (value, known bool) {
	switch op {
	case "=", "==", "-eq":
		return a == b, true
	case "!=", "-ne":
		return a != b, true
	}
	return false, false
}

// tested is what [[ ]] says, of the forms that compare texts.
func (r *run) tested(x syntax.TestExpr) (value, known bool) {
	switch x := x.(type) {
	case *syntax.ParenTest:
		return r.tested(x.X)
	case *syntax.Word:
		w := r.word(x)
		return w.Value != "", !w.Open
	case *syntax.UnaryTest:
		if x.Op == syntax.TsNot {
			value, known = r.tested(x.X)
			return !value, known
		}
		word, ok := x.X.(*syntax.Word)
		if !ok {
			return false, false
		}
		w := r.word(word)
		switch x.Op {
		case syntax.TsNempStr:
			return w.Value != "", !w.Open
		case syntax.TsEmpStr:
			return w.Value == "", !w.Open
		}
	case *syntax.BinaryTest:
		switch x.Op {
		case syntax.AndTest, syntax.OrTest:
			a, knownA := r.tested(x.X)
			b, knownB := r.tested(x.Y)
			if x.Op == syntax.AndTest {
				return both(a, knownA, b, knownB)
			}
			return either(a, knownA, b, knownB)
		case syntax.TsMatch, syntax.TsMatchShort, syntax.TsNoMatch:
			left, okLeft := x.X.(*syntax.Word)
			right, okRight := x.Y.(*syntax.Word)
			if !okLeft || !okRight {
				return false, false
			}
			value, known = r.fits(r.word(left), right)
			return value != (x.Op == syntax.TsNoMatch), known
		}
	}
	return false, false
}

// fits reports whether a value is of a pattern, as those of case.
func (r *run) fits(w Word, pattern *syntax.Word) (value, known bool) {
	p := r.word(pattern)
	if w.Open || p.Open || strings.ContainsAny(p.Value, "[\\(") {
		return false, false
	}
	if quoted(pattern) && pattern.Lit() == "" {
		return w.Value == p.Value, !strings.ContainsAny(p.Value, "*?")
	}
	return glob(p.Value, w.Value), true
}

// glob reports whether text is of a pattern in which * stands for any letters and
// ? for one.
func glob(pattern, text string) bool {
	parts := strings.Split(pattern, "*")
	first, rest := parts[0], parts[1:]
	if !begins(text, first) {
		return false
	}
	text = text[len(first):]
	if len(rest) == 0 {
		return text == ""
	}
	last := rest[len(rest)-1]
	for _, part := range rest[:len(rest)-1] {
		for !begins(text, part) { // the first place leaves most to the others
			if text == "" {
				return false
			}
			text = text[1:]
		}
		text = text[len(part):]
	}
	return len(text) >= len(last) && begins(text[len(text)-len(last):], last)
}

// begins reports whether text begins as head says.
func begins(text, head string) bool {
	for i := range len(head) {
		if i >= len(text) || head[i] != '?' && head[i] != text[i] {
			return false
		}
	}
	return true
}

// chosen returns which of the branches of a case is taken, or none, which is -1;
// known is false where that is not known.
func (r *run) chosen(c *syntax.CaseClause) (branch int, known bool) {
	w := r.word(c.Word)
	for i, item := range c.Items {
		for _, p := range item.Patterns {
			value, known := r.fits(w, p)
			if !known && !w.Open && p.Lit() == "*" {
				value, known = true, true
			}
			switch {
			case !known:
				return 0, false
			case value:
				return i, item.Op == syntax.Break
			}
		}
	}
	return -1, true
}
