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
	mapping(&root, "", 0, values)
	return values, true
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

// mapping adds the values of a node of YAML, which is found under key.
func mapping(n *yaml.Node, key string, depth int, values map[string]Value) {
	switch {
	case depth > 20:
	case n.Kind == yaml.DocumentNode && len(n.Content) > 0:
		mapping(n.Content[0], key, depth+1, values)
	case n.Kind == yaml.AliasNode:
		mapping(n.Alias, key, depth+1, values)
	case n.Kind == yaml.ScalarNode && key != "":
		values[key] = Value{n.Value, n.Line}
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			at := strings.ToLower(n.Content[i].Value)
			if key != "" {
				at = key + "." + at
			}
			mapping(n.Content[i+1], at, depth+1, values)
		}
	}
}
