package chart

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// What follows are the functions of Helm's templates, as far as charts use them
// in what says how programs are run. What is random or computed of a secret is a
// Hole, and a cluster is empty, as under helm template.

// function is one that templates call.
type function func(args arguments) (any, error)

// arguments are what a function is given; those that are missing are nil.
type arguments []any

func (a arguments) at(i int) any {
	if i >= len(a) {
		return nil
	}
	return a[i]
}

func (a arguments) text(i int) string { return text(a.at(i)) }
func (a arguments) number(i int) int  { return number(a.at(i)) }

func (a arguments) mapping(i int) map[string]any {
	m, _ := a.at(i).(map[string]any)
	return m
}

func (a arguments) list(i int) []any {
	l, _ := a.at(i).([]any)
	return l
}

var errUnknown = errors.New("the function is not known")

// call calls a function by its name.
func (r *run) call(name string, args arguments) (any, error) {
	switch name {
	case "include":
		if file := args.text(0); r.defined[file] == nil && strings.HasSuffix(file, ".yaml") {
			return Hole, nil // a file as a whole, of which the sum is wanted
		}
		return r.include(args.text(0), args.at(1))
	case "tpl":
		set, err := parsed("tpl", args.text(0))
		if err != nil {
			return nil, err
		}
		return r.inside(set["tpl"], args.at(1))
	}
	if rest, must := strings.CutPrefix(name, "must"); must && rest != "" {
		name = strings.ToLower(rest[:1]) + rest[1:]
	}
	for _, some := range []func(string, arguments) (any, error){compare, compute, ofTexts, ofStructures} {
		v, err := some(name, args)
		if !errors.Is(err, errUnknown) {
			return v, err
		}
	}
	return nil, fmt.Errorf("%w: %s", errUnknown, name)
}

// compare answers yes or no.
func compare(name string, a arguments) (any, error) {
	switch name {
	case "eq":
		return slices.ContainsFunc(a[min(1, len(a)):], func(v any) bool { return equal(a.at(0), v) }), nil
	case "ne":
		return !equal(a.at(0), a.at(1)), nil
	case "lt":
		return order(a.at(0), a.at(1)) < 0, nil
	case "le":
		return order(a.at(0), a.at(1)) <= 0, nil
	case "gt":
		return order(a.at(0), a.at(1)) > 0, nil
	case "ge":
		return order(a.at(0), a.at(1)) >= 0, nil
	case "not", "empty":
		return empty(a.at(0)), nil
	case "all":
		return !slices.ContainsFunc(a, empty), nil
	case "any":
		return !slices.ContainsFunc(a, func(v any) bool { return !empty(v) }), nil
	case "contains":
		return strings.Contains(a.text(1), a.text(0)), nil
	case "hasPrefix":
		return strings.HasPrefix(a.text(1), a.text(0)), nil
	case "hasSuffix":
		return strings.HasSuffix(a.text(1), a.text(0)), nil
	case "hasKey":
		_, ok := a.mapping(0)[a.text(1)]
		return ok, nil
	case "has":
		return slices.ContainsFunc(a.list(1), func(v any) bool { return equal(v, a.at(0)) }), nil
	case "kindIs", "typeIs":
		return kind(a.at(1)) == a.text(0), nil
	case "semverCompare":
		return since(a.text(0), a.text(1)), nil
	}
	return nil, errUnknown
}

// compute are the functions of numbers.
func compute(name string, a arguments) (any, error) {
	fold := func(f func(a, b int) int) (any, error) {
		n := a.number(0)
		for i := 1; i < len(a); i++ {
			n = f(n, a.number(i))
		}
		return n, nil
	}
	switch name {
	case "int", "int64", "float64", "atoi":
		return a.number(0), nil
	case "add1":
		return a.number(0) + 1, nil
	case "add":
		return fold(func(a, b int) int { return a + b })
	case "sub":
		return fold(func(a, b int) int { return a - b })
	case "mul":
		return fold(func(a, b int) int { return a * b })
	case "max":
		return fold(func(a, b int) int { return max(a, b) })
	case "min":
		return fold(func(a, b int) int { return min(a, b) })
	case "div", "mod":
		by := a.number(1)
		switch {
		case by == 0:
			return nil, errors.New("division by zero")
		case name == "mod":
			return a.number(0) % by, nil
		}
		return a.number(0) / by, nil
	case "len":
		return length(a.at(0)), nil
	}
	return nil, errUnknown
}

// kind returns what a value is, as templates name it.
func kind(v any) string {
	switch v.(type) {
	case nil:
		return "invalid"
	case []any:
		return "slice"
	}
	return reflect.TypeOf(v).Kind().String()
}

// text returns a value as templates print it.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	return fmt.Sprint(v)
}

// number returns a value as a number, 0 where it is none.
func number(v any) int {
	switch v := v.(type) {
	case int:
		return v
	case float64:
		if math.Abs(v) < math.MaxInt32 {
			return int(v)
		}
		return 0
	}
	n, _ := strconv.Atoi(strings.TrimSpace(text(v)))
	return n
}

func length(v any) int {
	switch v := v.(type) {
	case string:
		return len(v)
	case []any:
		return len(v)
	case map[string]any:
		return len(v)
	}
	return 0
}

// empty reports whether a value counts as none in a condition.
func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case int:
		return v == 0
	case float64:
		return v == 0
	case string, []any, map[string]any:
		return length(v) == 0
	}
	return false
}

func equal(a, b any) bool {
	if f, ok := a.(float64); ok {
		a = int(f)
	}
	if f, ok := b.(float64); ok {
		b = int(f)
	}
	return reflect.DeepEqual(a, b)
}

func order(a, b any) int {
	if s, ok := a.(string); ok {
		return strings.Compare(s, text(b))
	}
	return number(a) - number(b)
}

// merged returns a mapping with what another one sets.
func merged(v, set map[string]any) map[string]any {
	out := maps.Clone(v)
	if out == nil {
		out = make(map[string]any)
	}
	for key, to := range set {
		below, isMap := to.(map[string]any)
		if old, ok := out[key].(map[string]any); ok && isMap {
			to = merged(old, below)
		}
		out[key] = to
	}
	return out
}

// since reports whether a version is one that a constraint allows, as far as
// that is an oldest or newest one.
func since(constraint, of string) bool {
	constraint, _, _ = strings.Cut(strings.TrimSpace(constraint), ",")
	than := strings.TrimLeft(constraint, "<>=!~^ ")
	by := slices.Compare(parts(of), parts(than))
	switch strings.TrimSpace(strings.TrimSuffix(constraint, than)) {
	case "<":
		return by < 0
	case "<=":
		return by <= 0
	case "=", "":
		return by == 0
	case ">":
		return by > 0
	}
	return by >= 0
}

func parts(version string) (out []int) {
	version, _, _ = strings.Cut(strings.TrimPrefix(strings.TrimSpace(version), "v"), "-")
	for _, p := range strings.Split(version, ".") {
		out = append(out, number(p))
	}
	return append(out, 0, 0, 0)[:3]
}
