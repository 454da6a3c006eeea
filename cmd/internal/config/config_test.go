package config

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// full sets every option to something else than its default.
const full = `
tests: true
samples: true
strict: true
enable: [nohealth, manifestgap]
disable: [noshutdown, sigterm, manifestenv]
listeners:
  - serve example.com/kit.Run addr=0 stop=none
exclude:
  - path: internal/**/debug
    rules: [hardcodedport, drain]
  - path: tools
severity:
  drain: error
  portenv: note
  manifestport: error
ports: {programs: {deploy/web.yaml: ./cmd/web}}
hardcodedport: {allow: [53, 80]}
loopbackbind: {strict: true}
portenv:
  names: [PORT, HTTP_PORT]
  accept: [config]
portaddr: {ipv6: true, servicelinks: true}
drain: {grace: 10s, unbounded: true}
listenerr: {stopped: true}
`

func parse(t *testing.T, text string) *Config {
	t.Helper()
	c, err := Parse("f.yml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestFull: the test configuration leaves out no option, so that what is
// tested with it holds for all of them.
func TestFull(t *testing.T) {
	var check func(v reflect.Value, key string)
	check = func(v reflect.Value, key string) {
		for name, f := range fieldsOf(v) {
			if f.Kind() == reflect.Struct {
				check(f, key+name+".")
			} else if f.IsZero() {
				t.Errorf("the option %s%s is not set; add it to full", key, name)
			}
		}
	}
	check(reflect.ValueOf(parse(t, full)).Elem(), "")
}

// TestToolFlags: the flags that are made of a configuration mean the same
// as it does.
func TestToolFlags(t *testing.T) {
	c := parse(t, full)
	c.Root = "/src/m"
	flags, err := c.ToolFlags()
	if err != nil {
		t.Fatal(err)
	}
	var got analyzers.Options
	fs, err := flagSet(&got)
	if err != nil {
		t.Fatal(err)
	}
	// What the vet tool defines besides.
	fs.StringVar(&got.Root, "root", "", "")
	for _, r := range analyzers.Rules() {
		fs.BoolFunc(r.Name, "", func(value string) error {
			if value != "false" {
				return fmt.Errorf("%s=%s", r.Name, value)
			}
			got.Disable = append(got.Disable, r.Name)
			return nil
		})
	}
	if err := fs.Parse(flags); err != nil {
		t.Fatal(err)
	}
	want := c.InForce()
	want.Strict = false // what it switches on is there by itself
	if got = got.InForce(); !reflect.DeepEqual(got, want) {
		t.Errorf("the flags %q make\n\t%+v\nof\n\t%+v", flags, got, want)
	}
	if line, err := Words(flags); err != nil || !slices.Equal(strings.Fields(line), flags) {
		t.Errorf("a shell makes %q of %q, %v", line, flags, err)
	}

	flags, err = new(Config).ToolFlags()
	if err != nil || len(flags) > 0 {
		t.Errorf("the defaults have the flags %q, %v", flags, err)
	}
	if _, err := Words([]string{"-root=/home/my code"}); err == nil || !strings.Contains(err.Error(), "-root=/home/my code has a blank") {
		t.Errorf("a flag with a blank: %v", err)
	}
}

// TestPrint: what is printed can be read again and is the same, and says of
// each value where it comes from.
func TestPrint(t *testing.T) {
	c := parse(t, full)
	given := analyzers.Options{Enable: []string{"sigterm"}, Disable: []string{"portaddr"}}
	if err := c.Lay([]string{"-hardcodedport.allow=443", "-samples=false", "-enable=sigterm"}, &given); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := c.Print(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"# file: f.yml\n",
		"# rules that run: hardcodedport, loopbackbind, portenv, sigterm, drain, listenerr, portconflict, nohealth, directive\n",
		"\ntests: true # f.yml:2\n",
		"\nsamples: false # -samples\n",
		"\nstrict: true # f.yml:4\n",
		"\nenable: [nohealth, sigterm, manifestgap] # f.yml:5, -enable\n",
		"\ndisable: [noshutdown, portaddr, manifestenv] # f.yml:6, -disable\n",
		"\nports:\n  programs:\n    deploy/web.yaml: ./cmd/web # f.yml:17\n",
		"\n  allow: [443] # -hardcodedport.allow\n",
		"\n  grace: 10s # f.yml:24\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, &out)
		}
	}
	again, err := Parse("again.yml", []byte(out.String()))
	if err != nil {
		t.Fatalf("%v\n%s", err, &out)
	}
	if !reflect.DeepEqual(again.InForce(), c.InForce()) || !reflect.DeepEqual(again.Severity, c.Severity) || !reflect.DeepEqual(again.Ports, c.Ports) || !slices.Equal(again.DisableManifest, c.DisableManifest) || !slices.Equal(again.EnableManifest, c.EnableManifest) {
		t.Errorf("what is printed reads as\n\t%+v\nand was\n\t%+v", again, c)
	}

	out.Reset()
	if err := new(Config).Print(&out); err != nil {
		t.Fatal(err)
	}
	if strings.Count(out.String(), "# default\n") != 18 || !strings.Contains(out.String(), "grace: 30s # default") {
		t.Errorf("the defaults are printed as\n%s", &out)
	}
}

// TestStrict: strict is what options are that are set neither by the file nor
// by flags, whichever of them says strict.
func TestStrict(t *testing.T) {
	all := []string{"-drain.unbounded=true", "-listenerr.stopped=true", "-loopbackbind.strict=true", "-portaddr.ipv6=true", "-portaddr.servicelinks=true", "-portenv.accept=", "-enable=nohealth"}
	tests := []struct {
		file  string
		flags []string
		want  []string
	}{
		{"strict: true", nil, all},
		{"", []string{"-strict=true"}, all},
		{"strict: true", []string{"-strict=false"}, nil},
		{"strict: false", []string{"-strict=true"}, all},
		{"loopbackbind:\nportenv: {accept: }\nstrict: true", nil, all}, // a key without a value is not set
		{"strict: true\ndrain: {unbounded: false}\ndisable: [nohealth]", nil,
			[]string{"-listenerr.stopped=true", "-loopbackbind.strict=true", "-portaddr.ipv6=true", "-portaddr.servicelinks=true", "-portenv.accept=", "-nohealth=false"}},
		{"drain: {unbounded: false}\ndisable: [nohealth]", []string{"-strict=true"},
			[]string{"-listenerr.stopped=true", "-loopbackbind.strict=true", "-portaddr.ipv6=true", "-portaddr.servicelinks=true", "-portenv.accept=", "-nohealth=false"}},
		{"strict: true", []string{"-portaddr.ipv6=false", "-portenv.accept=flag"},
			[]string{"-drain.unbounded=true", "-listenerr.stopped=true", "-loopbackbind.strict=true", "-portaddr.servicelinks=true", "-enable=nohealth"}},
		{"strict: true\nportenv: {accept: [config]}", []string{"-listenerr.stopped=true", "-loopbackbind.strict=false"},
			[]string{"-drain.unbounded=true", "-listenerr.stopped=true", "-portaddr.ipv6=true", "-portaddr.servicelinks=true", "-portenv.accept=config", "-enable=nohealth"}},
		{"portenv: {accept: []}\nportaddr: {ipv6: true}\nenable: [nohealth]", nil,
			[]string{"-portaddr.ipv6=true", "-portenv.accept=", "-enable=nohealth"}},
		{"portaddr: {ipv6: true}", []string{"-portaddr.ipv6=false"}, nil},
		{"portenv: {accept: [config]}", []string{"-portenv.accept="}, []string{"-portenv.accept="}},
	}
	for _, tt := range tests {
		c := parse(t, tt.file)
		if err := c.Lay(tt.flags, new(analyzers.Options)); err != nil {
			t.Errorf("%q with %q: %v", tt.file, tt.flags, err)
		} else if got, err := c.ToolFlags(); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%q with %q makes\n\t%q, %v\nwant\n\t%q", tt.file, tt.flags, got, err, tt.want)
		}
	}

	c := parse(t, "strict: true\ndrain: {unbounded: false}\nportenv: {accept: }\nloopbackbind: {strict: true}\nenable: []")
	var out strings.Builder
	if err := c.Print(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\nstrict: true # f.yml:1\n",
		"\nenable: [nohealth] # f.yml:5, strict\n",
		"\nloopbackbind:\n  strict: true # f.yml:4\n",
		"\n  accept: [] # strict\n",
		"\n  ipv6: true # strict\n",
		"\n  grace: 30s # default\n  unbounded: false # f.yml:2\n",
		"nohealth, directive\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, &out)
		}
	}
}

