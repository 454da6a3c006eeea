package recipe

import "strings"

// What follows reads calls out of files in Starlark, the language of Tilt and
// Bazel, as far as their arguments are written out.

// value is an argument: a text, a list of them, a mapping, or something that is
// not read.
type value struct {
	text   string
	isText bool
	list   []string
	isList bool
	pairs  map[string]string // those whose key is a text; what else they hold is unknown
}

// call is the call of a function at a place outside of all others.
type call struct {
	name  string
	line  int
	args  []value
	named map[string]value
}

// arg returns the argument at a place or of a name.
func (c call) arg(place int, name string) value {
	if v, ok := c.named[name]; ok {
		return v
	}
	if place >= 0 && place < len(c.args) {
		return c.args[place]
	}
	return value{}
}

// token is a name, a text or a sign.
type token struct {
	kind byte // n, t, or the sign itself
	text string
	line int
}

// tokens takes a file apart.
func tokens(src string) (out []token) {
	line := 1
	for i := 0; i < len(src); {
		c := src[i]
		switch {
		case c == '\n':
			line++
			i++
		case c == '#':
			for i < len(src) && src[i] != '\n' {
				i++
			}
		case c == '"' || c == '\'':
			text, n, lines := quoted(src[i:])
			out = append(out, token{'t', text, line})
			line += lines
			i += n
		case letter(c):
			start := i
			for i < len(src) && (letter(src[i]) || src[i] >= '0' && src[i] <= '9' || src[i] == '.') {
				i++
			}
			out = append(out, token{'n', src[start:i], line})
		case c == ' ' || c == '\t' || c == '\r' || c == '\\':
			i++
		default:
			out = append(out, token{c, "", line})
			i++
		}
	}
	return out
}

func letter(c byte) bool { return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// quoted reads the text that src begins with.
func quoted(src string) (text string, n, lines int) {
	quote := src[:1]
	if strings.HasPrefix(src, strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	var b strings.Builder
	for i := len(quote); i < len(src); i++ {
		switch {
		case strings.HasPrefix(src[i:], quote):
			return b.String(), i + len(quote), lines
		case src[i] == '\\' && i+1 < len(src):
			i++
		case src[i] == '\n':
			lines++
			if len(quote) == 1 {
				return b.String(), i, lines - 1 // not closed
			}
		}
		b.WriteByte(src[i])
	}
	return b.String(), len(src), lines
}

// calls returns the calls of a file that are not arguments of others.
func calls(src string) (out []call) {
	all := tokens(src)
	for i := 0; i+1 < len(all); i++ {
		if all[i].kind != 'n' || all[i+1].kind != '(' {
			continue
		}
		switch all[i].text {
		case "if", "elif", "for", "in", "not", "and", "or", "return":
			continue
		}
		c := call{name: all[i].text, line: all[i].line, named: make(map[string]value)}
		args, end := arguments(all, i+2)
		for _, a := range args {
			name := ""
			if len(a) > 2 && a[0].kind == 'n' && a[1].kind == '=' && a[2].kind != '=' {
				name, a = a[0].text, a[2:]
			}
			if v := read(a); name != "" {
				c.named[name] = v
			} else {
				c.args = append(c.args, v)
			}
		}
		out = append(out, c)
		i = end
	}
	return out
}

// arguments cuts what stands in brackets at commas. end is the place of the
// closing one.
func arguments(all []token, start int) (args [][]token, end int) {
	depth, from := 0, start
	for i := start; i < len(all); i++ {
		switch all[i].kind {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth == 0 {
				if i > from {
					args = append(args, all[from:i])
				}
				return args, i
			}
			depth--
		case ',':
			if depth == 0 {
				if i > from {
					args = append(args, all[from:i])
				}
				from = i + 1
			}
		}
	}
	return args, len(all)
}

// read returns the value that tokens stand for.
func read(ts []token) value {
	if len(ts) == 1 && ts[0].kind == 't' {
		return value{text: ts[0].text, isText: true}
	}
	if len(ts) > 1 && ts[0].kind == '{' {
		return mapping(ts)
	}
	if len(ts) < 2 || ts[0].kind != '[' {
		return value{}
	}
	v := value{isList: true}
	elements, end := arguments(ts, 1)
	if end != len(ts)-1 {
		return value{}
	}
	for _, e := range elements {
		if len(e) != 1 || e[0].kind != 't' {
			return value{}
		}
		v.list = append(v.list, e[0].text)
	}
	return v
}

// mapping returns the mapping that tokens stand for.
func mapping(ts []token) value {
	v := value{pairs: make(map[string]string)}
	entries, _ := arguments(ts, 1)
	for _, e := range entries {
		if len(e) < 3 || e[0].kind != 't' || e[1].kind != ':' {
			continue
		}
		v.pairs[e[0].text] = unknown
		if of := read(e[2:]); of.isText {
			v.pairs[e[0].text] = of.text
		}
	}
	return v
}
