package manifest

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// write writes files into a new folder and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// problems returns "file:line: message" of each problem.
func problems(dir string, s *Set) (out []string) {
	for _, p := range s.Problems {
		rel, err := filepath.Rel(dir, p.File)
		if err != nil {
			rel = p.File
		}
		out = append(out, fmt.Sprintf("%s:%d: %s", filepath.ToSlash(rel), p.Line, p.Message))
	}
	slices.Sort(out)
	return out
}

const pod = `kind: Pod
apiVersion: v1
metadata: {name: a}
spec:
  containers:
    - name: a
      image: a
      ports:
        - containerPort: 8080
`

// TestBroken: each file that cannot be read is one line, and the others are
// read all the same.
func TestBroken(t *testing.T) {
	files := map[string]string{
		"good.yaml":           pod,
		"mapping.yaml":        "kind: Service\napiVersion: v1\nspec:\n  ports: [\n---\n" + pod,
		"tab.yaml":            "kind: Pod\napiVersion: v1\nspec:\n\tcontainers: []\n",
		"other.yaml":          "what: [is, this\n",
		"large.yaml":          pod + strings.Repeat("# padding, padding\n", 5<<20/19+1),
		"Dockerfile":          "FROM scratch\nEXPOZE 80\n",
		"empty/Dockerfile":    "# nothing\n",
		"later/Dockerfile":    "\n",
		"Procfile":            "# comment\nweb bin/app\nworker: bin/app\n",
		"app.json":            "{\"env\": {\n",
		"fly.toml":            "app = \"x\"\n[env\n",
		"service.json":        "{\"service\": {\"port\": 80,\n",
		"service.hcl":         "service {\n  port = \n}\n",
		"docker-compose.yml":  "services:\n  a:\n   - b\n  c: [\n",
		"docs/example/a.yaml": "kind: Pod\n\tx\n",
	}
	dir := write(t, files)
	s := Find(Config{Roots: []string{dir}})
	want := []string{
		`Dockerfile:2: malformed Dockerfile: unknown instruction EXPOZE`,
		`Procfile:2: malformed Procfile: want a line like "web: bin/server"`,
		`large.yaml:0: not read: larger than 4 MB`,
		`service.json:1: malformed JSON: unexpected end of JSON input`,
		`tab.yaml:4: malformed YAML: found character that cannot start any token`,
	}
	for _, w := range want {
		if !slices.Contains(problems(dir, s), w) {
			t.Errorf("no %s", w)
		}
	}
	var got []string
	for _, p := range problems(dir, s) {
		if strings.ContainsRune(p, '\n') {
			t.Errorf("more than one line: %q", p)
		}
		file, rest, _ := strings.Cut(p, ":")
		line, _, _ := strings.Cut(rest, ":")
		got = append(got, file+":"+line)
	}
	places := []string{
		"Dockerfile:2", "Procfile:2", "app.json:1", "docker-compose.yml:4", "empty/Dockerfile:1", "fly.toml:2", "large.yaml:0",
		"mapping.yaml:4", "service.hcl:4", "service.json:1", "tab.yaml:4",
	}
	if !slices.Equal(got, places) {
		t.Errorf("problems at\n\t%s\nwant\n\t%s\n%s", strings.Join(got, "\n\t"), strings.Join(places, "\n\t"), strings.Join(problems(dir, s), "\n"))
	}
	var pods int
	for _, w := range s.Workloads {
		if w.Kind == "Pod" {
			pods++
			if n, ok := w.Containers[0].Ports[0].Number.Number(); !ok || n != 8080 {
				t.Errorf("%s: port %d, %v", w.File, n, ok)
			}
		}
	}
	if pods != 2 {
		t.Errorf("%d pods, want those of good.yaml and of the second document of mapping.yaml", pods)
	}
}

