// Package block reads HCL as Nomad writes it: blocks with labels, and
// attributes. Expressions other than texts, numbers and lists of these are
// kept as they stand, and are Open. The parser of HashiCorp would bring types
// and functions with it which every start of the vet tool would pay for.
package block

import (
	"fmt"
	"strings"
)

// Value is what an attribute is set to.
type Value struct {
	Line, Column int
	Text         string
	Open         bool    // it is an expression, or has one in it
	List         []Value // of a list
}

// Set reports whether the value is there at all.
func (v Value) Set() bool { return v.Line > 0 }

// Block is a block, or a whole file, which has no name.
type Block struct {
	Line, Column int
	Name         string
	Labels       []string
	Blocks       []*Block
	attributes   []attribute
}

type attribute struct {
	name string
	Value
}

// Get returns the last value of an attribute.
func (b *Block) Get(name string) (v Value) {
	for _, a := range b.attributes {
		if a.name == name {
			v = a.Value
		}
	}
	return v
}

// Names returns the names of the attributes in their order.
func (b *Block) Names() (names []string) {
	for _, a := range b.attributes {
		names = append(names, a.name)
	}
	return names
}

// All returns the blocks of a name that stand in b.
func (b *Block) All(name string) (out []*Block) {
	for _, c := range b.Blocks {
		if c.Name == name {
			out = append(out, c)
		}
	}
	return out
}

// Label returns the first label, or "".
func (b *Block) Label() string {
	if len(b.Labels) == 0 {
		return ""
	}
	return b.Labels[0]
}

// Problem says what is malformed.
type Problem struct {
	Line, Column int
	Message      string
}

// maxDepth is how deep blocks and lists may stand in each other.
const maxDepth = 50

// Read reads a file. The problem is nil when there is none.
func Read(text []byte) (*Block, *Problem) {
	r := &reader{src: strings.TrimPrefix(strings.ReplaceAll(string(text), "\r\n", "\n"), "\ufeff"), line: 1, column: 1}
	root := &Block{Line: 1, Column: 1}
	r.body(root, 0)
	if r.problem == nil && r.at < len(r.src) {
		r.fail("a brace too many")
	}
	return root, r.problem
}

type reader struct {
	src          string
	at           int
	line, column int
	inner        int // how many texts the place is in
	problem      *Problem
}

func (r *reader) fail(format string, args ...any) {
	if r.problem == nil {
		r.problem = &Problem{r.line, r.column, "malformed HCL: " + fmt.Sprintf(format, args...)}
	}
}

// peek returns the byte n behind the place, or 0.
func (r *reader) peek(n int) byte {
	if r.at+n < len(r.src) {
		return r.src[r.at+n]
	}
	return 0
}

func (r *reader) skip(n int) {
	for ; n > 0 && r.at < len(r.src); n-- {
		if r.src[r.at] == '\n' {
			r.line++
			r.column = 0
		}
		r.at++
		r.column++
	}
}

// space skips white space, also newlines if lines is set, and comments.
func (r *reader) space(lines bool) {
	for r.at < len(r.src) {
		c := r.peek(0)
		switch {
		case c == ' ' || c == '\t' || c == '\r' || lines && c == '\n':
			r.skip(1)
		case c == '#' || c == '/' && r.peek(1) == '/':
			for r.at < len(r.src) && r.peek(0) != '\n' {
				r.skip(1)
			}
		case c == '/' && r.peek(1) == '*':
			end := strings.Index(r.src[r.at:], "*/")
			if end < 0 {
				r.fail("a comment that does not end")
				end = len(r.src)
			}
			r.skip(end + 2)
		default:
			return
		}
	}
}

// word reads a name, or returns "".
func (r *reader) word() string {
	start := r.at
	for r.at < len(r.src) {
		c := r.peek(0)
		if c != '_' && c != '-' && c != '.' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			break
		}
		r.skip(1)
	}
	return r.src[start:r.at]
}

// body reads what stands in a block, up to its closing brace.
func (r *reader) body(b *Block, depth int) {
	if depth > maxDepth {
		r.fail("more than %d blocks in each other", maxDepth)
	}
	for r.problem == nil {
		r.space(true)
		if r.peek(0) == ',' {
			r.skip(1)
			continue
		}
		if r.at >= len(r.src) || r.peek(0) == '}' {
			return
		}
		line, column := r.line, r.column
		name := ""
		if r.peek(0) == '"' {
			name, _ = r.text()
		} else if name = r.word(); name == "" {
			r.fail("want a name, not %q", r.peek(0))
			return
		}
		r.space(false)
		if c := r.peek(0); c == '=' || c == ':' {
			r.skip(1)
			r.space(false)
			if r.peek(0) == '{' { // a map is read as a block is
				r.block(b, &Block{Line: line, Column: column, Name: name}, depth)
				continue
			}
			b.attributes = append(b.attributes, attribute{name, r.value(depth)})
			continue
		}
		r.block(b, &Block{Line: line, Column: column, Name: name}, depth)
	}
}

