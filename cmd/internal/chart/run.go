package chart

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"text/template/parse"
)

// What follows runs templates. Package template does so by reflection, which
// would keep all methods of all types in the program. The values here are what
// YAML has: mappings, lists, texts, numbers, booleans and nil.

// run is a template at work.
type run struct {
	*Chart
	out   *limited
	vars  []variable
	depth int // of templates in each other
}

type variable struct {
	name  string
	value any
}

// maxDeep is how deep templates may include each other, as in Helm.
const maxDeep = 100

// limited is what a template has printed. It fails where that is too much, or
// goes on for too long.
type limited struct {
	bytes.Buffer
	steps int
}

var errLimit = errors.New("it prints too much, or goes on for too long")

// step counts what a template does.
func (l *limited) step() error {
	if l.steps++; l.steps > 1e6 || l.Len() > maxFile {
		return errLimit
	}
	return nil
}

// How a round of a loop may end.
var (
	errBreak    = errors.New("break")
	errContinue = errors.New("continue")
)

// list runs the nodes of a list.
func (r *run) list(dot any, l *parse.ListNode) error {
	if l == nil {
		return nil
	}
	for _, n := range l.Nodes {
		if err := r.node(dot, n); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) node(dot any, n parse.Node) error {
	if err := r.out.step(); err != nil {
		return err
	}
	known := len(r.vars)
	switch n := n.(type) {
	case *parse.TextNode:
		r.out.Write(n.Text)
	case *parse.ActionNode:
		v, err := r.pipe(dot, n.Pipe)
		if err == nil && len(n.Pipe.Decl) == 0 {
			r.out.WriteString(text(v))
		}
		return err
	case *parse.IfNode:
		defer r.forget(known)
		v, err := r.pipe(dot, n.Pipe)
		if err != nil {
			return err
		}
		return r.list(dot, branch(&n.BranchNode, !empty(v)))
	case *parse.WithNode:
		defer r.forget(known)
		v, err := r.pipe(dot, n.Pipe)
		switch {
		case err != nil:
			return err
		case empty(v):
			return r.list(dot, n.ElseList)
		}
		return r.list(v, n.List)
	case *parse.RangeNode:
		defer r.forget(known)
		return r.loop(dot, n)
	case *parse.TemplateNode:
		v, err := r.pipe(dot, n.Pipe)
		if err != nil {
			return err
		}
		out, err := r.include(n.Name, v)
		r.out.WriteString(out)
		return err
	case *parse.BreakNode:
		return errBreak
	case *parse.ContinueNode:
		return errContinue
	}
	return nil
}

func branch(b *parse.BranchNode, yes bool) *parse.ListNode {
	if yes {
		return b.List
	}
	return b.ElseList
}

// forget drops the variables of a block.
func (r *run) forget(known int) { r.vars = r.vars[:known] }

// loop runs the rounds of range.
func (r *run) loop(dot any, n *parse.RangeNode) error {
	over, err := r.value(dot, n.Pipe)
	if err != nil {
		return err
	}
	var keys, values []any
	switch over := over.(type) {
	case []any:
		for i := range over {
			keys = append(keys, i)
		}
		values = over
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(over)) {
			keys, values = append(keys, key), append(values, over[key])
		}
	case int:
		for i := range min(over, 1000) {
			keys, values = append(keys, i), append(values, i)
		}
	}
	if len(values) == 0 {
		return r.list(dot, n.ElseList)
	}
	for i, v := range values {
		if err := r.out.step(); err != nil {
			return err
		}
		known := len(r.vars)
		switch decl := n.Pipe.Decl; len(decl) {
		case 1:
			r.declare(decl[0], v, n.Pipe.IsAssign)
		case 2:
			r.declare(decl[0], keys[i], n.Pipe.IsAssign)
			r.declare(decl[1], v, n.Pipe.IsAssign)
		}
		err := r.list(v, n.List)
		r.forget(known)
		if errors.Is(err, errBreak) {
			break
		}
		if err != nil && !errors.Is(err, errContinue) {
			return err
		}
	}
	return nil
}

// declare gives a variable its value.
func (r *run) declare(v *parse.VariableNode, value any, assign bool) {
	if assign {
		for i := range slices.Backward(r.vars) {
			if r.vars[i].name == v.Ident[0] {
				r.vars[i].value = value
				return
			}
		}
	}
	r.vars = append(r.vars, variable{v.Ident[0], value})
}

