package main_test

import (
	"encoding/json"
	"fmt"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/cmd/gclplugin"
	"github.com/portvet/portvet/cmd/internal/config"
)

// notRun are the commands in the documentation that the test does not run.
var notRun = map[string]string{
	"go test ./...":           "this test is one of those",
	"go test ./analyzers/...": "takes minutes, and go test ./... does it",
	"reviewdog -f=rdjson -name=portvet -reporter=github-pr-review < portvet.json": "writes comments on GitHub; the script adopt.txtar reads such a report with reviewdog's types",
	"kustomize build overlays/prod | portvet check -manifest - ./...":             "needs kustomize; the script stdin.txtar reads what it prints",
	"helm template charts/shop | portvet check -manifest - ./...":                 "needs helm; the same script",
	"golangci-lint custom": "clones golangci-lint from GitHub; TestDriversAgree builds one with the plugin instead",
	`git clone --depth 1 https://github.com/portvet/portvet "$PORTVET"`: "needs GitHub; the checkout at hand takes its place",
}

// TestDocs runs every command of the documentation, on a copy of the sample
// service or, where a comment says so, in the checkout, and reads every
// example of a configuration with what reads it in use.
func TestDocs(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every command of the documentation")
	}
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("the commands are for a shell with process substitution, and bash is not installed")
	}
	d := newDocs(t)
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	kinds := make(map[string]int)
	for _, page := range append(pages, "../../README.md", "../../CONTRIBUTING.md") {
		for _, b := range blocks(t, page) {
			kinds[b.language]++
			switch b.language {
			case "sh":
				dir := d.service
				if b.inCheckout {
					dir = d.checkout
				}
				d.run(t, b.at, dir, b.text)
			case "yaml":
				d.yaml(t, b)
			case "json":
				if !json.Valid([]byte(b.text)) {
					t.Errorf("%s: this is no JSON", b.at)
				}
			case "go":
				if _, err := format.Source([]byte(b.text)); err != nil {
					t.Errorf("%s: %v", b.at, err)
				}
			case "starlark":
				// TestNogo reads it.
			case "", "rows":
				// What a command prints, and rows of the catalogue: tests of
				// theirs make and read those.
			default:
				t.Errorf("%s: a block of %s, which nothing tests", b.at, b.language)
			}
		}
	}
	for _, kind := range []string{"sh", "yaml", "json", "go"} {
		if kinds[kind] == 0 {
			t.Errorf("the documentation has no block of %s, or the test does not see it", kind)
		}
	}
	for command := range notRun {
		if !d.skipped[command] {
			t.Errorf("the documentation does not have the command %q any more", command)
		}
	}
}

// block is a fenced block of a page.
type block struct {
	at, language, text string
	inCheckout         bool
}

// blocks returns the fenced blocks of a page.
func blocks(t *testing.T, page string) []block {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var all []block
	inCheckout := false
	var open *block
	for i, line := range strings.Split(string(data), "\n") {
		language, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && open == nil:
			open = &block{at: fmt.Sprintf("%s:%d", filepath.Base(page), i+1), language: language, inCheckout: inCheckout}
		case fence:
			all = append(all, *open)
			open = nil
		case open != nil:
			open.text += line + "\n"
		case line != "":
			inCheckout = line == "<!-- sh: in the checkout -->"
		}
	}
	if open != nil {
		t.Fatalf("%s: the block is not closed", open.at)
	}
	return all
}

// docs is where the commands of the documentation run.
type docs struct {
	checkout, service string
	env               []string
	skipped           map[string]bool
	done              map[string]bool
}

func newDocs(t *testing.T) *docs {
	t.Helper()
	checkout, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	// As the commands call it.
	service := filepath.Join(dir, "service")
	if err := os.CopyFS(service, os.DirFS(filepath.Join(checkout, "testdata/sample"))); err != nil {
		t.Fatal(err)
	}
	return &docs{
		checkout: checkout,
		service:  service,
		env: append(os.Environ(), "PATH="+binDir+string(filepath.ListSeparator)+os.Getenv("PATH"),
			"GOBIN="+filepath.Join(dir, "bin")),
		skipped: make(map[string]bool),
		done:    make(map[string]bool),
	}
}