// block reads the labels and the body of a block of b.
func (r *reader) block(b, c *Block, depth int) {
	for r.problem == nil && r.peek(0) != '{' {
		switch label := ""; {
		case r.peek(0) == '"':
			label, _ = r.text()
			c.Labels = append(c.Labels, label)
		default:
			if label = r.word(); label == "" {
				r.fail("want = or a block behind %q", c.Name)
				return
			}
			c.Labels = append(c.Labels, label)
		}
		r.space(false)
	}
	r.skip(1)
	r.body(c, depth+1)
	if r.problem == nil && r.peek(0) != '}' {
		r.fail("the block %q of line %d does not end", c.Name, c.Line)
	}
	r.skip(1)
	b.Blocks = append(b.Blocks, c)
}

// text reads a text in quotes; open reports whether it has an expression in it.
func (r *reader) text() (value string, open bool) {
	var b strings.Builder
	r.skip(1)
	depth := 0
	for r.at < len(r.src) {
		c := r.peek(0)
		switch {
		case c == '\n':
			r.fail("a text that does not end")
			return "", false
		case depth == 0 && c == '"':
			r.skip(1)
			return b.String(), open
		case c == '\\' && depth == 0:
			r.skip(1)
			c = r.peek(0)
			if c == 'n' {
				c = '\n'
			}
		case (c == '$' || c == '%') && r.peek(1) == c && r.peek(2) == '{':
			r.skip(1) // it stands for itself
			b.WriteByte(c)
			r.skip(1)
			c = r.peek(0)
		case (c == '$' || c == '%') && r.peek(1) == '{':
			depth++
			open = true
			b.WriteByte(c)
			r.skip(1)
			c = r.peek(0)
		case depth > 0 && c == '"':
			if r.inner++; r.inner > maxDepth {
				r.fail("more than %d texts in each other", maxDepth)
				return "", false
			}
			inner, _ := r.text()
			r.inner--
			b.WriteString(`"` + inner + `"`)
			continue
		case depth > 0 && c == '{':
			depth++
		case depth > 0 && c == '}':
			depth--
		}
		b.WriteByte(c)
		r.skip(1)
	}
	r.fail("a text that does not end")
	return "", false
}

// value reads what an attribute is set to.
func (r *reader) value(depth int) Value {
	v := Value{Line: r.line, Column: r.column}
	start := r.at
	if depth > maxDepth {
		r.fail("more than %d lists in each other", maxDepth)
		return v
	}
	switch c := r.peek(0); {
	case c == '"':
		v.Text, v.Open = r.text()
	case c == '<' && r.peek(1) == '<':
		r.heredoc(&v)
		return v
	case c == '[':
		r.skip(1)
		for r.problem == nil {
			r.space(true)
			switch r.peek(0) {
			case ',':
				r.skip(1)
				continue
			case ']':
				r.skip(1)
				return v
			case 0:
				r.fail("a list that does not end")
				return v
			case '{':
				element := &Block{}
				r.block(element, &Block{Line: r.line, Column: r.column}, depth)
				v.List = append(v.List, Value{Line: r.line, Column: r.column, Open: true})
				continue
			}
			v.List = append(v.List, r.value(depth+1))
		}
		return v
	default:
		v.Text = r.word()
		v.Open = v.Text == "" || strings.Trim(v.Text, "0123456789.-") != "" && v.Text != "true" && v.Text != "false"
	}
	if r.rest() {
		v.Open = true
	}
	if r.at == start {
		r.fail("want a value")
	}
	return v
}

// rest skips what stands behind a value, which makes it an expression, and
// reports whether there is anything.
func (r *reader) rest() (found bool) {
	depth := 0
	for r.at < len(r.src) && r.problem == nil {
		r.spaceIn(depth)
		switch c := r.peek(0); {
		case depth == 0 && (c == '\n' || c == ',' || c == ']' || c == '}' || c == 0):
			return found
		case c == '"':
			r.text()
		case c == '(' || c == '[' || c == '{':
			depth++
			r.skip(1)
		case c == ')' || c == ']' || c == '}':
			depth--
			r.skip(1)
		default:
			r.skip(1)
		}
		found = true
	}
	if depth > 0 {
		r.fail("an expression that does not end")
	}
	return found
}

func (r *reader) spaceIn(depth int) { r.space(depth > 0) }

// heredoc reads <<NAME, the lines up to NAME.
func (r *reader) heredoc(v *Value) {
	r.skip(2)
	if r.peek(0) == '-' {
		r.skip(1)
	}
	name := r.word()
	var b strings.Builder
	for first := true; r.at < len(r.src); first = false {
		end := strings.IndexByte(r.src[r.at:], '\n')
		if end < 0 {
			end = len(r.src) - r.at
		}
		line := r.src[r.at : r.at+end]
		if !first && strings.TrimSpace(line) == name {
			r.skip(end)
			v.Text = b.String()
			v.Open = strings.Contains(v.Text, "${") || strings.Contains(v.Text, "{{")
			return
		}
		if !first {
			b.WriteString(line + "\n")
		}
		r.skip(end + 1)
	}
	r.fail("no line %q ends the text of line %d", name, v.Line)
}
