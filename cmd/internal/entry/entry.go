// Package entry finds the files of a repository that images hold: the scripts that
// they start, and configuration. Nothing of an image is built: what COPY says of
// its files has to do.
package entry

import (
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/script"
)

// Script is a script of the repository that an image starts, or a line that a shell
// runs.
type Script struct {
	Path string
	Line manifest.Position // of a line: where it is written
	*script.File
	Above int             // lines of the file above it, where it stands in a Dockerfile
	Args  []manifest.Text // of the command, behind the script
	// Told reports whether all that the script starts gets the signals that the
	// container is sent.
	Told bool
}

// At returns the place of a word of a script.
func (s *Script) At(line, column int) manifest.Position {
	if s.Path == "" {
		return s.Line
	}
	return manifest.Position{File: s.Path, Line: s.Above + line, Column: column}
}

// find returns the file of the repository, or of the text of the Dockerfile, that a
// command of an image starts, and the words behind it; file is "" where there is
// none.
func find(img *manifest.Image, words []manifest.Text) (file string, inline *manifest.File, args []manifest.Text) {
	fromHere := len(words) > 0 && manifest.IsShell(words[0].Value)
	if fromHere {
		for words = words[1:]; len(words) > 0 && strings.HasPrefix(words[0].Value, "-"); words = words[1:] {
			if strings.HasSuffix(words[0].Value, "c") {
				return "", nil, nil // a line, and no file
			}
		}
	}
	if len(words) == 0 || words[0].Open || words[0].Value == "" {
		return "", nil, nil
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
		if f, ok := img.Written(p); ok {
			return f.Text.File, &f, words[1:]
		}
		for _, from := range img.Origins(p) {
			for _, f := range Context(img, from) {
				if info, err := os.Stat(f); err == nil && info.Mode().IsRegular() && !slices.Contains(found, f) {
					found = append(found, f)
				}
			}
		}
		if len(found) > 0 {
			break
		}
	}
	if len(found) != 1 {
		return "", nil, nil
	}
	return found[0], nil, words[1:]
}

// Context returns the files and folders that from may be, in the context in which an
// image is built: that is mostly the folder of the Dockerfile, or one that holds it.
func Context(img *manifest.Image, from string) (found []string) {
	if path.IsAbs(from) || from == "*" {
		return nil // made in another stage, or not known
	}
	dir := filepath.Dir(img.File)
	for range 5 {
		f := filepath.Join(dir, filepath.FromSlash(from))
		if _, err := os.Stat(f); err == nil {
			found = append(found, f)
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			break
		}
		dir = filepath.Join(dir, "..")
	}
	return found
}

// In returns the script of the repository that a command of an image starts.
// It is nil where there is none, or one that cannot be read, which is the
// problem.
func In(img *manifest.Image, c manifest.Command) (s *Script, problem *manifest.Problem) {
	words, told := Unwrapped(c.Words())
	file, inline, args := find(img, words)
	if file == "" || inline != nil && inline.Text.Open {
		return nil, nil
	}
	at := manifest.Position{File: file}
	name, above := file, 0
	var text []byte
	var err error
	if inline != nil {
		name, text, above = inline.Path, []byte(inline.Text.Value), inline.Below
	} else {
		text, err = read(file)
	}
	switch {
	case err != nil:
		return nil, &manifest.Problem{Position: at, Message: err.Error()}
	case !script.IsShell(name, text):
		return nil, nil // a program, as some keep them in their repositories
	case len(text) > script.MaxSize:
		return nil, &manifest.Problem{Position: at, Message: fmt.Sprintf("not read: a script larger than %d KB", script.MaxSize>>10)}
	}
	f, malformed := script.Read(text)
	if malformed != nil {
		at.Line, at.Column = above+malformed.Line, malformed.Column
		return nil, &manifest.Problem{Position: at, Message: malformed.Message}
	}
	return &Script{Path: file, File: f, Above: above, Args: args, Told: told}, nil
}

// Line returns the line that a shell runs as a script; nil where a command is
// none, or what is not read. Compose fills in $NAME itself, and makes $ of $$.
func Line(c manifest.Command, compose bool) *Script {
	line, ok := c.InShell()
	if !ok {
		return nil
	}
	text := line.Value
	if c.Raw != "" && c.Shell.Set() {
		text = c.Raw
	}
	if compose {
		if line.Open {
			return nil
		}
		text = strings.ReplaceAll(text, "$$", "$")
	}
	if strings.Contains(text, "{{") {
		return nil // a template says what it is
	}
	f, malformed := script.Read([]byte(text))
	if malformed != nil {
		return nil // in the eyes of a shell, at least of the one that is known here
	}
	return &Script{File: f, Line: line.Position}
}

// read returns the text of a file, or a little more of it than a script may have.
func read(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, script.MaxSize+1))
}

// Read returns the scripts that the images of a set start, and adds what cannot
// be read to its problems, and the others to its files.
func Read(set *manifest.Set) map[*manifest.Image]*Script {
	out := make(map[*manifest.Image]*Script)
	for _, img := range set.Images {
		s, problem := In(img, Begins(nil, img))
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
		Args: Words(s.Args),
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
