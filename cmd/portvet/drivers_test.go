package main_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

const (
	golangciDir = "../../testdata/golangci"
	corpusDir   = golangciDir + "/corpus"
)

// TestDriversAgree sends one module through the three drivers: the command,
// go vet with portvet as its tool, and a golangci-lint that holds the plugin.
// They have to say the same, word for word, and what the corpus expects.
func TestDriversAgree(t *testing.T) {
	command := byCommand(t)
	same(t, "the corpus by its comments", expected(t), "portvet", places(command))

	// What is written for each driver in its own way.
	options := byCommand(t, "-config=.portvet.options.yml")
	same(t, "portvet with a configuration", options, "portvet with the same as flags",
		byCommand(t, "-tests", "-enable=nohealth", "-disable=noshutdown", "-exclude=pair/**:portconflict",
			"-hardcodedport.allow=9090,9091", "-portenv.accept=config", "-portaddr.ipv6"))
	if slices.Equal(options, command) {
		t.Error("options make no difference to portvet")
	}

	if !slices.ContainsFunc(options, func(f string) bool { return strings.Contains(f, ": nohealth: ") }) {
		t.Error("nohealth is enabled and says nothing")
	}

	// Strict, and what is set by itself beside it.
	strict := byCommand(t, "-strict")
	if len(strict) < len(command)+4 {
		t.Errorf("strict has no more to say of the corpus than %q", strict)
	}
	mild := byCommand(t, "-config=.portvet.strict.yml")
	same(t, "portvet with a configuration", mild, "portvet with the same as flags",
		byCommand(t, "-portaddr.ipv6=false", "-strict", "-disable=nohealth", "-portenv.accept=flag"))
	if len(mild) <= len(command) || len(mild) >= len(strict) {
		t.Errorf("by default there are %d findings, with strict and some settings %d, with strict %d", len(command), len(mild), len(strict))
	}

	t.Run("vet", func(t *testing.T) {
		same(t, "portvet", command, "go vet", byVet(t))
		same(t, "portvet with options", options, "go vet",
			byVet(t, configFlags(t, ".portvet.options.yml")...))
		same(t, "portvet -strict", strict, "go vet -strict", byVet(t, "-strict"))
		same(t, "portvet with strict and settings", mild, "go vet",
			byVet(t, "-portaddr.ipv6=false", "-nohealth=false", "-strict", "-portenv.accept=flag"))
	})
	t.Run("settings", func(t *testing.T) {
		for _, name := range []string{"options", "strict"} {
			same := reflect.DeepEqual(settings(t, ".portvet."+name+".yml"), settings(t, ".golangci."+name+".yml", "linters", "settings", "custom", "portvet", "settings"))
			if !same {
				t.Errorf("the settings for golangci-lint are not those of .portvet.%s.yml", name)
			}
		}
	})
	t.Run("golangci", func(t *testing.T) {
		if testing.Short() {
			t.Skip("builds golangci-lint, which takes minutes when go's cache is cold")
		}
		linter := filepath.Join(t.TempDir(), "golangci-lint")
		if err := goBuild(golangciDir, linter); err != nil {
			t.Fatal(err)
		}
		cache := t.TempDir()
		same(t, "portvet", command, "golangci-lint", byGolangci(t, linter, cache, ".golangci.yml"))
		same(t, "portvet", command, "golangci-lint on a warm cache", byGolangci(t, linter, cache, ".golangci.yml"))
		same(t, "portvet", command, "golangci-lint by the example", byGolangci(t, linter, cache, "../../../.golangci.example.yml"))
		same(t, "portvet with options", options, "golangci-lint", byGolangci(t, linter, cache, ".golangci.options.yml"))
		same(t, "portvet with strict and settings", mild, "golangci-lint", byGolangci(t, linter, cache, ".golangci.strict.yml"))
		badSettings(t, linter, cache)
		sameFixes(t, linter, cache)
	})
}

