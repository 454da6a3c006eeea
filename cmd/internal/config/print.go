package config

import (
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Print writes what is in force, in the form of a configuration file, with a
// comment on each value that says where it comes from.
func (c *Config) Print(w io.Writer) error {
	whole := *c
	whole.Options, whole.From = c.InForce(), maps.Clone(c.From)
	whole.Disable = slices.Concat(c.Disable, c.DisableManifest)
	whole.Enable = slices.Concat(whole.Enable, c.EnableManifest)
	for _, key := range c.byStrict() {
		whole.set(key, "strict")
	}
	p := printer{from: whole.From}
	body := &yaml.Node{Kind: yaml.MappingNode}
	p.object(body, reflect.ValueOf(whole), "")

	file := c.File
	if file == "" {
		file = "none"
	}
	if _, err := fmt.Fprintf(w, "# file: %s\n# rules that run: %s\n", file, strings.Join(c.running(), ", ")); err != nil {
		return err
	}
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(body); err != nil {
		return err
	}
	return enc.Close()
}

// running returns the rules that run.
func (c *Config) running() []string {
	return slices.DeleteFunc(ruleNames(), func(name string) bool { return !c.Reports(name) })
}

// byStrict returns the keys whose values are as they are because of strict.
func (c *Config) byStrict() []string {
	lax := c.Options
	lax.Strict = false
	lax = lax.InForce()
	lax.Strict = c.Strict
	return differing(reflect.ValueOf(c.InForce()), reflect.ValueOf(lax), "")
}

// differing returns the keys at which two values of a struct differ.
func differing(a, b reflect.Value, key string) (keys []string) {
	for f, value := range a.Fields() {
		name, other := f.Tag.Get("json"), b.FieldByIndex(f.Index)
		switch {
		case name == "" || name == "-":
		case value.Kind() == reflect.Struct:
			keys = append(keys, differing(value, other, key+name+".")...)
		case !reflect.DeepEqual(value.Interface(), other.Interface()):
			keys = append(keys, key+name)
		}
	}
	return keys
}

// printer turns values of Go into nodes of YAML.
type printer struct {
	from map[string]string
}

// object adds the fields of v to a mapping. Rules without options have none.
func (p printer) object(n *yaml.Node, v reflect.Value, key string) {
	for f, value := range v.Fields() {
		name := f.Tag.Get("json")
		switch {
		case f.Anonymous:
			p.object(n, value, key)
		case name == "" || name == "-":
		case value.Kind() == reflect.Struct && value.NumField() == 0:
		default:
			path := name
			if key != "" {
				path = key + "." + name
			}
			n.Content = append(n.Content, text(name), p.value(value, path))
		}
	}
}

func (p printer) value(v reflect.Value, key string) *yaml.Node {
	switch v.Kind() {
	case reflect.Pointer:
		return p.value(v.Elem(), key)
	case reflect.Struct:
		n := &yaml.Node{Kind: yaml.MappingNode}
		p.object(n, v, key)
		return n
	case reflect.Map:
		n := &yaml.Node{Kind: yaml.MappingNode}
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, k := range keys {
			value := text(v.MapIndex(k).String())
			value.LineComment = p.source(key + "." + k.String())
			n.Content = append(n.Content, text(k.String()), value)
		}
		if len(keys) == 0 {
			n.Style = yaml.FlowStyle
			n.LineComment = p.source(key)
		}
		return n
	case reflect.Slice:
		n := &yaml.Node{Kind: yaml.SequenceNode}
		structs := v.Type().Elem().Kind() == reflect.Struct
		if !structs || v.Len() == 0 {
			n.Style = yaml.FlowStyle
			n.LineComment = p.source(key)
		}
		for i := range v.Len() {
			n.Content = append(n.Content, p.item(v.Index(i)))
		}
		if structs && v.Len() > 0 {
			n.Content[0].HeadComment = p.source(key)
		}
		return n
	}
	n := p.scalar(v)
	n.LineComment = p.source(key)
	return n
}

// item is a value in a list, where nothing is said of its source.
func (p printer) item(v reflect.Value) *yaml.Node {
	if v.Kind() != reflect.Struct {
		return p.scalar(v)
	}
	n := &yaml.Node{Kind: yaml.MappingNode}
	for f, value := range v.Fields() {
		if value.IsZero() {
			continue
		}
		var child yaml.Node
		_ = child.Encode(value.Interface()) // texts and lists of texts
		if child.Kind == yaml.SequenceNode {
			child.Style = yaml.FlowStyle
		}
		n.Content = append(n.Content, text(f.Tag.Get("json")), &child)
	}
	return n
}

func (p printer) scalar(v reflect.Value) *yaml.Node {
	var n yaml.Node
	_ = n.Encode(v.Interface()) // a number, a text or a truth value
	return &n
}

func text(s string) *yaml.Node {
	var n yaml.Node
	n.SetString(s)
	return &n
}

// source is the comment that says where key comes from.
func (p printer) source(key string) string {
	if from := p.from[key]; from != "" {
		return from
	}
	return "default"
}