// pipe returns the value of a pipeline, and gives it to the variables that it
// declares.
func (r *run) pipe(dot any, p *parse.PipeNode) (any, error) {
	v, err := r.value(dot, p)
	if err == nil && p != nil {
		for _, d := range p.Decl {
			r.declare(d, v, p.IsAssign)
		}
	}
	return v, err
}

// value returns the value of a pipeline.
func (r *run) value(dot any, p *parse.PipeNode) (v any, err error) {
	if p == nil {
		return nil, nil
	}
	for i, cmd := range p.Cmds {
		var last []any
		if i > 0 {
			last = []any{v}
		}
		if v, err = r.command(dot, cmd.Args, last); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// command returns the value of one command of a pipeline; last is that of the
// one before it, if there is one.
func (r *run) command(dot any, words []parse.Node, last []any) (any, error) {
	if err := r.out.step(); err != nil {
		return nil, err
	}
	name, isFunction := words[0].(*parse.IdentifierNode)
	if isFunction && (name.Ident == "and" || name.Ident == "or") {
		return r.either(dot, words[1:], last, name.Ident == "or")
	}
	var args []any
	for _, w := range words[1:] {
		v, err := r.word(dot, w)
		if err != nil {
			return nil, err
		}
		args = append(args, v)
	}
	args = append(args, last...)
	if isFunction {
		return r.call(name.Ident, args)
	}
	v, err := r.word(dot, words[0])
	if f, ok := v.(function); ok && err == nil {
		return f(args)
	}
	return v, err
}

// either returns the value of and, or of or, which look no further than they
// have to.
func (r *run) either(dot any, words []parse.Node, last []any, or bool) (v any, err error) {
	for _, w := range words {
		if v, err = r.word(dot, w); err != nil || empty(v) != or {
			return v, err
		}
	}
	if len(last) > 0 {
		return last[0], nil
	}
	return v, nil
}

// word returns the value of an operand.
func (r *run) word(dot any, n parse.Node) (any, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot, nil
	case *parse.NilNode:
		return nil, nil
	case *parse.BoolNode:
		return n.True, nil
	case *parse.StringNode:
		return n.Text, nil
	case *parse.NumberNode:
		if n.IsInt {
			return int(n.Int64), nil
		}
		return n.Float64, nil
	case *parse.FieldNode:
		return fields(dot, n.Ident)
	case *parse.VariableNode:
		for _, v := range slices.Backward(r.vars) {
			if v.name == n.Ident[0] {
				return fields(v.value, n.Ident[1:])
			}
		}
	case *parse.ChainNode:
		v, err := r.word(dot, n.Node)
		if err != nil {
			return nil, err
		}
		return fields(v, n.Field)
	case *parse.PipeNode:
		return r.pipe(dot, n)
	case *parse.IdentifierNode:
		return r.call(n.Ident, nil)
	}
	return nil, fmt.Errorf("%s is not known", n)
}

// fields goes from a value to those in it.
func fields(v any, names []string) (any, error) {
	for _, name := range names {
		switch in := v.(type) {
		case map[string]any:
			v = in[name]
		case function:
			below, err := in(nil)
			if err != nil {
				return nil, err
			}
			if v, err = fields(below, []string{name}); err != nil {
				return nil, err
			}
		default:
			return nil, fmt.Errorf("%q of what is no mapping", name)
		}
	}
	return v, nil
}

// include returns what a template prints that is called name.
func (r *run) include(name string, dot any) (string, error) {
	t := r.defined[name]
	if t == nil {
		return "", fmt.Errorf("no template %q", name)
	}
	return r.inside(t, dot)
}

// inside returns what a template prints by itself.
func (r *run) inside(t *parse.Tree, dot any) (string, error) {
	if r.depth >= maxDeep {
		return "", errLimit
	}
	in := &run{Chart: r.Chart, out: &limited{steps: r.out.steps}, vars: []variable{{"$", dot}}, depth: r.depth + 1}
	err := in.list(dot, t.Root)
	r.out.steps = in.out.steps
	return in.out.String(), err
}

// parsed returns the templates of a text, by their names, which may call
// functions that are not known.
func parsed(name, text string) (map[string]*parse.Tree, error) {
	t := parse.New(name)
	t.Mode = parse.SkipFuncCheck
	set := make(map[string]*parse.Tree)
	_, err := t.Parse(text, "", "", set)
	if set[name] == nil {
		set[name] = t
	}
	return set, err
}

// read returns the templates of a file.
func read(file string) map[string]*parse.Tree {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	set, err := parsed(file, string(text))
	if err != nil {
		return nil
	}
	return set
}
