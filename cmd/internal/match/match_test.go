package match

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// program names the program of a run: "none" is none of those known.
func program(r *ports.Run) string {
	switch {
	case r.Program != nil:
		return r.Program.Name
	case r.Foreign:
		return "none"
	}
	return "unsure"
}

// write writes a file, with the folders that it is in.
func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestMatch: which program an image is of, and when that is not sure.
func TestMatch(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) { write(t, filepath.Join(dir, name), text) }
	plan := &ports.Plan{}
	for _, name := range []string{"api", "web", "tool"} {
		plan.Programs = append(plan.Programs, &ports.Program{Name: name, Path: "example.com/m/cmd/" + name, Module: "example.com/m", Dir: filepath.Join(dir, "m/cmd", name), ModuleDir: filepath.Join(dir, "m")})
	}
	write("m/Dockerfile", "FROM golang\nRUN go build -o /out/ ./cmd/api ./cmd/web\nENTRYPOINT [\"/out/api\"]\n")
	write("m/cmd/web/Dockerfile", "FROM golang\nWORKDIR /src/cmd/web\nRUN go build -o /web\nCMD [\"/web\"]\n")
	write("m/several.Dockerfile", "FROM golang\nRUN go build ./cmd/api ./cmd/web\nCMD [\"/start.sh\"]\n")
	write("m/other.Dockerfile", "FROM golang\nRUN go build ./cmd/nothing\n")
	write("m/plain.Dockerfile", "FROM alpine\nCOPY bin/tool /tool\nCMD exec /tool\n")
	write("m/cd.Dockerfile", "FROM golang\nRUN make && \\\n  cd cmd/tool && go build -o /out/t && cd -\nCMD [\"/out/t\"]\n")
	write("m/flag.Dockerfile", "FROM golang\nRUN go build -C cmd/web -o /out/w main.go\nCMD [\"/out/w\"]\n")
	write("m/files.Dockerfile", "FROM golang\nRUN go build -ldflags \"-s \\\n  -w\" -a -o bin/x cmd/web/*\n")
	write("m/twice.Dockerfile", "FROM golang\nRUN cd cmd && cd nothing && go build -o /out/t\nCMD [\"/out/t\"]\n")
	write("m/where.Dockerfile", "FROM golang\nWORKDIR /src/cmd/api\nRUN go build -o /x\nCMD [\"/x\"]\n")
	write("m/installs.Dockerfile", "FROM golang\nRUN go install example.com/other/gen@latest\nRUN make\nCMD [\"./app\"]\n")
	write("m/made.Dockerfile", "FROM golang AS build\nRUN make\nFROM alpine\nCOPY --from=build /src/bin/tool /app/tool\n")
	write("m/stages.Dockerfile", "FROM golang AS build\nRUN go build -o /out/ ./cmd/...\nFROM alpine AS first\nCOPY --from=build /out/tool /\nCMD [\"/tool\"]\nFROM alpine\nCOPY --from=build /out/ /app/\nCMD [\"/app/web\"]\n")
	write("m/cmd/tool/Dockerfile", "FROM golang\nARG BIN\nRUN go build -o /app ./cmd/$BIN\nCMD [\"/app\"]\n")
	write("m/again.Dockerfile", "FROM golang\nENTRYPOINT CompileDaemon --build=\"go build -o main cmd/web/main.go\" --command=./main\n")
	write("m/below.Dockerfile", "FROM golang\nWORKDIR /src\nCOPY . .\nWORKDIR /src/cmd/web\nRUN go build -o /out/site\nWORKDIR /src/cmd/tool\nRUN go build -o /out/helper\nCMD [\"/out/site\"]\n")
	write("m/moved.Dockerfile", "FROM golang\nWORKDIR /src\nCOPY go.mod .\nCOPY cmd/tool/main.go ./\nCOPY lib ./lib\nRUN go build -o /it ./main.go\nCMD [\"/it\"]\n")
	write("m/folder.Dockerfile", "FROM golang\nWORKDIR /src\nCOPY go.mod .\nCOPY cmd/web .\nRUN go build -o /it\nCMD [\"/it\"]\n")
	write("m/prebuilt.Dockerfile", "FROM alpine\nCOPY site /srv/\nENTRYPOINT [\"/srv/site\"]\n")
	write("m/node.Dockerfile", "FROM node\nCOPY . /app\nWORKDIR /app\nCMD [\"npm\", \"start\"]\n")
	write("m/copied.Dockerfile", "FROM alpine\nCOPY npm /usr/bin/\nCMD [\"npm\", \"start\"]\n")
	write("js/Dockerfile", "FROM node\nCMD [\"api\"]\n")
	write("m/compose.yaml", `services:
  a: {build: .}
  b: {build: {context: ., dockerfile: cmd/web/Dockerfile}, image: "registry.example.com:5000/team/site:2"}
  c: {image: "registry.example.com:5000/team/site@sha256:00"}
  d: {image: "api:1", entrypoint: [web]}
  e: {image: "api:1", entrypoint: [sh, -c, "api"]}
  f: {image: "${REGISTRY}/api"}
  g: {image: redis}
  h: {build: ./gone}
  i: {image: by/hand}
  j: {image: "api:1", entrypoint: [sh, /scripts/backup.sh]}
  k: {build: {context: ., dockerfile: made.Dockerfile}, command: /app/tool}
  l: {build: {context: ., dockerfile: made.Dockerfile}, command: /app/other}
  m: {build: {context: ., dockerfile: stages.Dockerfile, target: first}}
  n: {build: {context: ., dockerfile: stages.Dockerfile}, command: [/app/api]}
  o: {build: {context: ., dockerfile: stages.Dockerfile}, command: "sh -c 'sleep 1 && /app/tool'"}
  p: {build: {context: ., dockerfile: stages.Dockerfile}, command: [/app/migrate, up]}
  r: {image: by/m, entrypoint: [/usr/bin/tool, -x]}
  s: {image: by/other, entrypoint: [/usr/bin/tool, -x]}
  t: {image: by/m}
  u: {image: "by/cmd:tool"}
  v: {image: "by/cmds:tool"}
  q: {build: {context: ., dockerfile: stages.Dockerfile, target: gone}}
  w: {image: "stand-in:1", entrypoint: [/out/helper]}
  x: {image: "stand-in:1", entrypoint: [/out/nobody]}
  y: {image: by/site}
  z: {image: "${IMAGE}", entrypoint: [/start], command: [./tool]}
  za: {image: "${IMAGE}", command: [serve]}
  zb: {image: "x/m-tool:1", entrypoint: [sh, -c, "sleep 3 && /usr/bin/m-tool -x"]}
  zc: {image: "x/m-tool:1", entrypoint: [sh, -c, "sleep 3 && /usr/bin/other -x"]}
`)
	write("m/cmd/tool/Procfile", "packed: /layers/google.go.build/bin/main -x\nelsewhere: /bin/main\n")
	write("m/Procfile", "web: bin/api -x\nworker: go run ./cmd/tool\nother: bundle exec\n")
	set := manifest.Find(manifest.Config{Roots: []string{dir}})
	m, err := New(plan, set, []Mapping{{What: "by/hand", Program: "example.com/m/cmd/web"}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range m.Runs() {
		got = append(got, strings.ReplaceAll(r.What(), dir+string(filepath.Separator), "")+": "+program(r))
	}
	slices.Sort(got)
	want := []string{
		"Compose service a: api", "Compose service b: web", "Compose service c: web", "Compose service d: web", "Compose service e: api",
		"Compose service f: api", "Compose service g: none", "Compose service h: unsure", "Compose service i: web", "Compose service j: unsure",
		"Compose service k: tool", "Compose service l: unsure", "Compose service m: tool", "Compose service n: api", "Compose service o: tool",
		"Compose service p: unsure", "Compose service q: unsure",
		"Compose service r: tool", "Compose service s: none", "Compose service t: unsure", "Compose service u: tool", "Compose service v: none",
		"Compose service w: tool", "Compose service x: none", "Compose service y: web", "Compose service z: tool", "Compose service za: unsure", "Compose service zb: tool", "Compose service zc: unsure",
		"image js/Dockerfile: none", "image m/Dockerfile: api", "image m/again.Dockerfile: web", "image m/below.Dockerfile: web", "image m/cd.Dockerfile: tool", "image m/cmd/tool/Dockerfile: tool", "image m/cmd/web/Dockerfile: web",
		"image m/copied.Dockerfile: unsure", "image m/files.Dockerfile: web", "image m/flag.Dockerfile: web", "image m/folder.Dockerfile: web", "image m/installs.Dockerfile: unsure", "image m/made.Dockerfile: unsure", "image m/moved.Dockerfile: tool", "image m/node.Dockerfile: none", "image m/other.Dockerfile: none",
		"image m/plain.Dockerfile: tool", "image m/prebuilt.Dockerfile: web", "image m/several.Dockerfile: unsure", "image m/stages.Dockerfile: web", "image m/twice.Dockerfile: unsure", "image m/where.Dockerfile: unsure",
		"process elsewhere: unsure", "process other: unsure", "process packed: tool", "process web: api", "process worker: tool",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
	if _, err := New(plan, set, []Mapping{{What: "a", Program: "nobody"}}); err == nil || err.Error() != "a=nobody: no such program; the programs are api, web, tool" {
		t.Errorf("error %v", err)
	}

	// An image is called like a program that has no Dockerfile, while another
	// of its module has one.
	plan.Programs = plan.Programs[:0]
	for _, name := range []string{"site", "api"} {
		plan.Programs = append(plan.Programs, &ports.Program{Name: name, Path: "example.com/m/cmd/" + name, Dir: filepath.Join(dir, "m/cmd", name), ModuleDir: filepath.Join(dir, "m")})
	}
	lone := manifest.Find(manifest.Config{Named: []string{filepath.Join(dir, "m/Dockerfile")}})
	lone.Workloads = []*manifest.Workload{{Kind: "Pod", Containers: []*manifest.Container{{Image: manifest.Text{Position: manifest.Position{Line: 1}, Value: "x/site"}}}}}
	if m, err = New(plan, lone, nil); err != nil {
		t.Fatal(err)
	}
	if r := m.Runs()[0]; r.Program != nil || r.Foreign || !strings.Contains(r.Why, "which runs api") {
		t.Errorf("an image of unsure origin: %+v", r)
	}
}

// TestByArgument: a Dockerfile that is told by an argument what to build makes the
// image of each program that none makes by itself.
func TestByArgument(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "Dockerfile"), "FROM golang AS build\nARG SERVICE\nRUN go build -o /app ./cmd/${SERVICE}\nFROM scratch\nCOPY --from=build /app /app\nUSER 1000\nENTRYPOINT [\"/app\"]\n")
	write(t, filepath.Join(dir, "own.Dockerfile"), "FROM golang\nRUN go build -o /own ./cmd/own\nCMD [\"/own\"]\n")
	plan := &ports.Plan{}
	set := manifest.Find(manifest.Config{Roots: []string{dir}})
	for _, name := range []string{"api", "own"} {
		plan.Programs = append(plan.Programs, &ports.Program{Name: name, Path: "example.com/m/cmd/" + name, Module: "example.com/m", Dir: filepath.Join(dir, "cmd", name), ModuleDir: dir})
		set.Workloads = append(set.Workloads, &manifest.Workload{Kind: "Pod", Containers: []*manifest.Container{{Image: manifest.Text{Position: manifest.Position{Line: 1}, Value: "x/" + name}}}})
	}
	m, err := New(plan, set, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"Dockerfile 1000", "own.Dockerfile "} {
		r := m.Runs()[i]
		if r.Program == nil || r.Image == nil || filepath.Base(r.Image.File)+" "+r.Image.User.Value != want {
			t.Errorf("%s: %+v", want, r)
		}
	}
}

