package chart

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// ofStructures are the functions of lists and mappings, and those that choose
// among values.
func ofStructures(name string, a arguments) (any, error) {
	switch name {
	case "default":
		if len(a) < 2 || empty(a[1]) {
			return a.at(0), nil
		}
		return a[1], nil
	case "required":
		if v := a.at(1); v != nil && v != "" {
			return v, nil
		}
		return Hole, nil // whoever installs the chart has to say it
	case "coalesce":
		for _, v := range a {
			if !empty(v) {
				return v, nil
			}
		}
		return nil, nil
	case "ternary":
		if empty(a.at(2)) {
			return a.at(1), nil
		}
		return a.at(0), nil
	case "index", "dig":
		if name == "dig" && len(a) > 2 {
			return dig(a), nil
		}
		return index(a), nil
	case "kindOf", "typeOf":
		return kind(a.at(0)), nil
	case "deepCopy":
		return a.at(0), nil
	case "lookup":
		return map[string]any{}, nil
	}
	if v, err := ofMappings(name, a); !errors.Is(err, errUnknown) {
		return v, err
	}
	return ofLists(name, a)
}

// ofMappings are the functions of mappings.
func ofMappings(name string, a arguments) (any, error) {
	m := a.mapping(0)
	switch name {
	case "dict":
		out := make(map[string]any)
		for i := 0; i < len(a); i += 2 {
			out[a.text(i)] = a.at(i + 1)
		}
		return out, nil
	case "get":
		if v, ok := m[a.text(1)]; ok {
			return v, nil
		}
		return "", nil
	case "set":
		v, err := copied(a.at(2))
		if m != nil && err == nil {
			m[a.text(1)] = v
		}
		return m, err
	case "unset":
		delete(m, a.text(1))
		return m, nil
	case "keys":
		return anys(slices.Sorted(maps.Keys(m))), nil
	case "values":
		var out []any
		for _, key := range slices.Sorted(maps.Keys(m)) {
			out = append(out, m[key])
		}
		return out, nil
	case "pick", "omit":
		out := make(map[string]any)
		for key, v := range m {
			if slices.Contains(strs([]any(a[1:])), key) == (name == "pick") {
				out[key] = v
			}
		}
		return out, nil
	case "merge", "mergeOverwrite":
		var out map[string]any
		for i := range a {
			if name == "merge" {
				i = len(a) - 1 - i // the first counts most
			}
			v, err := copied(a.at(i))
			if err != nil {
				return nil, err
			}
			out = merged(out, arguments{v}.mapping(0))
		}
		if m != nil {
			maps.Copy(m, out)
		}
		return out, nil
	}
	return nil, errUnknown
}

// copied returns a value that shares nothing with another, so that none can be put
// into itself.
func copied(v any) (any, error) {
	left := 100_000
	out := copyOf(v, &left)
	if left < 0 {
		return nil, errLimit
	}
	return out, nil
}

func copyOf(v any, left *int) any {
	if *left--; *left < 0 {
		return nil
	}
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, below := range v {
			out[key] = copyOf(below, left)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, below := range v {
			out[i] = copyOf(below, left)
		}
		return out
	}
	return v
}

// ofLists are the functions of lists.
func ofLists(name string, a arguments) (any, error) {
	l := a.list(0)
	switch name {
	case "list", "tuple":
		return []any(a), nil
	case "first":
		return arguments(l).at(0), nil
	case "last":
		return arguments(l).at(max(0, len(l)-1)), nil
	case "rest":
		return l[min(1, len(l)):], nil
	case "initial":
		return l[:max(0, len(l)-1)], nil
	case "append":
		return append(slices.Clone(l), a.at(1)), nil
	case "prepend":
		return append([]any{a.at(1)}, l...), nil
	case "concat":
		var out []any
		for i := range a {
			out = append(out, a.list(i)...)
		}
		return out, nil
	case "uniq":
		return anys(slices.Compact(strs(l))), nil
	case "compact":
		return slices.DeleteFunc(slices.Clone(l), empty), nil
	case "without":
		return slices.DeleteFunc(slices.Clone(l), func(v any) bool {
			return slices.ContainsFunc(a[1:], func(o any) bool { return equal(o, v) })
		}), nil
	case "sortAlpha":
		out := strs(a.at(0))
		slices.Sort(out)
		return anys(out), nil
	case "toStrings":
		return anys(strs(a.at(0))), nil
	case "splitList":
		return anys(strings.Split(a.text(1), a.text(0))), nil
	case "split":
		out := make(map[string]any)
		for i, part := range strings.Split(a.text(1), a.text(0)) {
			out["_"+strconv.Itoa(i)] = part
		}
		return out, nil
	case "until", "untilStep":
		from, to, step := 0, a.number(0), 1
		if name == "untilStep" {
			from, to, step = a.number(0), a.number(1), max(1, a.number(2))
		}
		var out []any
		for n := from; n < to && len(out) < 1000; n += step {
			out = append(out, n)
		}
		return out, nil
	}
	return nil, errUnknown
}

// index goes into a mapping or list by the keys that follow it.
func index(a arguments) (v any) {
	v = a.at(0)
	for _, key := range a[min(1, len(a)):] {
		switch in := v.(type) {
		case map[string]any:
			v = in[text(key)]
		case []any:
			v = nil
			if i := number(key); i >= 0 {
				v = arguments(in).at(i)
			}
		default:
			return nil
		}
	}
	return v
}

// dig goes into the mapping that stands last by the keys before it; what stands
// before that is meant where there is none.
func dig(a arguments) any {
	v := a[len(a)-1]
	for _, key := range a[:len(a)-2] {
		m, _ := v.(map[string]any)
		below, ok := m[text(key)]
		if !ok {
			return a[len(a)-2]
		}
		v = below
	}
	return v
}

func anys(l []string) []any {
	out := make([]any, len(l))
	for i, v := range l {
		out[i] = v
	}
	return out
}

// strs returns the elements of a list as texts, and any other value alone.
func strs(v any) (out []string) {
	l, ok := v.([]any)
	if !ok {
		return []string{text(v)}
	}
	for _, e := range l {
		out = append(out, text(e))
	}
	return out
}
