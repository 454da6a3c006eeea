package script

import (
	"slices"
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// words returns what the words of a command come to; more reports whether
// there may be others.
func (r *run) words(words []*syntax.Word) (out list, more bool) {
	for _, w := range words {
		if whole, ok := isAll(w); ok {
			out = append(out, r.given.Args...)
			// Without quotes, a word with spaces would be several.
			more = more || r.given.ArgsOpen || !whole && slices.ContainsFunc(r.given.Args, func(a Word) bool { return a.Open || strings.ContainsAny(a.Value, " \t\n*?") })
			continue
		}
		v := r.word(w)
		if v.Open && !quoted(w) || !v.Open && strings.ContainsAny(v.Value, " \t\n*?") && !quoted(w) {
			more = true
		}
		if v.Value == "" && !v.Open && !quoted(w) {
			continue
		}
		out = append(out, v)
	}
	return out, more
}

// isAll reports whether a word stands for all arguments, and whether each of
// them stays whole: "$@", or $@ and $*.
func isAll(w *syntax.Word) (whole, ok bool) {
	if len(w.Parts) != 1 {
		return false, false
	}
	part := w.Parts[0]
	if q, isQuoted := part.(*syntax.DblQuoted); isQuoted && len(q.Parts) == 1 {
		p, isParam := q.Parts[0].(*syntax.ParamExp)
		return true, isParam && p.Param != nil && p.Param.Value == "@" && plain(p)
	}
	p, isParam := part.(*syntax.ParamExp)
	return false, isParam && p.Param != nil && (p.Param.Value == "@" || p.Param.Value == "*") && plain(p)
}

// plain reports whether a parameter is only named, and nothing done with it.
func plain(p *syntax.ParamExp) bool {
	return !p.Excl && !p.Length && !p.Width && p.Index == nil && p.Slice == nil && p.Repl == nil && p.Names == 0 && p.Exp == nil
}

// quoted reports whether a word is one, whatever it comes to.
func quoted(w *syntax.Word) bool {
	for _, p := range w.Parts {
		switch p.(type) {
		case *syntax.Lit, *syntax.SglQuoted, *syntax.DblQuoted:
		default:
			return false
		}
	}
	return true
}

// word returns what a word comes to.
func (r *run) word(w *syntax.Word) Word {
	v, ok := r.parts(w.Parts)
	return Word{Line: int(w.Pos().Line()), Column: int(w.Pos().Col()), Value: v, Open: !ok}
}

func (r *run) parts(parts []syntax.WordPart) (value string, ok bool) {
	var b strings.Builder
	for _, p := range parts {
		switch p := p.(type) {
		case *syntax.Lit:
			b.WriteString(unescaped(p.Value))
		case *syntax.SglQuoted:
			b.WriteString(p.Value)
		case *syntax.DblQuoted:
			v, ok := r.parts(p.Parts)
			if !ok {
				return "", false
			}
			b.WriteString(v)
		case *syntax.ParamExp:
			v, ok := r.parameter(p)
			if !ok {
				return "", false
			}
			b.WriteString(v)
		default:
			return "", false
		}
	}
	return b.String(), true
}

// unescaped takes away the backslashes of a literal.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
			if s[i] == '\n' {
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// parameter returns the value of $NAME, ${NAME:-default} and the like.
func (r *run) parameter(p *syntax.ParamExp) (value string, ok bool) {
	if p.Param == nil {
		return "", false
	}
	exp := p.Exp
	w := r.lookup(p.Param.Value)
	bare := *p
	bare.Exp, bare.Slice = nil, nil
	if !plain(&bare) {
		return "", false
	}
	if p.Slice != nil {
		return part(w, p.Slice)
	}
	if exp == nil {
		return w.Value, !w.Open
	}
	other := func() (string, bool) {
		if exp.Word == nil {
			return "", true
		}
		return r.parts(exp.Word.Parts)
	}
	switch exp.Op {
	case syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AssignUnset, syntax.AssignUnsetOrNull:
		if w.Open {
			return "", false
		}
		if w.Value != "" {
			return w.Value, true
		}
		v, ok := other()
		if exp.Op == syntax.AssignUnset || exp.Op == syntax.AssignUnsetOrNull {
			r.set[p.Param.Value] = Word{Line: int(p.Pos().Line()), Column: int(p.Pos().Col()), Value: v, Open: !ok}
		}
		return v, ok
	case syntax.AlternateUnset, syntax.AlternateUnsetOrNull:
		if w.Open {
			return "", false
		}
		if w.Value == "" {
			return "", true
		}
		return other()
	case syntax.RemSmallPrefix, syntax.RemLargePrefix, syntax.RemSmallSuffix, syntax.RemLargeSuffix:
		cut, known := other()
		if w.Open || !known || strings.ContainsAny(cut, "*?[\\") {
			return "", false
		}
		if exp.Op == syntax.RemSmallPrefix || exp.Op == syntax.RemLargePrefix {
			return strings.TrimPrefix(w.Value, cut), true
		}
		return strings.TrimSuffix(w.Value, cut), true
	case syntax.ErrorUnset, syntax.ErrorUnsetOrNull:
		return w.Value, !w.Open && w.Value != ""
	}
	return "", false
}

// part returns what ${NAME:0:1} cuts out of a value, between constants.
func part(w Word, slice *syntax.Slice) (value string, ok bool) {
	number := func(x syntax.ArithmExpr) int {
		word, isWord := x.(*syntax.Word)
		if !isWord {
			return -1
		}
		n, err := strconv.Atoi(word.Lit())
		if err != nil {
			return -1
		}
		return n
	}
	from, n := number(slice.Offset), len(w.Value)
	if slice.Length != nil {
		n = number(slice.Length)
	}
	if w.Open || from < 0 || n < 0 {
		return "", false
	}
	from = min(from, len(w.Value))
	return w.Value[from:min(from+n, len(w.Value))], true
}

// lookup returns the value of a variable or argument.
func (r *run) lookup(name string) Word {
	if n, err := strconv.Atoi(name); err == nil {
		switch {
		case n == 0:
			return Word{Value: itself}
		case n > 0 && n <= len(r.given.Args):
			return r.given.Args[n-1]
		case n > 0 && !r.given.ArgsOpen:
			return Word{}
		}
		return Word{Open: true}
	}
	if w, ok := r.set[name]; ok {
		return w
	}
	if !isName(name) || r.envOpen {
		return Word{Open: true}
	}
	return r.given.Env(name)
}

// isName reports whether a parameter is a variable, and not $?, $$ and the like.
func isName(s string) bool {
	for i, c := range s {
		if c != '_' && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}
