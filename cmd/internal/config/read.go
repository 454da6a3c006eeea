package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/deploy"
	"github.com/portvet/portvet/cmd/internal/malformed"
)

// Read reads a configuration file. Paths in it are relative to its directory.
// The error is one line that begins with the file and the line.
func Read(file string) (*Config, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		var why *os.PathError
		if errors.As(err, &why) {
			err = why.Err
		}
		return nil, fmt.Errorf("read the configuration %s: %w", Short(file), err)
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	c, err := Parse(Short(file), data)
	if err != nil {
		return nil, err
	}
	c.Root = filepath.Dir(abs)
	return c, nil
}

// Parse reads a configuration that is called name in messages. The error is
// one line that begins with name and the line.
func Parse(name string, data []byte) (*Config, error) {
	c := &Config{File: name, From: make(map[string]string)}
	r := reader{name: name, from: c.From}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return c, nil // nothing but comments
	case err != nil:
		return nil, r.syntax(err, data)
	}
	var more yaml.Node
	if err := dec.Decode(&more); err == nil {
		return nil, r.errorf(&more, "a second document begins; a configuration is one")
	} else if !errors.Is(err, io.EOF) {
		return nil, r.syntax(err, data)
	}
	if err := r.value(doc.Content[0], reflect.ValueOf(c).Elem(), ""); err != nil {
		return nil, err
	}
	return c, c.validate()
}

// validate reports a value that cannot be meant, with its line.
func (c *Config) validate() error {
	known := slices.Concat(ruleNames(), manifestNames())
	for _, rule := range slices.Sorted(maps.Keys(c.Severity)) {
		if !slices.Contains(known, rule) {
			return fmt.Errorf("%s: severity: unknown rule %q; %s", c.From["severity."+rule], rule, suggest(rule, known))
		}
		if !slices.Contains(Severities(), c.Severity[rule]) {
			return fmt.Errorf("%s: severity.%s: %q is no severity; write %s", c.From["severity."+rule], rule,
				c.Severity[rule], strings.Join(Severities(), ", "))
		}
	}
	if err := c.takeManifest(known); err != nil {
		return err
	}
	for _, what := range slices.Sorted(maps.Keys(c.Ports.Programs)) {
		if what == "" || c.Ports.Programs[what] == "" {
			return fmt.Errorf("%s: ports.programs: a manifest and a program are needed, such as deploy/api.yaml: ./cmd/api", c.From["ports.programs."+what])
		}
	}
	for i := range c.Listeners {
		rows := analyzers.Options{Listeners: c.Listeners[:i+1]}
		if err := rows.Validate(); err != nil {
			return fmt.Errorf("%s: %w", c.From[fmt.Sprintf("listeners[%d]", i)], err)
		}
	}
	err := c.Options.Validate()
	if err == nil {
		return nil
	}
	key, _, _ := strings.Cut(err.Error(), ": ")
	key, _, _ = strings.Cut(key, ",") // Have: enable, disable
	for key != "" && c.From[key] == "" {
		key = key[:max(0, strings.LastIndexAny(key, ".["))]
	}
	if at := c.From[key]; at != "" {
		return fmt.Errorf("%s: %w", at, err)
	}
	return fmt.Errorf("%s: %w", c.File, err)
}

// takeManifest moves the names of findings about manifests out of Enable and
// Disable, whose other names are rules of the linter.
func (c *Config) takeManifest(known []string) error {
	var enabled, rules []string
	for i, name := range c.Enable {
		switch {
		case slices.Contains(strictNames(), name):
			c.EnableManifest = append(c.EnableManifest, name)
		case slices.Contains(manifestNames(), name):
			return fmt.Errorf("%s: enable: %s is always on in portvet check; leave it out", c.From[fmt.Sprintf("enable[%d]", i)], name)
		default:
			enabled = append(enabled, name)
		}
	}
	if len(c.EnableManifest) > 0 {
		c.Enable = enabled
	}
	for i, name := range c.Disable {
		switch {
		case slices.Contains(manifestNames(), name):
			c.DisableManifest = append(c.DisableManifest, name)
		case strings.HasPrefix(name, "manifest"):
			return fmt.Errorf("%s: disable: unknown rule %q; %s", c.From[fmt.Sprintf("disable[%d]", i)], name, suggest(name, known))
		default:
			rules = append(rules, name)
		}
	}
	c.Disable = rules
	return nil
}

// manifestNames returns the names of the findings about manifests.
func manifestNames() []string {
	var names []string
	for _, r := range deploy.Rules {
		names = append(names, r.Name)
	}
	return names
}

// strictNames returns those that are off unless strict is on.
func strictNames() []string {
	var names []string
	for _, r := range deploy.Rules {
		if r.Strict {
			names = append(names, r.Name)
		}
	}
	return names
}

// StrictManifest returns the findings about manifests that are off since strict
// is, and they are not enabled by name.
func (c *Config) StrictManifest() []string {
	if c.Strict {
		return nil
	}
	return slices.DeleteFunc(strictNames(), func(name string) bool { return slices.Contains(c.EnableManifest, name) })
}

func ruleNames() []string {
	var names []string
	for _, r := range analyzers.Rules() {
		names = append(names, r.Name)
	}
	return names
}

