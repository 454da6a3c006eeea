package manifest

import (
	"bytes"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/hcl/ast"
	hcl "github.com/hashicorp/hcl/hcl/parser"
	"github.com/hashicorp/hcl/hcl/token"
	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/malformed"
)

var serviceKey = lazy.Regexp(`(?m)^\s*[{]?\s*["']?services?["']?\s*[:={]`)

// isConsul tells by its text whether a file defines services for Consul.
func isConsul(text []byte) bool {
	return serviceKey().Match(text) && (bytes.Contains(text, []byte("port")) || bytes.Contains(text, []byte("check")))
}

// consul adds the services that a definition registers. whole is the text, as
// it stands in its file; place turns a place in it into one of that file.
func (s *Set) consul(whole Text, text []byte, isJSON bool, place func(line, column int) Position) {
	var root object
	var problem *Problem
	if isJSON {
		root, problem = jsonObject(text, place)
	} else {
		root, problem = hclObject(text, place)
	}
	if problem != nil {
		if !whole.Open && !open(string(text)) { // else a template makes it sound, perhaps
			s.Problems = append(s.Problems, *problem)
		}
		return
	}
	for _, key := range []string{"service", "services"} {
		for _, o := range root.objects(key) {
			if r := registration(o); r != nil {
				s.Consul = append(s.Consul, r)
			}
		}
	}
}

// object is an object of JSON or HCL.
type object interface {
	// objects returns the objects under key, one or a list of them.
	objects(key string) []object
	// value returns the simple value under the first of keys that is there.
	value(keys ...string) Text
	position() Position
}

func registration(o object) *Registration {
	r := &Registration{Position: o.position(), Name: o.value("name", "Name", "id", "ID"), Port: o.value("port", "Port")}
	if !r.Name.Set() && !r.Port.Set() {
		return nil
	}
	for _, key := range []string{"check", "checks", "Check", "Checks"} {
		for _, check := range o.objects(key) {
			for _, typ := range []string{"http", "tcp", "grpc"} {
				if v := check.value(typ, upper[typ]); v.Set() {
					r.Checks = append(r.Checks, Check{Position: v.Position, Type: typ, Address: v})
				}
			}
		}
	}
	return r
}

// jsonNode is an object of JSON, which is read as the YAML that it is too: that
// keeps the places of values.
type jsonNode struct {
	node
	place func(line, column int) Position
}

func jsonObject(text []byte, place func(line, column int) Position) (object, *Problem) {
	if line, message := malformed.JSON(text); message != "" {
		return nil, &Problem{place(line, 1), "malformed JSON: " + message}
	}
	// Tabs are no white space in YAML, and stand for nothing else in JSON.
	d, err := parseDocument("", bytes.ReplaceAll(text, []byte("\t"), []byte(" ")), 0)
	if err != nil {
		p := yamlProblem("", nil, 0, err)
		return nil, &Problem{place(p.Line, 1), strings.Replace(p.Message, "malformed YAML", "malformed JSON", 1)}
	}
	return jsonNode{d.node, place}, nil
}

func (n jsonNode) objects(key string) (out []object) {
	v := n.get(key)
	for _, e := range append(v.list(), v) {
		if e.is(yaml.MappingNode) {
			out = append(out, jsonNode{e, n.place})
		}
	}
	return out
}

func (n jsonNode) value(keys ...string) Text {
	for _, k := range keys {
		if v := n.get(k); v.is(yaml.ScalarNode) {
			t := v.text()
			t.Position = n.place(t.Line, t.Column)
			return t
		}
	}
	return Text{}
}

func (n jsonNode) position() Position {
	at := n.node.position()
	return n.place(at.Line, at.Column)
}

// hclNode is an object of HCL.
type hclNode struct {
	list  *ast.ObjectList
	at    Position
	place func(line, column int) Position
}

func hclObject(text []byte, place func(line, column int) Position) (object, *Problem) {
	file, err := hcl.Parse(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
	if err != nil {
		at, message := place(1, 1), err.Error()
		if e, ok := err.(*hcl.PosError); ok {
			at, message = place(e.Pos.Line, e.Pos.Column), e.Err.Error()
		}
		message, _, _ = strings.Cut(message, "\n")
		return nil, &Problem{at, "malformed HCL: " + message}
	}
	list, _ := file.Node.(*ast.ObjectList)
	if list == nil {
		list = &ast.ObjectList{}
	}
	return hclNode{list, place(1, 1), place}, nil
}

func (n hclNode) objects(key string) (out []object) {
	var add func(v ast.Node)
	add = func(v ast.Node) {
		switch v := v.(type) {
		case *ast.ObjectType:
			out = append(out, hclNode{v.List, n.place(v.Pos().Line, v.Pos().Column), n.place})
		case *ast.ListType:
			for _, e := range v.List {
				add(e)
			}
		}
	}
	for _, item := range n.list.Items {
		if len(item.Keys) > 0 && text(item.Keys[0].Token) == key {
			add(item.Val)
		}
	}
	return out
}

func (n hclNode) value(keys ...string) Text {
	for _, key := range keys {
		for _, item := range n.list.Items {
			lit, ok := item.Val.(*ast.LiteralType)
			if ok && len(item.Keys) > 0 && text(item.Keys[0].Token) == key {
				v := text(lit.Token)
				return Text{n.place(lit.Pos().Line, lit.Pos().Column), v, open(v)}
			}
		}
	}
	return Text{}
}

func (n hclNode) position() Position { return n.at }

// text returns what a simple value or key stands for.
func text(t token.Token) string {
	if s, ok := t.Value().(string); ok && t.Type != token.IDENT {
		return s
	}
	return t.Text
}

// upper are the names of the ways to check as the API of Consul writes them.
var upper = map[string]string{"http": "HTTP", "tcp": "TCP", "grpc": "GRPC"}

// appJSON adds the variables of Heroku's app.json to the processes beside it.
func (s *Set) appJSON(file string, source []byte) {
	place := func(line, column int) Position { return Position{file, line, column} }
	root, problem := jsonObject(source, place)
	if problem != nil {
		s.Problems = append(s.Problems, *problem)
		return
	}
	for _, p := range root.(jsonNode).get("env").pairs() {
		v := Env{Name: p.key.Value, Value: p.value.text()}
		if p.value.is(yaml.MappingNode) {
			v.Value = p.value.get("value").text()
			v.Value.Open = v.Value.Open || !v.Value.Set() // generated, or asked for
		}
		v.Value.Position = place(p.key.Line, p.key.Column)
		s.apps = append(s.apps, app{filepath.Dir(file), v})
	}
}
