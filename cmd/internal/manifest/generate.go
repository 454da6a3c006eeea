package manifest

import (
	"os"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"
)

// What follows is about the ConfigMaps that a kustomization makes of texts and
// files.

// generate adds the ConfigMap that a generator of a kustomization makes. Where a
// file of it cannot be read, more is in it than is known.
func (s *Set) generate(k *kustomization, g node) {
	c := &config{Position: g.position(), name: g.get("name").text().Value, namespace: g.get("namespace").text().Value}
	c.open = g.get("name").text().Open
	add := func(key string, value Text) {
		c.data = append(c.data, pair{Text{Position: value.Position, Value: key}, node{Node: &yaml.Node{
			Kind: yaml.ScalarNode, Tag: "!!str", Value: value.Value, Line: value.Line, Column: value.Column}, file: value.File}})
	}
	for _, l := range g.get("literals").words() {
		name, value, ok := strings.Cut(l.Value, "=")
		c.open = c.open || !ok || l.Open
		add(name, Text{Position: l.Position, Value: strings.Trim(value, `"'`)})
	}
	for _, f := range g.get("files").words() {
		key, name, ok := strings.Cut(f.Value, "=")
		if !ok {
			key, name = path.Base(f.Value), f.Value
		}
		file := k.path(name)
		text, ok := readSmall(file)
		c.open = c.open || !ok
		add(key, Text{Position: Position{file, 1, 1}, Value: text})
	}
	for _, f := range append(g.get("envs").words(), g.get("env").words()...) {
		envs, ok := envFile(k.path(f.Value))
		c.open = c.open || !ok
		for _, e := range envs {
			add(e.Name, e.Value)
		}
	}
	s.configs = append(s.configs, c)
}

// readSmall reads a file that is not too large for a manifest.
func readSmall(file string) (text string, ok bool) {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxSize {
		return "", false
	}
	out, err := os.ReadFile(file)
	return string(out), err == nil
}
