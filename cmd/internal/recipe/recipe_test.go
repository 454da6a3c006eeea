package recipe

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestRead: what each tool says, as "line tool: image < dockerfile; programs".
func TestRead(t *testing.T) {
	for _, test := range []struct {
		name, file, text string
		want             []string
	}{
		{"one build for all", "r/.goreleaser.yml", "project_name: a\nbuilds:\n  - binary: b\n    dir: src\n    main: ./cmd/b/main.go\ndockers:\n  - image_templates: ['x/{{ .ProjectName }}:{{ .Tag }}-amd64', 'x/a:latest']\n", []string{
			"7 goreleaser: x/a < r/Dockerfile; b=r/src/cmd/b",
		}},
		{"no builds", "r/goreleaser.yaml", "project_name: a\ndockers_v2:\n  - images: ['{{ .Env.REG }}/a', '{{ .Env.IMAGE }}']\n    dockerfile: d/Dockerfile\n", []string{
			"3 goreleaser: {{ .Env.REG }}/a last < r/d/Dockerfile; a=r",
		}},
		{"ids", "r/.goreleaser.yaml", "builds:\n  - {id: x, main: ./x}\n  - {id: y, main: ./y, builder: rust}\n  - {id: z, main: '{{ .M }}'}\ndockers:\n  - {ids: [x]}\n  - {ids: [y]}\n  - {image_templates: [i/z], ids: z}\n", []string{
			"6 goreleaser:  < r/Dockerfile; =r/x", "7 goreleaser:  < r/Dockerfile; ", "8 goreleaser: i/z < r/Dockerfile; ",
		}},
		{"kos", "r/.goreleaser.yaml", "builds: [{id: x, main: ./cmd/x}]\nkos:\n  - {repository: i/x, bare: true}\n  - {repositories: [i], build: x, base_import_paths: true}\n  - {repository: i, main: ./y}\n", []string{
			"3 ko: i/x < ; =r/cmd/x", "4 ko: i/x < ; =r/cmd/x",
		}},
		{"elsewhere", ".github/goreleaser.yml", "dockers: [{image_templates: [i]}]\n", nil},
		{"Skaffold", "r/skaffold.yaml", "build:\n  artifacts:\n    - image: e.com:5000/a:1\n      context: src/a\n    - image: b\n      docker: {dockerfile: d/Other}\n    - image: c\n      ko: {dir: sub, main: ./cmd}\n    - {image: d, bazel: {target: x}}\n    - {image: e, buildpacks: {env: [GOOGLE_BUILDABLE=./cmd/e]}}\n    - {image: '{{.X}}'}\nprofiles:\n  - build: {artifacts: [{image: f}]}\n---\nbuild: {artifacts: [{image: g}]}\n", []string{
			"3 Skaffold: e.com:5000/a < r/src/a/Dockerfile; ", "5 Skaffold: b < r/d/Other; ", "7 Skaffold: c < ; =r/sub/cmd", "10 Skaffold: e < ; =r/cmd/e",
			"13 Skaffold: f < r/Dockerfile; ", "15 Skaffold: g < r/Dockerfile; ",
		}},
		{"Tilt", "r/Tiltfile", "# docker_build('no', '.')\nload('ext://restart_process', 'docker_build_with_restart')\nif cfg:\n  docker_build('a', 'web', build_args={'X': f('y')}, ignore=[\"*.go\"])\ndocker_build_with_restart(ref=\"b\", context='.', entrypoint='/b', dockerfile=\"d/Dockerfile\")\ndocker_build(name, '.')\ndocker_build('c', '.', dockerfile_contents=\"\"\"FROM x\nCMD y\n\"\"\")\ncustom_build('d', 'make', ['.'])\ndocker_build('e', '.', 'Dockerfile' + x)\ndocker_build('f', '.', dockerfile='a' + x)\ndocker_build('unclosed, '.')\n", []string{
			"4 Tilt: a < r/web/Dockerfile; ", "5 Tilt: b < r/d/Dockerfile; ", "11 Tilt: e < r/Dockerfile; ",
		}},
		{"Bazel", "r/c/BUILD.bazel", "go_binary(name = \"a\")\npkg_tar(name = \"l\", srcs = [\":a\"])\noci_image(name = \"i\", tars = [\":l\", \"//other:layer\"])\noci_push(name = \"p\", image = \":i\", repository = \"e.com/a\")\noci_load(name = \"q\", image = \":i\", repo_tags = [\"a:latest\"])\ngo_image(name = \"g\", srcs = [\"m.go\"])\ncontainer_push(name = \"h\", image = \":g\", registry = \"e.com\", repository = \"g\")\noci_push(name = \"far\", image = \"//x:i\", repository = \"e.com/far\")\noci_image(name = \"loop\", base = \":loop\")\noci_push(name = \"n\", image = \":loop\", repository = \"e.com/n\")\n", []string{
			"4 Bazel: e.com/a < ; a=r/c", "5 Bazel: a < ; a=r/c", "7 Bazel: e.com/g < ; g=r/c",
		}},
		{"buildpacks", "r/project.toml", "[_]\nschema-version = \"0.2\"\n[[io.buildpacks.build.env]]\nname = \"BP_GO_TARGETS\"\nvalue = \"./cmd/a:./cmd/b\"\n", []string{"1 buildpacks:  < ; =r/cmd/a"}},
		{"buildpacks by path", "r/project.toml", "[[build.env]]\nname = \"GO_INSTALL_PACKAGE_SPEC\"\nvalue = \"example.com/m/cmd/a example.com/m/cmd/b\"\n", []string{"1 buildpacks:  < ; example.com/m/cmd/a="}},
		{"buildpacks of the folder", "r/project.toml", "[_]\nid = \"a\"\n", []string{"1 buildpacks:  < ; =r"}},
		{"another project", "r/project.toml", "[tool]\nname = \"a\"\n", nil},
	} {
		recipes, problem := Read(filepath.FromSlash(test.file), Kind(test.file), []byte(test.text))
		if problem != nil {
			t.Errorf("%s: %+v", test.name, problem)
		}
		var got []string
		for _, r := range recipes {
			var programs []string
			for _, p := range r.Programs {
				programs = append(programs, p.Path+p.Binary+"="+filepath.ToSlash(p.Dir))
			}
			last := ""
			if r.Last {
				last = " last"
			}
			got = append(got, fmt.Sprintf("%d %s: %s%s < %s; %s", r.Line, r.Tool, r.Image, last, filepath.ToSlash(r.Dockerfile), strings.Join(programs, " ")))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: have\n\t%s\nwant\n\t%s", test.name, strings.Join(got, "\n\t"), strings.Join(test.want, "\n\t"))
		}
	}
}

