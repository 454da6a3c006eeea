package manifest

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// FuzzRead reads files of all kinds, beginning with those of testdata/ports. No
// reader may crash, and each place that one names has to be in the file.
func FuzzRead(f *testing.F) {
	err := filepath.WalkDir("../../../testdata/ports", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || format(d.Name()) == "" {
			return err
		}
		text, err := os.ReadFile(path)
		if err == nil {
			f.Add(d.Name(), text)
		}
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("consul.json", []byte(`{"service": {"name": "a", "port": 1, "checks": [{"http": "http://localhost:1/"}]}}`))
	f.Add("consul.hcl", []byte("service {\n name = \"a\"\n port = 1\n check { tcp = \"localhost:1\" }\n}\n"))
	f.Add("compose.yaml", []byte("services:\n  a:\n    environment:\n      PORT: #8080\n")) // a value that is not written
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		kind := format(name)
		if kind == "" {
			return
		}
		s := new(Set)
		s.read(name, kind, text)
		s.fillIn()
		for _, p := range s.Problems {
			if strings.Contains(p.Message, "crashed") {
				t.Errorf("%s\n%s", p.Message, text)
			}
			if strings.Contains(p.Message, "\n") {
				t.Errorf("a problem of more than one line: %q", p.Message)
			}
		}
		places(reflect.ValueOf(*s), func(p Position) {
			if lines := bytes.Count(text, []byte("\n")) + 1; p.Line < 0 || p.Column < 0 || p.File == name && p.Line > lines {
				t.Errorf("%s:%d:%d is not in a file of %d lines\n%s", p.File, p.Line, p.Column, lines, text)
			}
		})
	})
}

// places calls do with each position in what a set exports.
func places(v reflect.Value, do func(Position)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			places(v.Elem(), do)
		}
	case reflect.Slice:
		for i := range v.Len() {
			places(v.Index(i), do)
		}
	case reflect.Struct:
		if p, ok := v.Interface().(Position); ok {
			do(p)
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				places(v.Field(i), do)
			}
		}
	}
}
