// Package values reads configuration files: YAML, JSON and TOML.
package values

import (
	"fmt"
	"path"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"
)

// Value is one single value of a file.
type Value struct {
	Text string
	Line int // in the file, from 1; 0 where it is not known
}

// maxSize is how large a file may be. What is larger is no configuration.
const maxSize = 1 << 20

// Readable reports whether a file is, by its name, one that Read reads.
func Readable(name string) bool {
	switch path.Ext(name) {
	case ".yaml", ".yml", ".json", ".toml":
		return true
	}
	return false
}

// Read returns the single values in the text of a file by their keys, in lower
// case and joined by dots. ok is false when the file is malformed.
func Read(name, text string) (values map[string]Value, ok bool) {
	if !Readable(name) || len(text) > maxSize {
		return nil, false
	}
	values = make(map[string]Value)
	if path.Ext(name) == ".toml" {
		var root map[string]any
		if err := toml.Unmarshal([]byte(text), &root); err != nil {
			return nil, false
		}
		table(root, "", values)
		return values, true
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		return nil, false
	}
	r := reader{values: values, left: maxNodes}
	r.node(&root, "", 0)
	return values, r.left > 0
}

// maxNodes is how many nodes of YAML are looked at: aliases can make any number
// of a few.
const maxNodes = 100_000

// reader puts nodes of YAML into values.
type reader struct {
	values map[string]Value
	left   int // nodes
}

// table adds the values of a table of TOML, whose keys begin with key.
func table(t map[string]any, key string, values map[string]Value) {
	for k, v := range t {
		k = key + strings.ToLower(k)
		switch v := v.(type) {
		case map[string]any:
			table(v, k+".", values)
		case string, int64, bool:
			values[k] = Value{Text: fmt.Sprint(v)}
		}
	}
}

// node adds the values of a node, which is found under key.
func (r *reader) node(n *yaml.Node, key string, depth int) {
	r.left--
	switch {
	case depth > 20 || r.left <= 0:
	case n.Kind == yaml.DocumentNode && len(n.Content) > 0:
		r.node(n.Content[0], key, depth+1)
	case n.Kind == yaml.AliasNode:
		r.node(n.Alias, key, depth+1)
	case n.Kind == yaml.ScalarNode && key != "":
		r.values[key] = Value{n.Value, n.Line}
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			at := strings.ToLower(n.Content[i].Value)
			if key != "" {
				at = key + "." + at
			}
			r.node(n.Content[i+1], at, depth+1)
		}
	}
}
