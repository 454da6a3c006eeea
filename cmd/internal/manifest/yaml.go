package manifest

import (
	"bytes"
	"errors"
	"io"

	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/malformed"
)

// node is a YAML value with its place. The zero node is one that is not there.
type node struct {
	*yaml.Node
	file  string
	above int                 // lines of the file above the document
	right int                 // columns of the file before it
	moved map[*yaml.Node]node // parts that stand elsewhere
}

// document is one document of a YAML file.
type document struct {
	node
	// open reports whether a template decides which parts there are.
	open bool
}

// documents takes a file apart, so that one document that is malformed does
// not cost the others. wanted tells by the text whether a document is of
// interest.
func documents(file string, text []byte, wanted func([]byte) bool) (docs []document, problems []Problem) {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	above := 0
	for _, part := range splitDocuments(text) {
		lines := bytes.Count(part, []byte("\n"))
		if wanted(part) {
			d, err := parseDocument(file, part, above)
			switch {
			case err != nil && bytes.Contains(part, []byte("{{")):
				// What the template makes of it may well be sound.
			case err != nil:
				problems = append(problems, yamlProblem(file, part, above, err))
			case d.Node != nil:
				docs = append(docs, d)
			}
		}
		above += lines
	}
	return docs, problems
}

// splitDocuments cuts a file before each line that separates documents.
func splitDocuments(text []byte) [][]byte {
	var parts [][]byte
	start := 0
	for i := 0; i < len(text); {
		end := bytes.IndexByte(text[i:], '\n')
		if end < 0 {
			end = len(text) - i - 1
		}
		line := text[i : i+end+1]
		if i > start && bytes.HasPrefix(line, []byte("---")) && (len(bytes.TrimSpace(line)) == 3 || line[3] == ' ') {
			parts = append(parts, text[start:i])
			start = i
		}
		i += end + 1
	}
	return append(parts, text[start:])
}

func parseDocument(file string, text []byte, above int) (document, error) {
	d := document{node: node{file: file, above: above}}
	if bytes.Contains(text, []byte("{{")) {
		text, d.open = withHoles(text)
	}
	var root yaml.Node
	if err := yaml.NewDecoder(bytes.NewReader(text)).Decode(&root); errors.Is(err, io.EOF) {
		return d, nil
	} else if err != nil {
		return d, err
	}
	if len(root.Content) > 0 {
		d.Node = root.Content[0]
	}
	return d, nil
}

// yamlProblem returns what is wrong with text in one line, with its place.
func yamlProblem(file string, text []byte, above int, err error) Problem {
	line, message := malformed.YAML(text, err)
	return Problem{Position{File: file, Line: above + line}, "malformed YAML: " + message}
}

var action = lazy.Regexp(`\{\{.*?\}\}`)

// withHoles returns a template as YAML: what an action prints is a hole, and a
// line that holds nothing but actions is empty; open says that there are such
// lines, which may add anything or decide about others.
func withHoles(text []byte) (out []byte, open bool) {
	var b bytes.Buffer
	inside := false // an action of several lines
	for line := range bytes.Lines(text) {
		switch {
		case inside:
			inside = !bytes.Contains(line, []byte("}}"))
			b.WriteString("\n")
			continue
		case bytes.Contains(line, []byte("{{")) && bytes.LastIndex(line, []byte("{{")) > bytes.LastIndex(line, []byte("}}")):
			inside, open = true, true
			b.WriteString("\n")
			continue
		}
		rest := bytes.TrimSpace(action().ReplaceAll(line, nil))
		if bytes.Contains(line, []byte("{{")) && (len(rest) == 0 || rest[0] == '#') {
			open = true
			b.WriteString("\n")
			continue
		}
		b.Write(action().ReplaceAll(line, []byte(hole)))
	}
	return b.Bytes(), open
}

// is reports whether n is there and of kind k, behind an alias.
func (n node) is(k yaml.Kind) bool { return n.Node != nil && n.Kind == k }

