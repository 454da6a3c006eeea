// Package recipe reads the files of the tools that make images, which are
// Skaffold, Tilt, ko, goreleaser, Bazel's rules_oci and rules_docker, buildpacks,
// and make with docker build, for one question: which image is which program.
package recipe

import (
	"bytes"
	"errors"
	"io"
	"path"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/cmd/internal/malformed"
)

// Recipe is an image that a tool makes, and what it makes it of.
type Recipe struct {
	File string
	Line int
	Tool string // the name of the tool

	Image      string            // as manifests name it, without its tag; "" where that is not known
	Dockerfile string            // the file that it is made by, or ""
	Args       map[string]string // that the Dockerfile is given
	Programs   []Program         // those that it may run
	Entry      string            // the name of the file that it runs, where the tool says it
	Last       bool              // of Image only the last part is known
}

// Program is a program that is built, by the package that it is made of.
type Program struct {
	Binary string // the name of its file, or ""
	Path   string // an import path, or ""
	Dir    string // a folder, where Path is ""
}

// unknown is the value of an argument that is not known.
const unknown = "$"

// Problem says what is malformed about a file.
type Problem struct {
	Line    int
	Message string
}

// Kind returns what a file is by its name, or "".
func Kind(name string) string {
	base := strings.ToLower(filepath.Base(name))
	ext := filepath.Ext(base)
	stem := strings.TrimPrefix(strings.TrimSuffix(base, ext), ".")
	yaml := ext == ".yaml" || ext == ".yml"
	switch {
	case yaml && (stem == "goreleaser" || strings.HasPrefix(stem, "goreleaser-") || strings.HasPrefix(stem, "goreleaser.")):
		return "goreleaser"
	case yaml && (stem == "skaffold" || strings.HasPrefix(stem, "skaffold-") || strings.HasPrefix(stem, "skaffold.")):
		return "Skaffold"
	case base == "tiltfile", strings.HasPrefix(base, "tiltfile."), ext == ".tiltfile":
		return "Tilt"
	case base == "build.bazel", filepath.Base(name) == "BUILD":
		return "Bazel"
	case base == "project.toml":
		return "buildpacks"
	case base == "makefile" || base == "gnumakefile" || base == "justfile" || yaml && stem == "taskfile":
		return "make"
	}
	return ""
}

// Read returns the recipes of a file of a kind. The problem is nil when there
// is none.
func Read(file, kind string, text []byte) ([]Recipe, *Problem) {
	switch kind {
	case "goreleaser":
		return goreleaser(file, text)
	case "Skaffold":
		return skaffold(file, text)
	case "Tilt":
		return tilt(file, text), nil
	case "Bazel":
		return bazel(file, text), nil
	case "buildpacks":
		return buildpacks(file, text)
	case "make":
		return made(file, text), nil
	}
	return nil, nil
}

// each decodes the documents of a YAML file and calls do with each. It stops at
// the first that is malformed.
func each[T any](text []byte, do func(T)) *Problem {
	dec := yaml.NewDecoder(bytes.NewReader(text))
	for {
		var node yaml.Node
		if err := dec.Decode(&node); err != nil {
			if errors.Is(err, io.EOF) || bytes.Contains(text, []byte("{{")) { // a template may make it sound
				return nil
			}
			return yamlProblem(text, err)
		}
		var v T
		if err := node.Decode(&v); err != nil {
			// What has another form than is read here is as good as absent.
			if typeErr := (*yaml.TypeError)(nil); !errors.As(err, &typeErr) {
				return yamlProblem(text, err)
			}
		}
		do(v)
	}
}

func yamlProblem(text []byte, err error) *Problem {
	line, message := malformed.YAML(text, err)
	return &Problem{line, "malformed YAML: " + message}
}

// Repository cuts the tag and digest off an image, also where a template or
// variable makes them.
func Repository(image string) string {
	image, _, _ = strings.Cut(image, "@")
	_, colon := cuts(image)
	if colon >= 0 {
		image = image[:colon]
	}
	return image
}

// Name returns the last part of the name of an image, or "" where that is not
// known.
func Name(image string) string {
	image = Repository(image)
	slash, _ := cuts(image)
	if image = image[slash+1:]; strings.ContainsAny(image, "{$\u00ab") {
		return ""
	}
	return image
}

// cuts returns where the last slash of an image is, and the first colon behind
// it, both outside of braces and -1 where there is none.
func cuts(image string) (slash, colon int) {
	depth, slash, colon := 0, -1, -1
	for i := 0; i < len(image); i++ {
		switch image[i] {
		case '{':
			depth++
		case '}':
			depth--
		case '/':
			if depth == 0 {
				slash, colon = i, -1
			}
		case ':':
			if depth == 0 && colon < 0 {
				colon = i
			}
		}
	}
	return slash, colon
}

// sourceDir returns the folder of a package that is named as go build names
// it, seen from dir; ok is false where it is not known.
func sourceDir(dir, pkg string) (string, bool) {
	if pkg == "" {
		pkg = "."
	}
	if strings.ContainsAny(pkg, "{$") || strings.Contains(pkg, "...") {
		return "", false
	}
	if strings.HasSuffix(pkg, ".go") {
		pkg = path.Dir(pkg)
	}
	return filepath.Join(dir, filepath.FromSlash(pkg)), true
}