// TestProblems: malformed and odd files are one line, or nothing.
func TestProblems(t *testing.T) {
	for _, test := range []struct{ file, text, want string }{
		{"skaffold.yaml", "build:\n  artifacts: [\n", "2 malformed YAML: did not find expected node content"},
		{".goreleaser.yaml", "a:\n\tb\n", "2 malformed YAML: found character that cannot start any token"},
		{"skaffold.yaml", "build: 7\n---\n- a\n", ""},
		{".goreleaser.yaml", "builds: {a: b}\ndockers: [1, [2]]\n", ""},
		{"project.toml", "[_\n", "1 malformed TOML: expected ']' to close table name"},
		{"Tiltfile", strings.Repeat("docker_build(", 100000), ""},
		{"Tiltfile", "docker_build('", ""},
		{"BUILD", "oci_push(image", ""},
		{"skaffold.yaml", "", ""},
		{"skaffold.yaml", "build:\n{{ if .x }}\n  a: b\n", ""},
	} {
		_, p := Read(test.file, Kind(test.file), []byte(test.text))
		got := ""
		if p != nil {
			got = fmt.Sprintf("%d %s", p.Line, p.Message)
		}
		if got != test.want {
			t.Errorf("%s %.30q: have %q, want %q", test.file, test.text, got, test.want)
		}
	}
}

func TestNames(t *testing.T) {
	for image, want := range map[string][2]string{
		"a": {"a", "a"}, "e.com:5000/x/a:1": {"e.com:5000/x/a", "a"}, "x/a@sha256:00": {"x/a", "a"},
		"${REG}/a:${TAG:-1}": {"${REG}/a", "a"}, "{{ .Values.a }}:{{ .b }}": {"{{ .Values.a }}", ""},
		"x/\u00abtemplate\u00bb:1": {"x/\u00abtemplate\u00bb", ""}, "${A:-x/y}": {"${A:-x/y}", ""}, "": {"", ""},
	} {
		if got := [2]string{Repository(image), Name(image)}; got != want {
			t.Errorf("%s: %v, want %v", image, got, want)
		}
	}
}

// TestMake: images that lines of a Makefile build, with variables and arguments.
func TestMake(t *testing.T) {
	text := `REGISTRY ?= example.com/team
NAME = shop
VERSION := $(shell git describe)

image:
	docker build -t $(REGISTRY)/$(NAME):$(VERSION) \
		--build-arg COMMAND=api -f build/Dockerfile .
	cd web && docker buildx build --tag web:$(VERSION) --platform linux/amd64 .
	docker build -t unknown $(CONTEXT)
	docker build --target debug -t debug .
	docker build -t $(WHAT) .
`
	recipes, problem := Read("repo/Makefile", Kind("repo/Makefile"), []byte(text))
	if problem != nil {
		t.Fatal(problem)
	}
	want := []Recipe{
		{File: "repo/Makefile", Line: 6, Tool: "make", Image: "example.com/team/shop", Dockerfile: "repo/build/Dockerfile", Args: map[string]string{"COMMAND": "api"}},
		{File: "repo/Makefile", Line: 8, Tool: "make", Image: "web", Dockerfile: "repo/web/Dockerfile"},
	}
	if !reflect.DeepEqual(recipes, want) {
		t.Errorf("have\n%+v\nwant\n%+v", recipes, want)
	}
}

// TestMakeBuilds: the programs that lines of a Makefile build, where these name both the
// package and the file.
func TestMakeBuilds(t *testing.T) {
	recipes, _ := Read("repo/Makefile", "make", []byte(`BIN = server
GO = go
build:
	@if [ ${target} = api ]; then \
		CGO_ENABLED=0 go build -ldflags '-s -X "main.v=$(version)"' -tags timetzdata -o ./cmd/api/bin/api-server ./cmd/api; \
	fi
	$(GO) build -o=bin/$(BIN) cmd/server/main.go && echo built
	cd tools && go build -trimpath -o ../out/tool .
	go build -C web -o site
	go build ./cmd/nothing
	go build -o out/ ./cmd/...
	go build -o $(OUT) ./cmd/unknown
	go build -o two ./cmd/a ./internal/b
	go build -o remote example.com/other/cmd/remote
`))
	var got []string
	for _, r := range recipes {
		if len(r.Programs) != 1 || r.Image != "" || r.Dockerfile != "" {
			t.Errorf("%+v", r)
			continue
		}
		got = append(got, fmt.Sprintf("%d %s %s", r.Line, r.Programs[0].Binary, filepath.ToSlash(r.Programs[0].Dir)))
	}
	want := []string{"4 api-server repo/cmd/api", "7 server repo/cmd/server", "8 tool repo/tools", "9 site repo/web"}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