func TestLay(t *testing.T) {
	c := parse(t, full)
	given := analyzers.Options{
		Disable:   []string{"nohealth"},
		Listeners: []string{"notport example.com/kit.Pipe"},
		Exclude:   []analyzers.Exclude{{Path: "cmd"}},
	}
	if err := c.Lay([]string{"-listener=notport example.com/kit.Pipe", "-exclude=cmd", "-tests=false"}, &given); err != nil {
		t.Fatal(err)
	}
	if len(c.Enable) > 0 {
		t.Errorf("nohealth is switched off by a flag and still in enable: %q", c.Enable)
	}
	if want := []string{"noshutdown", "sigterm", "nohealth"}; !slices.Equal(c.Disable, want) {
		t.Errorf("disable is %q, want %q", c.Disable, want)
	}
	if len(c.Listeners) != 2 || len(c.Exclude) != 3 || c.Exclude[2].Path != "cmd" {
		t.Errorf("listeners %q, exclude %q, want the file's and then the flags'", c.Listeners, c.Exclude)
	}
	if c.Tests || !c.Samples {
		t.Errorf("tests is %v, samples is %v, want false by the flag and true by the file", c.Tests, c.Samples)
	}

	// The same API in the file and in a flag.
	c = parse(t, full)
	row := c.Listeners[0]
	err := c.Lay([]string{"-listener=" + row}, &analyzers.Options{Listeners: []string{row}})
	if err == nil || !strings.Contains(err.Error(), "listener") {
		t.Errorf("a listener in the file and in a flag: %v", err)
	}
}