// TestUnreadable: links that lead nowhere or round in a circle, and files
// without permission.
func TestUnreadable(t *testing.T) {
	dir := write(t, map[string]string{"a.yaml": pod, "closed.yaml": pod, "locked/b.yaml": pod})
	for name, to := range map[string]string{
		"loop.yaml": "loop.yaml", "gone.yaml": "nowhere.yaml", "again.yaml": "a.yaml", "round": ".", "ping.yml": "pong.yml", "pong.yml": "ping.yml",
	} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	want := []string{
		"gone.yaml:0: no such file or folder", "loop.yaml:0: symbolic links lead round in a circle",
		"ping.yml:0: symbolic links lead round in a circle", "pong.yml:0: symbolic links lead round in a circle",
	}
	found := 3
	if runtime.GOOS != "windows" && os.Getuid() != 0 {
		for _, n := range []string{"closed.yaml", "locked"} {
			if err := os.Chmod(filepath.Join(dir, n), 0); err != nil {
				t.Fatal(err)
			}
		}
		t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "locked"), 0o777) })
		want = append(want, "closed.yaml:0: no permission to read it", "locked:0: no permission to read it")
		found = 1
	}
	slices.Sort(want)
	s := Find(Config{Roots: []string{dir}})
	if got := problems(dir, s); !slices.Equal(got, want) {
		t.Errorf("problems\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
	if len(s.Workloads) != found {
		t.Errorf("%d workloads, want %d: a file and a link to it are one", len(s.Workloads), found)
	}
}

// TestNamed: what the user names is read whatever it is called, or said to be
// none.
func TestNamed(t *testing.T) {
	dir := write(t, map[string]string{"test/a.yaml": pod, "notes.txt": "", "b.yaml": pod})
	join := func(names ...string) (out []string) {
		for _, n := range names {
			out = append(out, filepath.Join(dir, n))
		}
		return out
	}
	s := Find(Config{Named: join("test", "notes.txt", "gone.yaml")})
	if len(s.Workloads) != 1 {
		t.Errorf("%d workloads, want 1", len(s.Workloads))
	}
	got := problems(dir, s)
	if len(got) != 2 || !strings.HasPrefix(got[0], "gone.yaml:0: no such file") || !strings.HasPrefix(got[1], "notes.txt:0: not a manifest by its name") {
		t.Errorf("problems %q", got)
	}
}

// TestLines: line ends, anchors, merge keys and documents do not shift places.
func TestLines(t *testing.T) {
	text := `# first
kind: ConfigMap
data: {}
---
kind: Deployment
apiVersion: apps/v1
metadata: &m {name: a}
x-port: &port
  protocol: TCP
  containerPort: 8080
spec:
  template:
    metadata:
      labels:
        <<: *m
    spec:
      containers:
        - name: a
          image: a
          ports:
            - <<: *port
              name: http
            - {<<: [*port], containerPort: 9090}
`
	for name, text := range map[string]string{"LF": text, "CRLF": strings.ReplaceAll(text, "\n", "\r\n"), "BOM": "\ufeff" + text} {
		dir := write(t, map[string]string{"a.yaml": text})
		s := Find(Config{Roots: []string{dir}})
		if len(s.Problems) > 0 || len(s.Workloads) != 1 {
			t.Fatalf("%s: %d workloads, problems %v", name, len(s.Workloads), s.Problems)
		}
		var got []string
		for _, p := range s.Workloads[0].Containers[0].Ports {
			got = append(got, fmt.Sprintf("%s %s at %d:%d", p.Name.Value, p.Number.Value, p.Number.Line, p.Number.Column))
		}
		if want := []string{"http 8080 at 10:18", " 9090 at 23:44"}; !slices.Equal(got, want) {
			t.Errorf("%s: ports %q, want %q", name, got, want)
		}
		if s.Workloads[0].Labels["name"] != "a" {
			t.Errorf("%s: labels %v", name, s.Workloads[0].Labels)
		}
	}
}

// TestTemplate: what Helm or a shell fills in is open, and the rest is read at
// its place.
func TestTemplate(t *testing.T) {
	dir := write(t, map[string]string{"a.yaml": `{{- if .Values.web }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "a.fullname" . }}
spec:
  template:
    spec:
      containers:
        - name: a
          image: "{{ .Values.image }}:1"
          env:
            {{- toYaml .Values.env | nindent 12 }}
            - name: PORT
              value: {{ .Values.port | quote }}
            - name: HOST
              value: "${HOST}"
          ports:
            - containerPort: {{ .Values.port }}
            - containerPort: 9090
{{- end }}
`, "b.yaml": "kind: Pod\nspec:\n{{ range .x }}\n  - a: b\n c: d\n{{ end }}\n"})
	s := Find(Config{Roots: []string{dir}})
	if len(s.Problems) > 0 || len(s.Workloads) != 1 {
		t.Fatalf("%d workloads, problems %v", len(s.Workloads), s.Problems)
	}
	w := s.Workloads[0]
	c := w.Containers[0]
	if !w.Open || !c.EnvOpen || !c.Image.Open || !c.Env[0].Value.Open || !c.Env[1].Value.Open || !c.Ports[0].Number.Open {
		t.Errorf("known where a template decides: %+v", c)
	}
	if n, ok := c.Ports[1].Number.Number(); !ok || n != 9090 || c.Ports[1].Number.Line != 20 {
		t.Errorf("second port %+v", c.Ports[1])
	}
}

// TestDockerfile: continued lines, stages, variables, heredocs and forms.
func TestDockerfileNames(t *testing.T) {
	for name, want := range map[string]string{
		"Dockerfile": "dockerfile", "build/Dockerfile.api": "dockerfile", "api.Dockerfile": "dockerfile", "Dockerfile-web": "dockerfile",
		"static/highlight/dockerfile.min.js": "", "dockerfile.css": "", "Dockerfile.md": "", "dockerfile.go": "",
	} {
		if got := format(name); got != want {
			t.Errorf("%s is taken for %q, want %q", name, got, want)
		}
	}
}

func TestDockerfile(t *testing.T) {
	dir := write(t, map[string]string{"Dockerfile": "# syntax=docker/dockerfile:1\r\n" + `ARG V=1
FROM golang:$V AS build
ENV CGO_ENABLED=0 \
    # a comment between
    GOFLAGS="-mod=mod -trimpath"
RUN --mount=type=cache,target=/root \
    go build -ldflags "-s -w" -o /out/api ./cmd/api && go install example.com/m/cmd/tool@latest
RUN <<EOF
go build -o /out/web ./cmd/web
EXPOSE 1
EOF
FROM alpine AS base
ENV PORT 8080
FROM base
arg EXTRA=9
COPY --from=build /out/api /api
EXPOSE $PORT/tcp 53/udp ${EXTRA}
USER app:app
HEALTHCHECK --interval=5s CMD curl -f http://localhost:${PORT}/up?full=1 || exit 1
CMD /api -addr ":$PORT"
`})
	s := Find(Config{Roots: []string{dir}})
	if len(s.Problems) > 0 || len(s.Images) != 1 {
		t.Fatalf("%d images, problems %v", len(s.Images), s.Problems)
	}
	img := s.Images[0]
	var got []string
	for i, target := range img.Targets {
		got = append(got, fmt.Sprintf("%s > %s at %d", target.Value, img.Outputs[i].Value, target.Line))
	}
	for _, p := range img.Expose {
		got = append(got, fmt.Sprintf("expose %s %s %v at %d", p.Number.Value, p.Proto, p.Number.Open, p.Number.Line))
	}
	for _, e := range img.Env {
		got = append(got, fmt.Sprintf("env %s=%s at %d", e.Name, e.Value.Value, e.Value.Line))
	}
	for _, p := range Asks("HEALTHCHECK", img.Health) {
		got = append(got, fmt.Sprintf("asks %s %s at %d", p.Port.Value, p.Path.Value, p.Position.Line))
	}
	got = append(got, "user "+img.User.Value, "runs "+img.Cmd.Shell.Value)
	want := []string{
		"./cmd/api > /out/api at 7", "example.com/m/cmd/tool@latest >  at 7", "./cmd/web > /out/web at 9",
		"expose 8080 tcp false at 18", "expose 53 udp false at 18", "expose ${EXTRA} tcp true at 18",
		"env PORT=8080 at 14", "asks 8080 /up at 20", "user app", `runs /api -addr ":8080`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestCompose: the forms in which ports and variables are written.
func TestCompose(t *testing.T) {
	dir := write(t, map[string]string{"compose.yaml": `services:
  a:
    build: ./a
    ports: ["80:8080", "127.0.0.1:81:8081/udp", 8082, "${HOST_PORT:-83}:8083", "84:${PORT}", "9000-9010:9000-9010", {target: 8085, published: "85"}]
    environment:
      PORT: 8080
      SECRET:
  b:
    image: b
    environment: [PORT=1, "ADDR=${ADDR}", TOKEN]
    entrypoint: b -x "y z"
    healthcheck: {test: "wget -q http://127.0.0.1:8080/ok || exit 1"}
    stop_grace_period: 1m30s
`})
	s := Find(Config{Roots: []string{dir}})
	if len(s.Problems) > 0 || len(s.Workloads) != 2 {
		t.Fatalf("%d workloads, problems %v", len(s.Workloads), s.Problems)
	}
	var got []string
	for _, w := range s.Workloads {
		c := w.Containers[0]
		for _, p := range c.Ports {
			got = append(got, fmt.Sprintf("%s:%s/%s %v", p.Host.Value, p.Number.Value, p.Proto, p.Number.Open))
		}
		for _, e := range c.Env {
			got = append(got, fmt.Sprintf("%s=%s %v", e.Name, e.Value.Value, e.Value.Open))
		}
		for _, a := range c.Command.Args {
			got = append(got, "runs "+a.Value)
		}
		for _, p := range c.Probes {
			got = append(got, fmt.Sprintf("asks %s %s at %d", p.Port.Value, p.Path.Value, p.Position.Line))
		}
		got = append(got, "grace "+w.Grace.Value)
	}
	want := []string{
		"80:8080/tcp false", "81:8081/udp false", ":8082/tcp false", "${HOST_PORT:-83}:8083/tcp false", "84:${PORT}/tcp true",
		"9000-9010:9000-9010/tcp true", "85:8085/tcp false", "PORT=8080 false", "SECRET= true", "grace ",
		"PORT=1 false", "ADDR=${ADDR} true", "TOKEN= true", "runs b", "runs -x", "runs y z", "asks 8080 /ok at 12", "grace 90",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestPlatforms: Procfile, app.json, fly.toml and Consul's files.
func TestPlatforms(t *testing.T) {
	dir := write(t, map[string]string{
		"Procfile": "web: PORT=9 exec bin/web -p $PORT\n",
		"app.json": "{\n\t\"env\": {\n\t\t\"PORT\": {\"value\": \"9\"},\n\t\t\"KEY\": {\"generator\": \"secret\"}\n\t}\n}\n",
		"fly.toml": "app = 'a'\n[env]\nPORT = \"8080\"\n[[services]]\n  internal_port = 8081\n  [[services.http_checks]]\n    path = \"/up\"\n[checks.alive]\n  port = 8082\n  type = \"tcp\"\n",
		"c.json":   "{\n\t\"services\": [\n\t\t{\"name\": \"a\", \"port\": 8080, \"check\": {\"http\": \"http://localhost:8080/up\"}}\n\t]\n}\n",
		"c.hcl":    "service {\n  name = \"b\"\n  port = 8081\n  checks = [{ grpc = \"localhost:8081\" }]\n}\n",
	})
	s := Find(Config{Roots: []string{dir}})
	if len(s.Problems) > 0 {
		t.Fatal(s.Problems)
	}
	var got []string
	for _, w := range s.Workloads {
		c := w.Containers[0]
		for _, p := range c.Ports {
			got = append(got, fmt.Sprintf("%s port %s at %d", w.Kind, p.Number.Value, p.Number.Line))
		}
		for _, e := range c.Env {
			got = append(got, fmt.Sprintf("%s %s=%s %v at %s:%d", w.Kind, e.Name, e.Value.Value, e.Value.Open, filepath.Base(e.Value.File), e.Value.Line))
		}
		for _, p := range c.Probes {
			got = append(got, fmt.Sprintf("%s asks %s%s at %d", w.Kind, p.Port.Value, p.Path.Value, p.Position.Line))
		}
	}
	for _, r := range s.Consul {
		got = append(got, fmt.Sprintf("consul %s:%s at %d", r.Name.Value, r.Port.Value, r.Port.Line))
		for _, c := range r.Checks {
			got = append(got, fmt.Sprintf("consul asks %s at %d:%d", c.Address.Value, c.Address.Line, c.Address.Column))
		}
	}
	slices.Sort(got)
	want := []string{
		"consul a:8080 at 3", "consul asks http://localhost:8080/up at 3:49", "consul asks localhost:8081 at 4:22", "consul b:8081 at 3",
		"fly PORT=8080 false at fly.toml:3", "fly asks /up at 7", "fly asks 8082 at 9", "fly port 8081 at 5",
		"process KEY= true at app.json:4", "process PORT=9 false at Procfile:1", "process PORT=9 false at app.json:3",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