// sameFixes lets each driver fix a copy of the corpus: the files have to be the
// same afterwards.
func sameFixes(t *testing.T, linter, cache string) {
	t.Helper()
	byLinter, byVet, byCommand := copyOf(t, corpusDir), copyOf(t, corpusDir), copyOf(t, corpusDir)
	golangci(t, linter, cache, byLinter, ".golangci.yml", "--fix")
	for dir, args := range map[string][]string{
		byVet:     {"go", "vet", "-vettool=" + filepath.Join(binDir, "portvet"), "-fix", "./..."},
		byCommand: {filepath.Join(binDir, "portvet"), "-config=off", "-fix", "./..."},
	} {
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Dir = dir
		// Findings without a fix stay, so the exit code says nothing.
		if out, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState == nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	original, linted, vetted, commanded := contents(t, corpusDir), contents(t, byLinter), contents(t, byVet), contents(t, byCommand)
	changed := 0
	for file, text := range original {
		if linted[file] != vetted[file] {
			t.Errorf("%s: golangci-lint --fix makes\n%s\ngo vet -fix makes\n%s", file, linted[file], vetted[file])
		}
		if commanded[file] != vetted[file] {
			t.Errorf("%s: portvet -fix makes\n%s\ngo vet -fix makes\n%s", file, commanded[file], vetted[file])
		}
		if vetted[file] != text {
			changed++
		}
	}
	if changed < 3 {
		t.Errorf("%d files of the corpus are fixed, want more to compare", changed)
	}
}

// copyOf returns a copy of dir that the test may change.
func copyOf(t *testing.T, dir string) string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

// contents returns the Go files below dir by their names.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		src, err := os.ReadFile(path)
		files[rel] = string(src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// settings returns what a YAML file of the corpus holds under some keys, one
// below the other.
func settings(t *testing.T, file string, keys ...string) any {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpusDir, file))
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := yaml.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	for _, key := range keys {
		value = value.(map[string]any)[key]
	}
	return value
}

// configFlags returns the flags that go vet is given in place of a
// configuration file.
func configFlags(t *testing.T, config string) []string {
	t.Helper()
	cmd := exec.Command(filepath.Join(binDir, "portvet"), "config", "-flags", "-config="+config)
	cmd.Dir = corpusDir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd, err, out)
	}
	return strings.Fields(string(out))
}

// places cuts findings down to "file:line: rule".
func places(findings []string) []string {
	var places []string
	for _, f := range findings {
		// Have: file:line:column: rule: message
		p := strings.SplitN(f, ":", 5)
		places = append(places, p[0]+":"+p[1]+":"+p[3])
	}
	return places
}

// same reports the findings that only one of two drivers has.
func same(t *testing.T, aName string, a []string, bName string, b []string) {
	t.Helper()
	for _, f := range a {
		if !slices.Contains(b, f) {
			t.Errorf("%s does not have what %s has:\n\t%s", bName, aName, f)
		}
	}
	for _, f := range b {
		if !slices.Contains(a, f) {
			t.Errorf("%s has what %s does not have:\n\t%s", bName, aName, f)
		}
	}
	if len(a) != len(b) {
		t.Errorf("%s has %d findings, %s has %d", aName, len(a), bName, len(b))
	}
}