func TestGrade(t *testing.T) {
	c := parse(t, full)
	r := driver.Report{Findings: []driver.Finding{
		{Rule: "drain", Severity: driver.SeverityWarning}, {Rule: "portenv", Severity: driver.SeverityWarning}, {Rule: "sigterm", Severity: driver.SeverityWarning},
	}}
	c.Grade(&r)
	var got []driver.Severity
	for _, f := range r.Findings {
		got = append(got, f.Severity)
	}
	if want := []driver.Severity{driver.SeverityError, driver.SeverityNote, driver.SeverityWarning}; !slices.Equal(got, want) {
		t.Errorf("severities %q, want %q", got, want)
	}
}

func TestBadFile(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"unknown key", "tests: true\ntest: true", `f.yml:2: unknown key "test"; did you mean tests?`},
		{"unknown key of a rule", "hardcodedport:\n  alow: [1]", `f.yml:2: unknown key "hardcodedport.alow"; did you mean allow?`},
		{"key in capitals", "HardcodedPort: {}", `f.yml:1: unknown key "HardcodedPort"; did you mean hardcodedport?`},
		{"nothing near", "formatters: {}", `f.yml:1: unknown key "formatters"; there are disable, drain, enable, exclude, `},
		{"rule without options", "sigterm:\n  x: 1", `f.yml:2: unknown key "sigterm.x"; there are no keys here`},
		{"text for a list", "enable:\n  nohealth", `f.yml:2: enable: want a list, such as [a, b], have "nohealth"`},
		{"number for a list", "hardcodedport: {allow: 80}", `f.yml:1: hardcodedport.allow: want a list of numbers, such as [1, 2], have "80"`},
		{"text for a number", "hardcodedport:\n  allow:\n    - 80\n    - http", `f.yml:4: hardcodedport.allow[1]: want a number, have "http"`},
		{"nothing in a list", "disable:\n  -", `f.yml:2: disable[0]: want a text, have nothing`},
		{"text for a truth value", "tests: maybe", `f.yml:1: tests: want true or false, have "maybe"`},
		{"text for a strict value", "tests: true\nstrict: yes please", `f.yml:2: strict: want true or false, have "yes please"`},
		{"text for a value of a rule", "drain: {unbounded: 1}", `f.yml:1: drain.unbounded: want true or false, have "1"`},
		{"list for a truth value", "portaddr: {ipv6: [true]}", `f.yml:1: portaddr.ipv6: want true or false, have a list`},
		{"list for a text", "drain: {grace: [30s]}", `f.yml:1: drain.grace: want a text, have a list`},
		{"list for a rule", "drain: [grace]", `f.yml:1: drain: want keys with values, have a list`},
		{"list for severities", "severity: [drain]", `f.yml:1: severity: want names with a value each, have a list`},
		{"list", "- tests", `f.yml:1: the file is a list; write keys and their values, such as disable: [noshutdown]`},
		{"text", "tests", `f.yml:1: the file is "tests"; write keys`},
		{"twice", "tests: true\n\ntests: false", `f.yml:3: the key "tests" is there for the second time, after line 1; leave one of them`},
		{"no port", "hardcodedport:\n  allow:\n    - 80\n    - 70000", `f.yml:4: hardcodedport.allow[1]: 70000`},
		{"unknown rule", "disable: [nosuch]", `f.yml:1: disable: unknown rule "nosuch"; the rules are hardcodedport, `},
		{"on and off", "enable: [nohealth]\ndisable: [nohealth]", `f.yml:1: enable, disable: both name "nohealth"; leave it in one of them`},
		{"bad listener", "listeners:\n  - notport example.com/kit.Pipe\n  - nonsense", `f.yml:3: listeners: row 1 ("nonsense"): `},
		{"no path", "exclude:\n  - rules: [drain]", `f.yml:2: exclude[0].path: is missing; name a file or folder`},
		{"absolute path", "exclude:\n  - path: cmd\n  - path: /srv", `f.yml:3: exclude[1].path: "/srv" is absolute; write it relative to the configuration`},
		{"rule of an exclude", "exclude:\n  - path: cmd\n    rules: [drian]", `f.yml:3: exclude[0].rules: unknown rule "drian"; the rules are `},
		{"severity", "severity:\n  drain: fatal", `f.yml:2: severity.drain: "fatal" is no severity; write error, warning, note`},
		{"rule of a severity", "severity:\n  drian: error", `f.yml:2: severity: unknown rule "drian"; did you mean drain?`},
		{"finding about manifests", "severity:\n  manifestprot: error", `f.yml:2: severity: unknown rule "manifestprot"; did you mean manifestport?`},
		{"switched off manifests", "disable:\n  - drain\n  - manifestprot", `f.yml:3: disable: unknown rule "manifestprot"; did you mean manifestport?`},
		{"switched on manifests", "enable: [manifestport]", `f.yml:1: enable: manifestport is always on in portvet check; leave it out`},
		{"manifests of an exclude", "exclude:\n  - path: cmd\n    rules: [manifestport]", `f.yml:3: exclude[0].rules: unknown rule "manifestport"; the rules are `},
		{"key of ports", "ports:\n  program: {}", `f.yml:2: unknown key "ports.program"; did you mean programs?`},
		{"list of programs", "ports:\n  programs: [web]", `f.yml:2: ports.programs: want names with a value each, have a list`},
		{"list for a program", "ports:\n  programs:\n    web: [a]", `f.yml:3: ports.programs.web: want a text, have a list`},
		{"no program", "ports:\n  programs:\n    web:", `f.yml:3: ports.programs: a manifest and a program are needed, such as deploy/api.yaml: ./cmd/api`},
		{"duration", "drain:\n  grace: 30", `f.yml:2: drain.grace: "30" is not a grace period; use a duration such as 30s`},
		{"two documents", "tests: true\n---\ntests: true", `f.yml:2: a second document begins; a configuration is one`},
		{"no YAML", "tests: [", `f.yml:1: `},
		{"no YAML below", "tests: true\nsamples: [\nenable: x", `f.yml:2: did not find expected ',' or ']'`},
		{"tab", "\ttests: true", `f.yml:1: found character that cannot start any token`},
		{"tab below", "drain:\n\tgrace: 30s", `f.yml:2: found character that cannot start any token`},
		{"two colons", "enable:\n  a: b: c", `f.yml:2: mapping values are not allowed in this context`},
		{"unknown anchor", "tests: true\nsamples: *yes", `f.yml:2: unknown anchor 'yes' referenced`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("f.yml", []byte(tt.text))
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error\n\t%v\nwant\n\t%s", err, tt.want)
			}
		})
	}
}

