package manifest

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// What follows is about patches of kustomize that are lists of operations, as
// JSON has them (RFC 6902): they change an object as it is written.

// operations returns the operations of a text, nil where it has none.
func operations(d document) []node {
	list := d.list()
	if len(list) == 0 || slices.ContainsFunc(list, func(n node) bool { return n.get("op").Node == nil || n.get("path").Node == nil }) {
		return nil
	}
	return list
}

// operated returns what becomes of a workload by operations. ok is false where
// that cannot be told.
func (s *Set) operated(w *Workload, ops []node, name string) (out *Workload, ok bool) {
	from, known := s.objects[w]
	if !known {
		return nil, false // it was changed in another way before
	}
	d := from
	done := make(map[*yaml.Node]*yaml.Node)
	d.Node = cloned(from.Node, done)
	d.moved = make(map[*yaml.Node]node)
	for old, m := range from.moved {
		m.Node = done[old]
		d.moved[m.Node] = m
	}
	for _, op := range ops {
		if !d.operate(op) {
			return nil, false
		}
	}
	made := &Set{}
	made.object(d, 0)
	if len(made.Workloads) != 1 {
		return nil, false
	}
	out = made.Workloads[0]
	out.Overlay = name
	s.mounts = append(s.mounts, made.mounts...)
	s.remember(out, d)
	return out, true
}

// remember notes the object that a workload was read from.
func (s *Set) remember(w *Workload, d document) {
	if s.objects == nil {
		s.objects = make(map[*Workload]document)
	}
	s.objects[w] = d
}

// cloned copies a tree, so that changes of it leave the other as it is.
func cloned(n *yaml.Node, done map[*yaml.Node]*yaml.Node) *yaml.Node {
	if n == nil || done[n] != nil {
		return done[n]
	}
	out := *n
	done[n] = &out
	out.Alias = cloned(n.Alias, done)
	out.Content = nil
	for _, c := range n.Content {
		out.Content = append(out.Content, cloned(c, done))
	}
	return &out
}

// operate applies one operation to an object.
func (d document) operate(op node) bool {
	path := strings.Split(op.get("path").text().Value, "/")
	if len(path) < 2 || path[0] != "" {
		return false
	}
	for i := range path {
		path[i] = strings.ReplaceAll(strings.ReplaceAll(path[i], "~1", "/"), "~0", "~")
	}
	in := d.node
	for _, key := range path[1 : len(path)-1] {
		if in = in.step(key); in.Node == nil {
			return false
		}
	}
	last := path[len(path)-1]
	value := op.get("value")
	switch kind := op.get("op").text().Value; {
	case kind == "test":
		return true
	case kind == "remove":
		return in.cut(last)
	case (kind == "replace" || kind == "add") && value.Node != nil:
		value.Node = cloned(value.Node, make(map[*yaml.Node]*yaml.Node))
		d.moved[value.Node] = value
		return in.put(last, value.Node, kind == "add")
	}
	return false
}

// step returns the part of n that a key, or the number of an element, names.
func (n node) step(key string) node {
	if !n.is(yaml.SequenceNode) {
		return n.get(key)
	}
	if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(n.Content) {
		return n.of(n.Content[i])
	}
	return n.of(nil)
}

// put gives a key of n a value, or an element of it, which is inserted in a list
// where it is added.
func (n node) put(key string, value *yaml.Node, add bool) bool {
	if n.is(yaml.SequenceNode) {
		i, err := strconv.Atoi(key)
		if key == "-" {
			i, err = len(n.Content), nil
		}
		switch {
		case err != nil || i < 0 || i > len(n.Content):
			return false
		case add:
			n.Content = slices.Insert(n.Content, i, value)
		case i < len(n.Content):
			n.Content[i] = value
		default:
			return false
		}
		return true
	}
	if !n.is(yaml.MappingNode) {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			n.Content[i+1] = value
			return true
		}
	}
	n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key, Line: value.Line, Column: value.Column}, value)
	return true
}

// cut removes a key or an element of n.
func (n node) cut(key string) bool {
	if n.is(yaml.SequenceNode) {
		i, err := strconv.Atoi(key)
		if err != nil || i < 0 || i >= len(n.Content) {
			return false
		}
		n.Content = slices.Delete(n.Content, i, i+1)
		return true
	}
	for i := 0; n.is(yaml.MappingNode) && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			n.Content = slices.Delete(n.Content, i, i+2)
			return true
		}
	}
	return false
}