// run runs the lines of a script one by one. A command may have findings, but
// no errors.
func (d *docs) run(t *testing.T, at, dir, script string, env ...string) {
	t.Helper()
	for line := range strings.Lines(script) {
		line, _, _ = strings.Cut(line, "  #")
		line = strings.TrimSpace(line)
		if _, ok := notRun[line]; ok {
			d.skipped[line] = true
			continue
		}
		if line == "" || strings.HasPrefix(line, "#") || d.done[dir+line] {
			continue
		}
		d.done[dir+line] = true
		start := time.Now()
		cmd := exec.Command("bash", "--norc", "-c", line)
		cmd.Dir = dir
		cmd.Env = append(slices.Clip(d.env), env...)
		out, err := cmd.CombinedOutput()
		code := cmd.ProcessState.ExitCode()
		t.Logf("%s: %s: %v", at, line, time.Since(start).Round(time.Millisecond))
		// go run has an exit code of its own, and prints that of the program.
		if code != 0 && code != 1 || strings.Contains(string(out), "exit status 2") {
			t.Errorf("%s: %s: %v\n%s", at, line, err, out)
		}
	}
}

// yaml reads an example of a configuration, whose first line is a comment with
// the name of the file.
func (d *docs) yaml(t *testing.T, b block) {
	t.Helper()
	var value map[string]any
	if err := yaml.Unmarshal([]byte(b.text), &value); err != nil {
		t.Errorf("%s: %v", b.at, err)
		return
	}
	file, _, _ := strings.Cut(strings.TrimPrefix(b.text, "# "), "\n")
	switch {
	case file == ".portvet.yml":
		if _, err := config.Parse(b.at, []byte(b.text)); err != nil {
			t.Error(err)
		}
	case file == ".golangci.yml":
		settings := below(value, "linters", "settings", "custom", "portvet")
		if settings == nil || settings["type"] != "module" {
			t.Errorf("%s: portvet is not among the custom linters", b.at)
			return
		}
		if _, err := gclplugin.New(settings["settings"]); err != nil {
			t.Errorf("%s: %v", b.at, err)
		}
	case strings.HasPrefix(file, ".github/workflows/"):
		d.workflow(t, b, value)
	case file == ".gitlab-ci.yml":
		job := below(value, "portvet")
		dir := d.service
		for _, line := range job["script"].([]any) {
			// In CI the job is root in a container, and has /usr/local/bin.
			command := strings.ReplaceAll(line.(string), "/usr/local/bin", t.TempDir())
			d.run(t, b.at, dir, notRunAs(line.(string), command), "PORTVET="+d.checkout)
		}
	case file == ".pre-commit-config.yaml":
		for _, repo := range value["repos"].([]any) {
			for _, hook := range repo.(map[string]any)["hooks"].([]any) {
				h := hook.(map[string]any)
				args, _ := h["args"].([]any)
				d.hook(t, b.at, h["id"].(string), args)
			}
		}
	default:
		t.Errorf("%s: the first line is %q, which is no file that the test knows", b.at, file)
	}
}

// notRunAs returns line if it is not run, and else command.
func notRunAs(line, command string) string {
	if _, ok := notRun[line]; ok {
		return line
	}
	return command
}

// below returns what is found under keys, one below the other, or nil.
func below(value map[string]any, keys ...string) map[string]any {
	for _, key := range keys {
		value, _ = value[key].(map[string]any)
	}
	return value
}

// workflow checks the steps of a GitHub workflow that use portvet, by running
// the action with their inputs.
func (d *docs) workflow(t *testing.T, b block, value map[string]any) {
	t.Helper()
	used := false
	for name, job := range value["jobs"].(map[string]any) {
		for _, step := range job.(map[string]any)["steps"].([]any) {
			s := step.(map[string]any)
			if run, ok := s["run"].(string); ok {
				d.run(t, b.at, d.service, run)
			}
			if uses, _ := s["uses"].(string); strings.HasPrefix(uses, "portvet/portvet@") {
				used = true
				with, _ := s["with"].(map[string]any)
				d.action(t, b.at, with)
			}
		}
		if job.(map[string]any)["runs-on"] == nil {
			t.Errorf("%s: the job %s runs nowhere", b.at, name)
		}
	}
	if !used {
		t.Errorf("%s: no step uses portvet", b.at)
	}
}