// of returns the node for m, a part of n. An alias is what it stands for. What
// is not written has no place in YAML, and gets that of n.
func (n node) of(m *yaml.Node) node {
	for m != nil && m.Kind == yaml.AliasNode {
		m = m.Alias
	}
	if other, ok := n.moved[m]; ok && m != nil {
		return other
	}
	if m != nil && m.Column == 0 && n.Node != nil {
		m = placed(m, n.Node)
	}
	return node{m, n.file, n.above, n.right, n.moved}
}

// value returns the value of a key of n. One that is not written gets the place
// of the key.
func (n node) value(key, value *yaml.Node) node {
	if value.Column == 0 && key.Column > 0 {
		value = placed(value, key)
	}
	return n.of(value)
}

// placed returns m at the place of another node.
func placed(m, at *yaml.Node) *yaml.Node {
	moved := *m
	moved.Line, moved.Column = at.Line, at.Column
	return &moved
}

// get returns the value of key, also of a mapping that is merged into n.
func (n node) get(keys ...string) node {
	for _, key := range keys {
		n = n.one(key, 0)
	}
	return n
}

func (n node) one(key string, depth int) node {
	if !n.is(yaml.MappingNode) || depth > 10 {
		return n.of(nil)
	}
	found := n.of(nil)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			found = n.value(n.Content[i], n.Content[i+1]) // the last counts
		}
	}
	if found.Node != nil {
		return found
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != "<<" {
			continue
		}
		merged := n.of(n.Content[i+1])
		if v := merged.one(key, depth+1); v.Node != nil {
			return v
		}
		for _, m := range merged.list() {
			if v := m.one(key, depth+1); v.Node != nil {
				return v
			}
		}
	}
	return n.of(nil)
}

// list returns the elements of a sequence.
func (n node) list() []node {
	if !n.is(yaml.SequenceNode) {
		return nil
	}
	var out []node
	for _, c := range n.Content {
		out = append(out, n.of(c))
	}
	return out
}

// pair is one entry of a mapping.
type pair struct {
	key   Text
	value node
}

// pairs returns the entries of a mapping, those of merged ones behind its own.
func (n node) pairs() []pair { return n.entries(0) }

func (n node) entries(depth int) []pair {
	if !n.is(yaml.MappingNode) || depth > 10 {
		return nil
	}
	var out, merged []pair
	has := make(map[string]bool)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.of(n.Content[i]), n.value(n.Content[i], n.Content[i+1])
		if k.Node == nil {
			continue
		}
		if k.Value == "<<" {
			merged = append(merged, v.entries(depth+1)...)
			for _, m := range v.list() {
				merged = append(merged, m.entries(depth+1)...)
			}
			continue
		}
		has[k.Value] = true
		out = append(out, pair{k.text(), v})
	}
	for _, m := range merged {
		if !has[m.key.Value] {
			has[m.key.Value] = true
			out = append(out, m)
		}
	}
	return out
}

// text returns a scalar with its place.
func (n node) text() Text {
	if n.Node == nil {
		return Text{}
	}
	t := Text{Position: n.position(), Value: n.Value}
	t.Open = n.Kind != yaml.ScalarNode || open(n.Value)
	return t
}

// unlessNull returns n, or nothing where it is null, as Kubernetes takes it and as a
// template leaves what has no value.
func (n node) unlessNull() node {
	if n.is(yaml.ScalarNode) && n.Tag == "!!null" {
		return node{file: n.file}
	}
	return n
}

func (n node) position() Position {
	if n.Node == nil {
		return Position{File: n.file}
	}
	return Position{n.file, n.above + n.Line, n.right + n.Column}
}

// words returns a sequence of scalars, or a scalar alone.
func (n node) words() []Text {
	if n.is(yaml.ScalarNode) {
		return []Text{n.text()}
	}
	var out []Text
	for _, c := range n.list() {
		out = append(out, c.text())
	}
	return out
}

// texts returns a mapping of scalars.
func (n node) texts() map[string]string {
	out := make(map[string]string)
	for _, p := range n.pairs() {
		out[p.key.Value] = p.value.text().Value
	}
	return out
}
