package recipe

import (
	"path"
	"path/filepath"
	"strings"
)

// tilt returns the images that a Tiltfile builds by Dockerfiles. What has a
// command of its own, or a Dockerfile written into the call, is not known.
func tilt(file string, text []byte) (out []Recipe) {
	dir := filepath.Dir(file)
	for _, c := range calls(string(text)) {
		if c.name != "docker_build" && c.name != "docker_build_with_restart" {
			continue
		}
		name, context := c.arg(0, "ref"), c.arg(1, "context")
		docker, written := c.named["dockerfile"]
		if _, inline := c.named["dockerfile_contents"]; inline || !name.isText || !context.isText || written && !docker.isText {
			continue
		}
		r := Recipe{File: file, Line: c.line, Tool: "Tilt", Image: Repository(name.text), Args: c.arg(-1, "build_args").pairs}
		r.Dockerfile = filepath.Join(dir, filepath.FromSlash(context.text), "Dockerfile")
		if written {
			r.Dockerfile = filepath.Join(dir, filepath.FromSlash(docker.text)) // as seen from the Tiltfile
		}
		entry := c.arg(-1, "entrypoint")
		if words := append(strings.Fields(entry.text), entry.list...); len(words) > 0 {
			r.Entry = path.Base(words[0])
		}
		out = append(out, r)
	}
	return out
}

// bazel returns the images that a BUILD file makes of Go programs: the layers
// of an oci_image hold a go_binary, and oci_push, oci_load or oci_tarball name
// it. A go_image of rules_docker is a program by itself.
func bazel(file string, text []byte) (out []Recipe) {
	dir := filepath.Dir(file)
	rules := make(map[string]call)
	all := calls(string(text))
	for _, c := range all {
		if n := c.arg(-1, "name"); n.isText {
			rules[n.text] = c
		}
	}
	// programs follows a label of this file to the programs behind it.
	var programs func(label string, depth int) []Program
	programs = func(label string, depth int) (found []Program) {
		name, here := strings.CutPrefix(label, ":")
		c, ok := rules[name]
		if !here || !ok || depth > 10 {
			return nil
		}
		switch c.name {
		case "go_binary":
			return []Program{{Binary: name, Dir: dir}}
		case "go_image":
			if b := c.arg(-1, "binary"); b.isText {
				return programs(b.text, depth+1)
			}
			return []Program{{Binary: name, Dir: dir}}
		}
		for _, key := range []string{"tars", "layers", "srcs", "base", "image", "binary", "files"} {
			v := c.arg(-1, key)
			for _, l := range append(v.list, v.text) {
				found = append(found, programs(l, depth+1)...)
			}
		}
		return found
	}
	for _, c := range all {
		var names []string
		switch c.name {
		case "oci_push", "container_push":
			registry := c.arg(-1, "registry").text
			name := c.arg(-1, "repository").text
			if registry != "" && name != "" {
				name = registry + "/" + name
			}
			names = []string{name}
		case "oci_load", "oci_tarball":
			names = c.arg(-1, "repo_tags").list
		default:
			continue
		}
		found := programs(c.arg(-1, "image").text, 0)
		if len(found) != 1 {
			continue
		}
		for _, n := range names {
			if n = Repository(n); n != "" && !strings.ContainsAny(n, "{$") {
				out = append(out, Recipe{File: file, Line: c.line, Tool: "Bazel", Image: n, Programs: found})
			}
		}
	}
	return out
}
