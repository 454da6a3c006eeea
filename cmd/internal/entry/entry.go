// Package entry finds the scripts of a repository that images start. Nothing
// of an image is built: what COPY says of its files has to do.
package entry

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/script"
)

// Script is a script of the repository that an image starts.
type Script struct {
	Path string
	*script.File
	Args []manifest.Text // of the command, behind the script
}

// wrappers stand before what is run, and hand signals on to it only.
var wrappers = map[string]bool{"tini": true, "dumb-init": true, "catatonit": true, "sh": true, "bash": true, "ash": true, "dash": true}

// find returns the file of the repository that a command of an image starts,
// and the words behind it; file is "" where there is none.
func find(img *manifest.Image, c manifest.Command) (file string, args []manifest.Text) {
	words := c.Words()
	fromHere := false
	for len(words) > 0 && wrappers[path.Base(words[0].Value)] {
		switch path.Base(words[0].Value) {
		case "dumb-init":
			return "", nil // it tells all that was started
		case "sh", "bash", "ash", "dash":
			fromHere = true
		}
		for words = words[1:]; len(words) > 0 && strings.HasPrefix(words[0].Value, "-"); words = words[1:] {
			if strings.Trim(words[0].Value, "-") == "c" || words[0].Value == "-g" {
				return "", nil
			}
		}
	}
	if len(words) == 0 || words[0].Open || words[0].Value == "" {
		return "", nil
	}
	name := words[0].Value
	if !path.IsAbs(name) && (fromHere || strings.Contains(name, "/")) {
		name = path.Join("/", img.Workdir, name)
	}
	var found []string
	for _, p := range []string{name, "/usr/local/bin/" + name, "/usr/bin/" + name, "/bin/" + name, "/usr/local/sbin/" + name} {
		if !path.IsAbs(p) || p != name && strings.Contains(name, "/") {
			continue
		}
		for _, from := range img.Origins(p) {
			if path.IsAbs(from) {
				continue // made in another stage
			}
			// The context of a build is mostly the folder of the Dockerfile, or
			// one that holds it.
			dir := filepath.Dir(img.File)
			for range 5 {
				f := filepath.Join(dir, filepath.FromSlash(from))
				if info, err := os.Stat(f); err == nil && info.Mode().IsRegular() && !slices.Contains(found, f) {
					found = append(found, f)
				}
				if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
					break
				}
				dir = filepath.Join(dir, "..")
			}
		}
		if len(found) > 0 {
			break
		}
	}
	if len(found) != 1 {
		return "", nil
	}
	return found[0], words[1:]
}

// In returns the script of the repository that a command of an image starts.
// It is nil where there is none, or one that cannot be read, which is the
// problem.
func In(img *manifest.Image, c manifest.Command) (s *Script, problem *manifest.Problem) {
	file, args := find(img, c)
	if file == "" {
		return nil, nil
	}
	at := manifest.Position{File: file}
	info, err := os.Stat(file)
	if err == nil && info.Size() > script.MaxSize {
		return nil, &manifest.Problem{Position: at, Message: fmt.Sprintf("not read: a script larger than %d KB", script.MaxSize>>10)}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, &manifest.Problem{Position: at, Message: err.Error()}
	}
	if !script.IsShell(file, text) {
		return nil, nil
	}
	f, malformed := script.Read(text)
	if malformed != nil {
		at.Line, at.Column = malformed.Line, malformed.Column
		return nil, &manifest.Problem{Position: at, Message: malformed.Message}
	}
	return &Script{file, f, args}, nil
}

// Read returns the scripts that the images of a set start, and adds what cannot
// be read to its problems, and the others to its files.
func Read(set *manifest.Set) map[*manifest.Image]*Script {
	out := make(map[*manifest.Image]*Script)
	for _, img := range set.Images {
		c := img.Entrypoint
		if !c.Set() {
			c = img.Cmd
		}
		s, problem := In(img, c)
		if problem != nil && !slices.Contains(set.Problems, *problem) {
			set.Problems = append(set.Problems, *problem)
		}
		if s == nil {
			continue
		}
		out[img] = s
		if !slices.Contains(set.Files, s.Path) {
			set.Files = append(set.Files, s.Path)
		}
	}
	return out
}

// Alone returns what s comes to where it starts an image that has no other
// settings than those of its Dockerfile.
func (s *Script) Alone(img *manifest.Image) script.Result {
	return s.Run(script.Given{
		Args: Words(slices.Concat(s.Args, img.Arguments())),
		Env: func(name string) script.Word {
			for _, e := range img.Env {
				if e.Name == name {
					return script.Word{Value: e.Value.Value, Open: e.Value.Open}
				}
			}
			return script.Word{Open: true} // whoever runs it may set more
		},
	})
}

// Words returns the values of a manifest as those of a script.
func Words(texts []manifest.Text) (out []script.Word) {
	for _, t := range texts {
		out = append(out, script.Word{Value: t.Value, Open: t.Open})
	}
	return out
}