// expected returns "file:line: rule" for each rule in a comment "want: rule,
// rule" of the corpus.
func expected(t *testing.T) []string {
	t.Helper()
	var want []string
	err := filepath.WalkDir(corpusDir, func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		rel, err := filepath.Rel(corpusDir, path)
		if err != nil {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for i, line := range strings.Split(string(src), "\n") {
			if _, rules, ok := strings.Cut(line, "// want: "); ok {
				for rule := range strings.SplitSeq(rules, ", ") {
					want = append(want, fmt.Sprintf("%s:%d: %s", rel, i+1, rule))
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(want) == 0 {
		t.Fatal("the corpus expects nothing")
	}
	return want
}

// byCommand returns the findings of the command under these flags, each as
// "file:line:column: rule: message".
func byCommand(t *testing.T, flags ...string) []string {
	t.Helper()
	cmd := exec.Command(filepath.Join(binDir, "portvet"), append(flags, "-json", "./...")...)
	cmd.Dir = corpusDir
	out, err := cmd.Output()
	if code := cmd.ProcessState.ExitCode(); code != 1 {
		t.Fatalf("portvet: %v, want exit code 1\n%s", err, out)
	}
	var report struct {
		Findings []struct {
			Rule, Message, File string
			Line, Column        int
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range report.Findings {
		all = append(all, fmt.Sprintf("%s:%d:%d: %s: %s", f.File, f.Line, f.Column, f.Rule, f.Message))
	}
	return all
}

// byVet returns the findings in the text of go vet under these flags, in the
// form of byCommand.
func byVet(t *testing.T, flags ...string) []string {
	t.Helper()
	args := append([]string{"vet", "-vettool=" + filepath.Join(binDir, "portvet")}, flags...)
	cmd := exec.Command("go", append(args, "./...")...)
	cmd.Dir = corpusDir
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != 1 {
		t.Fatalf("go vet: %v, want exit code 1\n%s", err, out)
	}
	finding := regexp.MustCompile(`^(\S+:\d+:\d+): (.*) \[(\w+)\]$`)
	var all []string
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSpace(line)
		if m := finding.FindStringSubmatch(line); m != nil {
			all = append(all, fmt.Sprintf("%s: %s: %s", m[1], m[3], m[2]))
		} else if !strings.HasPrefix(line, "# ") {
			t.Errorf("go vet said %q, which is no finding", line)
		}
	}
	return all
}

// byGolangci returns the findings of golangci-lint under a configuration, in
// the form of byCommand.
func byGolangci(t *testing.T, linter, cache, config string) []string {
	t.Helper()
	out, errs, code := golangci(t, linter, cache, corpusDir, config)
	if code != 0 {
		t.Fatalf("golangci-lint: exit code %d\n%s%s", code, out, errs)
	}
	var report struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.NewDecoder(strings.NewReader(out)).Decode(&report); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var all []string
	for _, i := range report.Issues {
		if i.FromLinter != "portvet" {
			t.Errorf("golangci-lint reports for %s: %s", i.FromLinter, i.Text)
		}
		// Names are relative to the directory of the configuration.
		file := strings.TrimPrefix(i.Pos.Filename, "testdata/golangci/corpus/")
		all = append(all, fmt.Sprintf("%s:%d:%d: %s", file, i.Pos.Line, i.Pos.Column, i.Text))
	}
	return all
}

// badSettings checks that golangci-lint stops at a setting that portvet does
// not know, and names it.
func badSettings(t *testing.T, linter, cache string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpusDir, ".golangci.yml"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "golangci.yml")
	text := strings.ReplaceAll(string(data), "type: module", "type: module\n        settings: {hardcodedprt: {allow: [80]}}")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	out, errs, code := golangci(t, linter, cache, corpusDir, file)
	if code == 0 || !strings.Contains(errs, `unknown field "hardcodedprt"`) || strings.Contains(errs, "panic") {
		t.Errorf("settings with an unknown key: exit code %d\n%s%s", code, out, errs)
	}
}

// golangci runs the linter over the module in dir with a configuration file and
// returns what it wrote. Findings by themselves leave the exit code 0.
func golangci(t *testing.T, linter, cache, dir, config string, flags ...string) (stdout, stderr string, code int) {
	t.Helper()
	args := []string{"run", "--config=" + config, "--allow-parallel-runners",
		"--issues-exit-code=0", "--show-stats=false", "--output.json.path=stdout"}
	cmd := exec.Command(linter, append(append(args, flags...), "./...")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOLANGCI_LINT_CACHE="+cache)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}