// action runs the steps of action.yml as GitHub does. Of its findings nothing
// is asked here, but that the analysis was one.
func (d *docs) action(t *testing.T, at string, with map[string]any) {
	t.Helper()
	var action struct {
		Name, Description string
		Inputs            map[string]struct{ Description, Default string }
		Runs              struct {
			Using string
			Steps []struct {
				Name, Shell, Run string
				WorkingDirectory string `yaml:"working-directory"`
				Env              map[string]string
			}
		}
		Branding struct{ Icon, Color string }
	}
	readStrictly(t, "../../action.yml", &action)
	if action.Runs.Using != "composite" || len(action.Runs.Steps) == 0 {
		t.Fatalf("action.yml is not a composite action with steps")
	}
	replace := []string{"${{ github.action_path }}", d.checkout}
	for name := range with {
		if _, ok := action.Inputs[name]; !ok {
			t.Errorf("%s: the action has no input %s", at, name)
		}
	}
	for name, input := range action.Inputs {
		value := input.Default
		if v, ok := with[name]; ok {
			value = fmt.Sprint(v)
		}
		replace = append(replace, "${{ inputs."+name+" }}", value)
	}
	fill := strings.NewReplacer(replace...)
	temp := t.TempDir()
	for i, step := range action.Runs.Steps {
		for _, text := range append([]string{step.Run}, fill.Replace(step.WorkingDirectory)) {
			if strings.Contains(text, "${{") {
				t.Errorf("action.yml: the step %q has an expression in %q", step.Name, text)
			}
		}
		cmd := exec.Command(step.Shell, "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
		cmd.Dir = filepath.Join(d.service, fill.Replace(step.WorkingDirectory))
		if filepath.IsAbs(fill.Replace(step.WorkingDirectory)) {
			cmd.Dir = fill.Replace(step.WorkingDirectory)
		}
		cmd.Env = append(slices.Clip(d.env), "RUNNER_TEMP="+temp)
		for name, value := range step.Env {
			cmd.Env = append(cmd.Env, name+"="+fill.Replace(value))
		}
		out, err := cmd.CombinedOutput()
		// The sample service has findings: the last step is what fails.
		last := i == len(action.Runs.Steps)-1
		if code := cmd.ProcessState.ExitCode(); last && (code != 1 || !strings.Contains(string(out), "hardcodedport")) || !last && code != 0 {
			t.Errorf("%s: the step %q of the action: %v\n%s", at, step.Name, err, out)
		}
		if last && strings.Contains(string(out), "::warning file=") == (with["annotations"] == "false") {
			t.Errorf("%s: with annotations %v the action prints\n%s", at, with["annotations"], out)
		}
	}
}

// hook runs a hook of .pre-commit-hooks.yaml as pre-commit does, with the
// programs that go install ./... makes; args, if there are any, take the place
// of its own.
func (d *docs) hook(t *testing.T, at, id string, args []any) {
	t.Helper()
	var hooks []struct {
		ID, Name, Description, Language, Entry, Files string
		Args                                          []any
		PassFilenames                                 *bool `yaml:"pass_filenames"`
		RequireSerial                                 bool  `yaml:"require_serial"`
	}
	readStrictly(t, "../../.pre-commit-hooks.yaml", &hooks)
	for _, h := range hooks {
		if h.ID != id {
			continue
		}
		if h.Language != "golang" || h.PassFilenames == nil || *h.PassFilenames {
			t.Errorf("the hook %s is built by %q, or gets names of files, which are no packages", id, h.Language)
		}
		command := []string{h.Entry}
		if args == nil {
			args = h.Args
		}
		for _, a := range args {
			command = append(command, a.(string))
		}
		d.run(t, at, d.service, strings.Join(command, " "))
		return
	}
	t.Errorf("%s: .pre-commit-hooks.yaml has no hook %s", at, id)
}

// readStrictly reads a YAML file into v, which has to know all its keys.
func readStrictly(t *testing.T, file string, v any) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dec := yaml.NewDecoder(f)
	dec.KnownFields(true)
	if err := dec.Decode(v); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// TestExported: the packages of all rules export their analyzers to nogo, and
// its BUILD file in the documentation names those that are on by default.
func TestExported(t *testing.T) {
	page, err := os.ReadFile("../../docs/drivers.md")
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "list", "-f", "{{join .Imports \"\\n\"}}", "github.com/portvet/portvet/analyzers/directive").Output()
	if err != nil {
		t.Fatal(err)
	}
	list, err := exec.Command(filepath.Join(binDir, "portvet"), "rules", "-json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var rules []struct {
		Name    string
		Default bool
	}
	if err := json.Unmarshal(list, &rules); err != nil || len(rules) == 0 {
		t.Fatalf("%v\n%s", err, list)
	}
	for _, r := range rules {
		if r.Name != "directive" && !slices.Contains(strings.Fields(string(out)), "github.com/portvet/portvet/analyzers/"+r.Name) {
			t.Errorf("package directive does not know the rule %s", r.Name)
		}
		if named := strings.Contains(string(page), `portvet//analyzers/`+r.Name+`"`); named != r.Default {
			t.Errorf("the BUILD file names %s: %v, want %v", r.Name, named, r.Default)
		}
	}
}
