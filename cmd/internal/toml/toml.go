// Package toml reads the values of TOML files with their places.
package toml

import (
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Value is a simple value, or one of a list.
type Value struct {
	Key          []string // all keys that lead to it
	Item         int      // which of the tables of its first key it is in, from 1, where that has a list of them
	Text         string
	Line, Column int // of the last of the keys
}

// Problem says what is malformed.
type Problem struct {
	Line    int
	Message string
}

// Values returns all simple values of a file in their order. The problem is nil
// when there is none.
func Values(text []byte) (out []Value, problem *Problem) {
	p := &unstable.Parser{}
	p.Reset(text)
	var table []string
	items := make(map[string]int)
	keys := func(n *unstable.Node) (parts []string, first *unstable.Node) {
		for it := n.Key(); it.Next(); {
			k := it.Node()
			if first == nil {
				first = k
			}
			parts = append(parts, string(k.Data))
		}
		return parts, first
	}
	add := func(key []string, at, v *unstable.Node) {
		value := Value{Key: key, Item: items[key[0]], Text: string(v.Data), Line: 1, Column: 1}
		if at.Raw.Length > 0 {
			start := p.Shape(at.Raw).Start
			value.Line, value.Column = start.Line, start.Column
		}
		out = append(out, value)
	}
	var walk func(prefix []string, n *unstable.Node)
	walk = func(prefix []string, n *unstable.Node) {
		parts, first := keys(n)
		full := slices.Concat(prefix, parts)
		switch v := n.Value(); v.Kind {
		case unstable.InlineTable:
			for it := v.Children(); it.Next(); {
				walk(full, it.Node())
			}
		case unstable.Array:
			for it := v.Children(); it.Next(); {
				e := it.Node()
				if e.Kind != unstable.InlineTable {
					add(full, first, e)
					continue
				}
				for c := e.Children(); c.Next(); {
					walk(full, c.Node())
				}
			}
		default:
			add(full, first, v)
		}
	}
	for p.NextExpression() {
		switch n := p.Expression(); n.Kind {
		case unstable.Table, unstable.ArrayTable:
			if table, _ = keys(n); len(table) == 1 && n.Kind == unstable.ArrayTable {
				items[table[0]]++
			}
		case unstable.KeyValue:
			walk(table, n)
		}
	}
	if err := p.Error(); err != nil {
		line := 1
		if e, ok := err.(*unstable.ParserError); ok && len(e.Highlight) > 0 {
			line = p.Shape(p.Range(e.Highlight)).Start.Line
		}
		message, _, _ := strings.Cut(err.Error(), "\n")
		return nil, &Problem{line, "malformed TOML: " + message}
	}
	return out, nil
}
