package manifest

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/cmd/internal/chart"
)

// hole stands for what a template fills in.
const hole = chart.Hole

// rendered returns the objects of a template of a Helm chart, as its values are by
// default, with the places in the template. ok is false where the file is none,
// or it cannot be told what it prints.
func (s *Set) rendered(file string, text []byte) (docs []document, ok bool) {
	dir := chart.Of(file)
	if dir == "" || !bytes.Contains(text, []byte("{{")) {
		return nil, false
	}
	c, read := s.charts[dir]
	if !read {
		var err error
		c, err = chart.Read(dir)
		if bad := (*chart.Malformed)(nil); errors.As(err, &bad) {
			s.Problems = append(s.Problems, yamlProblem(bad.File, bad.Text, 0, bad.Err))
		}
		if s.charts == nil {
			s.charts = make(map[string]*chart.Chart)
		}
		s.charts[dir] = c
	}
	if c == nil {
		return nil, false
	}
	out, lines, ok := c.Render(file, text)
	if !ok {
		return nil, false
	}
	source := strings.Split(string(text), "\n")
	for _, part := range splitDocuments(out) {
		here := lines
		lines = lines[min(bytes.Count(part, []byte("\n")), len(lines)):]
		if !isKubernetes(part) {
			continue
		}
		var root yaml.Node
		if err := yaml.NewDecoder(bytes.NewReader(part)).Decode(&root); err != nil && !errors.Is(err, io.EOF) {
			return nil, false
		}
		if len(root.Content) > 0 {
			place(root.Content[0], here, source)
			docs = append(docs, document{node: node{Node: root.Content[0], file: file}})
		}
	}
	return docs, true
}

// place gives what a template prints its place in the template. A variable that
// is empty there is for whoever installs the chart to set.
func place(n *yaml.Node, lines []int, source []string) {
	if n.Line > 0 && n.Line <= len(lines) {
		n.Line = lines[n.Line-1]
		if line := source[min(n.Line, len(source))-1]; n.Column > len(line) {
			n.Column = 1 + len(line) - len(strings.TrimLeft(line, " \t"))
		}
	}
	for i, below := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 1 && n.Content[i-1].Value == "value" && below.Kind == yaml.ScalarNode && below.Value == "" {
			below.Value = hole
		}
		place(below, lines, source)
	}
}
