package config

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/analyzers"
)

//go:generate go test -run ^TestSchema$ -update .

var update = flag.Bool("update", false, "rewrite the schema")

const schemaFile = "../../../docs/portvet.schema.json"

// TestSchema: the schema in docs is the one that the types make, with their
// comments as descriptions. It accepts what is read, and refuses what is not.
func TestSchema(t *testing.T) {
	root := object(t, reflect.TypeFor[Config](), "")
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = "https://github.com/portvet/portvet/blob/main/docs/portvet.schema.json"
	root["title"] = "portvet's configuration"
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(schemaFile, buf.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	old, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(old, buf.Bytes()) {
		t.Error("docs/portvet.schema.json is stale; run go generate ./cmd/internal/config")
	}

	schema, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	valid := func(text string) error {
		var value any
		if err := yaml.Unmarshal([]byte(text), &value); err != nil {
			return err
		}
		data, err := json.Marshal(value)
		if err != nil {
			return err
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			return err
		}
		return schema.Validate(v)
	}
	for _, text := range []string{full, "{}", "tests:\ndrain:\n  grace:\n", "drain: {}"} {
		if err := valid(text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, text := range []string{
		"test: true", "hardcodedport: {alow: [1]}", "hardcodedport: {allow: 80}", "hardcodedport: {allow: [70000]}", "tests: maybe",
		"- tests", "disable: [nosuch]", "severity: {drain: fatal}", "severity: {drian: error}", "exclude: [a]", "exclude: [{rules: [drain]}]",
		"sigterm: {x: 1}", "enable: [manifestport]", "disable: [manifestprot]", "severity: {manifestprot: error}", "ports: {program: {}}",
		"ports: {programs: [web]}", "ports: {programs: {web: }}", "ports: {programs: {\"\": web}}", "portenv: {accept: [args]}",
	} {
		if valid(text) == nil {
			t.Errorf("the schema accepts %q", text)
		}
		if _, err := Parse("f.yml", []byte(text)); err == nil {
			t.Errorf("Parse accepts %q", text)
		}
	}
}

type node = map[string]any

// object returns the schema of a struct whose keys begin with key.
func object(t *testing.T, typ reflect.Type, key string) node {
	t.Helper()
	properties := make(node)
	add(t, properties, typ, key)
	n := node{"type": []string{"object", "null"}, "properties": properties, "additionalProperties": false}
	if typ == reflect.TypeFor[analyzers.Exclude]() {
		n["type"], n["required"] = "object", []string{"path"}
	}
	return n
}

func add(t *testing.T, properties node, typ reflect.Type, key string) {
	t.Helper()
	comments := commentsOf(t, typ)
	for f := range typ.Fields() {
		name := f.Tag.Get("json")
		switch {
		case f.Anonymous:
			add(t, properties, f.Type, key)
		case name == "" || name == "-":
		default:
			n := schemaOf(t, f.Type, key+name)
			comment := comments[f.Name]
			if name == "ports" {
				comment = "What portvet ports and portvet check are told about manifests."
			} else if comment == "" {
				comment = "Options of the rule " + name + "."
			}
			n["description"] = describe(comment, f.Name)
			properties[name] = n
		}
	}
}

// schemaOf returns the schema of the values of a type that is found under
// key.
func schemaOf(t *testing.T, typ reflect.Type, key string) node {
	t.Helper()
	switch typ.Kind() {
	case reflect.Struct:
		return object(t, typ, key+".")
	case reflect.Pointer:
		return schemaOf(t, typ.Elem(), key)
	case reflect.Map:
		if key == "ports.programs" {
			return node{"type": []string{"object", "null"}, "propertyNames": node{"minLength": 1},
				"additionalProperties": node{"type": "string", "minLength": 1}}
		}
		return node{"type": []string{"object", "null"}, "propertyNames": node{"enum": slices.Concat(ruleNames(), manifestNames())},
			"additionalProperties": node{"enum": Severities()}}
	case reflect.Slice:
		item := schemaOf(t, typ.Elem(), key+"[]")
		if typ.Elem().Kind() != reflect.Struct {
			item["type"] = item["type"].([]string)[0]
		}
		return node{"type": []string{"array", "null"}, "items": item}
	case reflect.Bool:
		return node{"type": []string{"boolean", "null"}}
	case reflect.Int:
		return node{"type": []string{"integer", "null"}, "minimum": 0, "maximum": 65535}
	case reflect.String:
		n := node{"type": []string{"string", "null"}}
		switch key {
		case "disable[]":
			n["enum"] = slices.Concat(ruleNames(), manifestNames())
		case "enable[]":
			n["enum"] = slices.Concat(ruleNames(), strictNames())
		case "exclude[].rules[]":
			n["enum"] = ruleNames()
		case "portenv.accept[]":
			n["enum"] = []string{"flag", "config"}
		case "exclude[].path":
			n["type"], n["pattern"] = "string", "^[^/:\\\\]"
		}
		return n
	}
	t.Fatalf("%s has type %s, which has no schema", key, typ)
	return nil
}

// describe turns a comment on a field into a description of its key.
func describe(comment, field string) string {
	text := strings.Join(strings.Fields(comment), " ")
	for _, verb := range []string{" is ", " are "} {
		text = strings.TrimPrefix(text, field+verb)
	}
	text = strings.TrimPrefix(text, field+" ")
	return strings.ToUpper(text[:1]) + text[1:]
}

// commentsOf returns the comments on the fields of a struct, from its source.
func commentsOf(t *testing.T, typ reflect.Type) map[string]string {
	t.Helper()
	dir := "../../../" + strings.TrimPrefix(typ.PkgPath(), "github.com/portvet/portvet/")
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	comments := make(map[string]string)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok || spec.Name.Name != typ.Name() {
				return true
			}
			if s, ok := spec.Type.(*ast.StructType); ok {
				for _, f := range s.Fields.List {
					for _, name := range f.Names {
						comments[name.Name] = f.Doc.Text()
					}
				}
			}
			return false
		})
	}
	return comments
}
