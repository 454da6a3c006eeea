package vetx

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
)

// What follows changes what go vet asks for, where the command has told the
// tool to. Those are descriptions of packages in files, which go vet writes.

// AsRoot returns a description of a package like that in the file cfg, but that
// asks for findings where cfg asks for facts only, since the package is a
// dependency of those to analyse.
//
// Go 1.26 keeps what the tool prints under a key that does not say which of
// the two was asked for ((*Builder).vet in cmd/go/internal/work). So once a
// package has been a dependency, asking for its findings gives none, until it
// changes. Printing them in both cases keeps the cache right. It is done for
// the modules that are worked on; the code of others is not asked about.
func AsRoot(cfg string) string {
	data, err := os.ReadFile(cfg)
	if err != nil {
		return cfg // unitchecker says why
	}
	var pkg struct{ ModulePath, ModuleVersion string }
	factsOnly := []byte("\n\t\"VetxOnly\": true,")
	if !bytes.Contains(data, factsOnly) || json.Unmarshal(data, &pkg) != nil || pkg.ModulePath == "" || pkg.ModuleVersion != "" {
		return cfg
	}
	root := strings.TrimSuffix(cfg, ".cfg") + "-root.cfg" // go removes the folder
	if err := os.WriteFile(root, bytes.Replace(data, factsOnly, []byte("\n\t\"VetxOnly\": false,"), 1), 0o666); err != nil {
		return cfg
	}
	return root
}

// WithoutTests returns a description of a package like that in the file cfg,
// but without its test files. Go vet hands these over together with the
// package. The model leaves them out by itself, but a test that does not
// type-check would cost the plan of its package.
//
// A package that is nothing but tests is left as it is. It may not type-check
// any more, without what the tests of the package that it tests add to that
// one: a reader of plans leaves out errors in tests.
func WithoutTests(cfg string) string {
	data, err := os.ReadFile(cfg)
	if err != nil {
		return cfg // unitchecker says why
	}
	var pkg map[string]json.RawMessage
	var files []string
	if json.Unmarshal(data, &pkg) != nil || json.Unmarshal(pkg["GoFiles"], &files) != nil {
		return cfg
	}
	all := len(files)
	files = slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
	if len(files) == all || len(files) == 0 {
		return cfg
	}
	if pkg["GoFiles"], err = json.Marshal(files); err != nil {
		return cfg
	}
	if data, err = json.MarshalIndent(pkg, "", "\t"); err != nil { // in lines, as AsRoot expects it
		return cfg
	}
	program := strings.TrimSuffix(cfg, ".cfg") + "-program.cfg" // go removes the folder
	if err := os.WriteFile(program, data, 0o666); err != nil {
		return cfg
	}
	return program
}