// TestNothing: files that set nothing are the default.
func TestNothing(t *testing.T) {
	for _, text := range []string{"", "# only a comment\n", "tests:\ndrain:\n  grace:\nenable: []\n", "---\n", "null", "drain: {}"} {
		c, err := Parse("f.yml", []byte(text))
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if flags, err := c.ToolFlags(); err != nil || len(flags) > 0 {
			t.Errorf("%q makes the flags %q, %v", text, flags, err)
		}
	}
	c := parse(t, "enable: &x [nohealth]\nexclude: [{path: a, rules: *x}]")
	if !slices.Equal(c.Exclude[0].Rules, []string{"nohealth"}) {
		t.Errorf("an alias reads as %q", c.Exclude[0].Rules)
	}
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	write := func(name string) {
		t.Helper()
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(".portvet.yml") // above the repositories
	write("repo/.git/HEAD")
	write("repo/svc/go.mod")
	write("repo/svc/cmd/main.go")
	write("other/.git") // a worktree or submodule
	write("other/.portvet.yaml")
	write("other/svc/go.mod")
	write("twice/.portvet.yml")
	write("twice/.portvet.yaml")
	write("folder/.portvet.yml/x")
	tests := []struct{ dir, want string }{
		{"repo/svc/cmd", ""}, // the repository ends the search
		{"repo", ""},
		{"other/svc", "other/.portvet.yaml"},
		{"other", "other/.portvet.yaml"},
		{".", ".portvet.yml"},
		{"folder", ".portvet.yml"},
	}
	for _, tt := range tests {
		want := ""
		if tt.want != "" {
			want = filepath.Join(root, tt.want)
		}
		if got, err := Find(filepath.Join(root, tt.dir)); got != want || err != nil {
			t.Errorf("%s: %q, %v, want %q", tt.dir, got, err, want)
		}
	}
	if _, err := Find(filepath.Join(root, "twice")); err == nil || !strings.Contains(err.Error(), "are in one directory; remove one of them") {
		t.Errorf("two files: %v", err)
	}
}
