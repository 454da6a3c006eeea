package recipe

import (
	"path/filepath"
	"strings"

	"github.com/portvet/portvet/cmd/internal/toml"
)

// buildpacks returns the program of a project.toml: the first target that it
// names, else that of its folder. The name of the image is told to the tool.
func buildpacks(file string, text []byte) ([]Recipe, *Problem) {
	values, malformed := toml.Values(text)
	if malformed != nil {
		return nil, &Problem{malformed.Line, malformed.Message}
	}
	var env []string
	isProject := false
	name := ""
	for _, v := range values {
		isProject = isProject || v.Key[0] == "_"
		switch strings.TrimPrefix(strings.Join(v.Key, "."), "io.buildpacks.") {
		case "build.env.name":
			name = v.Text
		case "build.env.value":
			env = append(env, name+"="+v.Text)
		}
	}
	if !isProject && len(env) == 0 {
		return nil, nil // of another tool
	}
	return []Recipe{{File: file, Line: 1, Tool: "buildpacks", Programs: packed(filepath.Dir(file), env)}}, nil
}

// packed returns the program that a buildpack makes the default process, by
// the variables that tell it.
func packed(dir string, env []string) []Program {
	target := "."
	for _, e := range env {
		name, value, _ := strings.Cut(e, "=")
		switch name {
		case "BP_GO_TARGETS", "GOOGLE_BUILDABLE", "GO_INSTALL_PACKAGE_SPEC":
			target, _, _ = strings.Cut(value, ":")
			target, _, _ = strings.Cut(strings.TrimSpace(target), " ")
		}
	}
	if strings.Contains(strings.Split(target, "/")[0], ".") && !strings.HasPrefix(target, ".") {
		return []Program{{Path: target}}
	}
	if from, ok := sourceDir(dir, target); ok {
		return []Program{{Dir: from}}
	}
	return nil
}
