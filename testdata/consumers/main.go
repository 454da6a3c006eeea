// Consumers reads reports of portvet as those do for whom they are written,
// and fails on what they would not take:
//
//	consumers FORMAT FILE
//
// It is a module of its own, so that portvet does not depend on them.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // it carries the schema of OASIS
	"github.com/reviewdog/reviewdog/proto/rdf"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"google.golang.org/protobuf/encoding/protojson"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: consumers FORMAT FILE")
		os.Exit(2)
	}
	data, err := os.ReadFile(os.Args[2])
	if err == nil {
		err = check(os.Args[1], data)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", os.Args[2], err)
		os.Exit(1)
	}
}

func check(format string, data []byte) error {
	switch format {
	case "sarif":
		return checkSARIF(data)
	case "gitlab":
		return checkGitLab(data)
	case "rdjson":
		return checkRDJSON(data)
	case "json":
		schema, err := os.ReadFile(filepath.Join(os.Getenv("ROOT"), "docs", "report.schema.json"))
		if err != nil {
			return err
		}
		// Readers have to take fields that are new, but none is to be missing
		// in the schema.
		schema = bytes.ReplaceAll(schema, []byte(`"properties": {`), []byte(`"additionalProperties": false, "properties": {`))
		return validate(schema, data)
	}
	return fmt.Errorf("nobody reads %s here", format)
}

// checkSARIF validates a log against the schema that OASIS publishes, and
// against rules of the standard that a schema cannot say.
func checkSARIF(data []byte) error {
	schema, err := sarifSchema()
	if err != nil {
		return err
	}
	if err := validate(schema, data); err != nil {
		return err
	}
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID              string
				RuleIndex           *int
				PartialFingerprints map[string]string
				Locations           []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI, URIBaseID string }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(data, &log); err != nil {
		return err
	}
	for _, run := range log.Runs {
		seen := make(map[string]bool)
		for i, r := range run.Results {
			if r.RuleIndex != nil && run.Tool.Driver.Rules[*r.RuleIndex].ID != r.RuleID {
				return fmt.Errorf("result %d: the rule at index %d is not %s", i, *r.RuleIndex, r.RuleID)
			}
			print := r.PartialFingerprints["portvet/v1"]
			if print == "" || seen[print] {
				return fmt.Errorf("result %d: the fingerprint %q is not its own", i, print)
			}
			seen[print] = true
			for _, l := range r.Locations {
				at := l.PhysicalLocation.ArtifactLocation
				if at.URIBaseID != "%SRCROOT%" || strings.HasPrefix(at.URI, "/") || strings.HasPrefix(at.URI, "..") {
					return fmt.Errorf("result %d: %s is not relative to the root", i, at.URI)
				}
			}
		}
	}
	return nil
}

// sarifSchema returns the schema from the source of go-sarif, which keeps it
// for itself.
func sarifSchema() ([]byte, error) {
	cmd := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif")
	cmd.Dir = filepath.Join(os.Getenv("ROOT"), "testdata", "consumers")
	dir, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("find go-sarif: %w", err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		return nil, err
	}
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, s := range g.Specs {
			v, ok := s.(*ast.ValueSpec)
			if !ok || v.Names[0].Name != "schema" || len(v.Values) != 1 {
				continue
			}
			if lit, ok := v.Values[0].(*ast.BasicLit); ok {
				text, err := strconv.Unquote(lit.Value)
				return []byte(text), err
			}
		}
	}
	return nil, errors.New("go-sarif has no schema any more")
}

//go:embed gitlab.schema.json
var gitlabSchema []byte

// checkGitLab validates a code quality report, and that no two issues share a
// fingerprint: GitLab would show only one of them.
func checkGitLab(data []byte) error {
	if err := validate(gitlabSchema, data); err != nil {
		return err
	}
	var issues []struct{ Fingerprint string }
	if err := json.Unmarshal(data, &issues); err != nil {
		return err
	}
	seen := make(map[string]bool)
	for i, issue := range issues {
		if seen[issue.Fingerprint] {
			return fmt.Errorf("issue %d: another has the fingerprint %q", i, issue.Fingerprint)
		}
		seen[issue.Fingerprint] = true
	}
	return nil
}

// checkRDJSON reads diagnostics into the types of reviewdog, which has no room
// for a field that it does not know.
func checkRDJSON(data []byte) error {
	var result rdf.DiagnosticResult
	if err := protojson.Unmarshal(data, &result); err != nil {
		return err
	}
	for i, d := range result.Diagnostics {
		if d.Message == "" || d.Location.GetPath() == "" || d.Severity == rdf.Severity_UNKNOWN_SEVERITY {
			return fmt.Errorf("diagnostic %d has no message, no file or no severity", i)
		}
		for _, s := range d.Suggestions {
			if s.Range.GetEnd() == nil {
				return fmt.Errorf("diagnostic %d: a suggestion has no end", i)
			}
		}
	}
	return nil
}

// validate checks a document against a JSON schema.
func validate(schema, data []byte) error {
	s, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return fmt.Errorf("the schema: %w", err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", s); err != nil {
		return err
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		return fmt.Errorf("the schema: %w", err)
	}
	return compiled.Validate(doc)
}
