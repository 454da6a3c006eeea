package manifest

import (
	"bytes"
	"path/filepath"
	"regexp"

	"github.com/hashicorp/hcl/hcl/ast"
	hcl "github.com/hashicorp/hcl/hcl/parser"
	"github.com/hashicorp/hcl/hcl/token"
	"github.com/hashicorp/hcl/json/parser"
)

var serviceKey = regexp.MustCompile(`(?m)^\s*[{]?\s*["']?services?["']?\s*[:={]`)

// isConsul tells by its text whether a file defines services for Consul.
func isConsul(text []byte) bool {
	return serviceKey.Match(text) && (bytes.Contains(text, []byte("port")) || bytes.Contains(text, []byte("check")))
}

// consul adds the services that a definition registers. whole is the text, as
// it stands in its file; place turns a place in it into one of that file.
func (s *Set) consul(whole Text, text []byte, isJSON bool, place func(line, column int) Position) {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	var file *ast.File
	var err error
	if isJSON {
		file, err = parser.Parse(text)
	} else {
		file, err = hcl.Parse(text)
	}
	if err != nil {
		if whole.Open || open(string(text)) {
			return // a template
		}
		format := "HCL"
		if isJSON {
			format = "JSON"
		}
		at := whole.Position
		message := err.Error()
		if e, ok := err.(*hcl.PosError); ok {
			at, message = place(e.Pos.Line, e.Pos.Column), e.Err.Error()
		}
		s.Problems = append(s.Problems, Problem{at, "malformed " + format + ": " + firstLine(message)})
		return
	}
	list, ok := file.Node.(*ast.ObjectList)
	if !ok {
		return
	}
	c := consul{place}
	for _, key := range []string{"service", "services"} {
		for _, item := range c.items(list, key) {
			if r := c.registration(item); r != nil {
				s.Consul = append(s.Consul, r)
			}
		}
	}
}

type consul struct {
	place func(line, column int) Position
}

// items returns the objects that list has under key, one or a list of them.
func (c consul) items(list *ast.ObjectList, key string) (out []*ast.ObjectType) {
	var add func(n ast.Node)
	add = func(n ast.Node) {
		switch n := n.(type) {
		case *ast.ObjectType:
			out = append(out, n)
		case *ast.ListType:
			for _, e := range n.List {
				add(e)
			}
		}
	}
	for _, item := range list.Items {
		if len(item.Keys) > 0 && text(item.Keys[0].Token) == key {
			add(item.Val)
		}
	}
	return out
}

func text(t token.Token) string {
	s, _ := t.Value().(string)
	if t.Type == token.IDENT || t.Type == token.NUMBER || t.Type == token.FLOAT {
		return t.Text
	}
	return s
}

// value returns the simple value that an object has under key.
func (c consul) value(o *ast.ObjectType, keys ...string) Text {
	for _, item := range o.List.Items {
		if len(item.Keys) == 0 {
			continue
		}
		for _, key := range keys {
			lit, ok := item.Val.(*ast.LiteralType)
			if !ok || text(item.Keys[0].Token) != key {
				continue
			}
			v := text(lit.Token)
			return Text{c.place(lit.Pos().Line, lit.Pos().Column), v, open(v)}
		}
	}
	return Text{}
}

func (c consul) registration(o *ast.ObjectType) *Registration {
	r := &Registration{Name: c.value(o, "name", "Name", "id", "ID"), Port: c.value(o, "port", "Port")}
	r.Position = c.place(o.Pos().Line, o.Pos().Column)
	if !r.Name.Set() && !r.Port.Set() {
		return nil
	}
	for _, key := range []string{"check", "checks", "Check", "Checks"} {
		for _, check := range c.items(o.List, key) {
			for _, typ := range []string{"http", "tcp", "grpc"} {
				if v := c.value(check, typ, string(typ[0]-32)+typ[1:], upper[typ]); v.Set() {
					r.Checks = append(r.Checks, Check{Position: v.Position, Type: typ, Address: v})
				}
			}
		}
	}
	return r
}

// upper are the names of the ways to check as the API of Consul writes them.
var upper = map[string]string{"http": "HTTP", "tcp": "TCP", "grpc": "GRPC"}

// appJSON adds the variables of Heroku's app.json to the processes beside it.
func (s *Set) appJSON(file string, source []byte) {
	tree, err := parser.Parse(bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n")))
	if err != nil {
		at, message := Position{file, 1, 1}, err.Error()
		if e, ok := err.(*hcl.PosError); ok {
			at.Line, at.Column, message = e.Pos.Line, e.Pos.Column, e.Err.Error()
		}
		s.Problems = append(s.Problems, Problem{at, "malformed JSON: " + firstLine(message)})
		return
	}
	list, ok := tree.Node.(*ast.ObjectList)
	if !ok {
		return
	}
	c := consul{func(line, column int) Position { return Position{file, line, column} }}
	for _, env := range c.items(list, "env") {
		for _, item := range env.List.Items {
			if len(item.Keys) == 0 {
				continue
			}
			at := c.place(item.Pos().Line, item.Pos().Column)
			v := Env{Name: text(item.Keys[0].Token), Value: Text{Position: at, Open: true}}
			switch val := item.Val.(type) {
			case *ast.LiteralType:
				v.Value = Text{at, text(val.Token), false}
			case *ast.ObjectType:
				if t := c.value(val, "value"); t.Set() {
					v.Value = Text{at, t.Value, t.Open}
				}
			}
			s.apps = append(s.apps, app{filepath.Dir(file), v})
		}
	}
}