// TestListens: an image that is called like a module with several programs is that
// of the one that listens, where its container is asked something.
func TestListens(t *testing.T) {
	dir := t.TempDir()
	plan := &ports.Plan{}
	for _, name := range []string{"app", "migrate"} {
		plan.Programs = append(plan.Programs, &ports.Program{Name: name, Path: "example.com/shop/cmd/" + name, Module: "example.com/shop", Dir: filepath.Join(dir, "cmd", name), ModuleDir: dir})
	}
	plan.Programs[0].Listeners = []*ports.Listener{{}}
	set := &manifest.Set{}
	for _, p := range [][]manifest.Port{{{}}, nil} {
		set.Workloads = append(set.Workloads, &manifest.Workload{Kind: "Pod", Containers: []*manifest.Container{{Image: manifest.Text{Position: manifest.Position{Line: 1}, Value: "x/shop-service:1"}, Ports: p}}})
	}
	check := func(want string) {
		t.Helper()
		m, err := New(plan, set, nil)
		if err != nil {
			t.Fatal(err)
		}
		runs := m.Runs()
		if got := program(runs[0]) + " " + program(runs[1]); got != want {
			t.Errorf("have %s, want %s", got, want)
		}
	}
	check("app unsure")
	plan.Programs[1].Listeners = plan.Programs[0].Listeners
	check("unsure unsure")
}