// reader puts nodes of YAML into values of Go, whose types say what the keys
// are. It notes in from the place of each key.
type reader struct {
	name string
	from map[string]string
}

// errorf returns an error at a node.
func (r reader) errorf(n *yaml.Node, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.name, n.Line, fmt.Sprintf(format, args...))
}

// syntax turns an error of the YAML library into one line of ours.
func (r reader) syntax(err error, data []byte) error {
	line, text := malformed.YAML(data, err)
	return fmt.Errorf("%s:%d: %s", r.name, line, text)
}

// value puts n, which is found under key, into v.
func (r reader) value(n *yaml.Node, v reflect.Value, key string) error {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return nil // a key without a value has its default
	}
	switch v.Kind() {
	case reflect.Struct:
		return r.object(n, v, key)
	case reflect.Map:
		return r.table(n, v, key)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return r.value(n, v.Elem(), key)
	case reflect.Slice:
		if n.Kind != yaml.SequenceNode {
			return r.mismatch(n, v, key)
		}
		v.Set(reflect.MakeSlice(v.Type(), 0, len(n.Content))) // [] is set, if to nothing
		for i, item := range n.Content {
			at := fmt.Sprintf("%s[%d]", key, i)
			r.from[at] = r.place(item)
			e := reflect.New(v.Type().Elem()).Elem()
			if item.Kind == yaml.ScalarNode && item.Tag == "!!null" {
				return r.mismatch(item, e, at)
			}
			if err := r.value(item, e, at); err != nil {
				return err
			}
			v.Set(reflect.Append(v, e))
		}
		return nil
	case reflect.String:
		if n.Kind != yaml.ScalarNode {
			return r.mismatch(n, v, key)
		}
		v.SetString(n.Value)
		return nil
	}
	if n.Kind != yaml.ScalarNode || n.Decode(v.Addr().Interface()) != nil {
		return r.mismatch(n, v, key)
	}
	return nil
}

// object reads the keys that the type of v has.
func (r reader) object(n *yaml.Node, v reflect.Value, key string) error {
	if n.Kind != yaml.MappingNode {
		return r.mismatch(n, v, key)
	}
	fields := fieldsOf(v)
	return r.pairs(n, key, func(name *yaml.Node, value *yaml.Node, path string) error {
		f, ok := fields[name.Value]
		if !ok {
			var keys []string
			for k := range fields {
				keys = append(keys, k)
			}
			slices.Sort(keys)
			return r.errorf(name, "unknown key %q; %s", path, suggest(name.Value, keys))
		}
		return r.value(value, f, path)
	})
}

// table reads a map of texts.
func (r reader) table(n *yaml.Node, v reflect.Value, key string) error {
	if n.Kind != yaml.MappingNode {
		return r.mismatch(n, v, key)
	}
	v.Set(reflect.MakeMap(v.Type()))
	return r.pairs(n, key, func(name *yaml.Node, value *yaml.Node, path string) error {
		e := reflect.New(v.Type().Elem()).Elem()
		if err := r.value(value, e, path); err != nil {
			return err
		}
		v.SetMapIndex(reflect.ValueOf(name.Value), e)
		return nil
	})
}

// pairs calls read for each key of a mapping, of which none may be there
// twice.
func (r reader) pairs(n *yaml.Node, key string, read func(name, value *yaml.Node, path string) error) error {
	seen := make(map[string]int)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		path := name.Value
		if key != "" {
			path = key + "." + path
		}
		if line, twice := seen[name.Value]; twice {
			return r.errorf(name, "the key %q is there for the second time, after line %d; leave one of them", path, line)
		}
		seen[name.Value] = name.Line
		r.from[path] = r.place(name)
		if err := read(name, value, path); err != nil {
			return err
		}
	}
	return nil
}

func (r reader) place(n *yaml.Node) string { return fmt.Sprintf("%s:%d", r.name, n.Line) }

// mismatch is the error for a node whose kind is not that of v.
func (r reader) mismatch(n *yaml.Node, v reflect.Value, key string) error {
	if key == "" {
		return r.errorf(n, "the file is %s; write keys and their values, such as disable: [noshutdown]", kindOf(n))
	}
	return r.errorf(n, "%s: want %s, have %s", key, want(v.Type()), kindOf(n))
}

// kindOf names what a node is.
func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys with values"
	case yaml.SequenceNode:
		return "a list"
	}
	if n.Tag == "!!null" {
		return "nothing"
	}
	return fmt.Sprintf("%q", n.Value)
}

// want names what a type takes.
func want(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Struct:
		return "keys with values"
	case reflect.Map:
		return "names with a value each"
	case reflect.Slice:
		switch t.Elem().Kind() {
		case reflect.Int:
			return "a list of numbers, such as [1, 2]"
		case reflect.String:
			return "a list, such as [a, b]"
		}
		return "a list"
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a number"
	}
	return "a text"
}

// fieldsOf returns the fields of a struct, and of what is embedded in it, by
// their keys.
func fieldsOf(v reflect.Value) map[string]reflect.Value {
	fields := make(map[string]reflect.Value)
	for f, value := range v.Fields() {
		key := f.Tag.Get("json")
		switch {
		case f.Anonymous:
			for k, inner := range fieldsOf(value) {
				fields[k] = inner
			}
		case key != "" && key != "-":
			fields[key] = value
		}
	}
	return fields
}
