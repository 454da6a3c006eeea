package entry

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/values"
)

// What follows is about configuration files that an image has from the repository.

// How many files of an image are looked at, how large they may be, and how deep in
// folders that are copied.
const (
	maxShipped     = 50
	maxShippedSize = 64 << 10
	maxShippedDeep = 2
)

// Shipped returns the configuration files of the repository that an image holds, or
// whose text its Dockerfile has, but for those that are hidden there. What is copied
// from where that is not sure is left out.
func Shipped(img *manifest.Image, hidden func(file string) bool) (out []manifest.File) {
	for _, f := range slices.Backward(img.Inline) {
		if !f.Text.Open && (values.Readable(f.Path) || path.Ext(f.Path) == ".env") && !hidden(f.Path) && len(out) < maxShipped {
			out = append(out, f)
		}
	}
	add := func(file, to string) {
		if len(out) >= maxShipped || !values.Readable(to) && path.Ext(to) != ".env" || ignored(file) || hidden(to) || slices.ContainsFunc(out, func(f manifest.File) bool { return f.Path == to }) {
			return
		}
		info, err := os.Stat(file)
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxShippedSize {
			return
		}
		if text, err := os.ReadFile(file); err == nil {
			out = append(out, manifest.File{Path: to, Text: manifest.Text{Position: manifest.Position{File: file, Line: 1, Column: 1}, Value: string(text)}})
		}
	}
	for _, c := range slices.Backward(img.Copies) { // the last counts
		from := Context(img, c.From)
		if c.From == "." {
			from = slices.DeleteFunc(from, func(dir string) bool {
				_, err := os.Stat(filepath.Join(dir, "go.mod"))
				return err != nil
			})
		}
		if len(from) != 1 {
			continue
		}
		info, err := os.Stat(from[0])
		switch to, folder := strings.CutSuffix(c.To, "/"); {
		case err != nil:
		case info.IsDir():
			below(from[0], func(file, rel string) { add(file, path.Join("/", to, rel)) })
		case folder:
			add(from[0], path.Join("/", to, path.Base(c.From)))
		default:
			add(from[0], to)
		}
	}
	return out
}

// below calls f for the files of a folder, which are not too deep in it.
func below(dir string, f func(file, rel string)) {
	_ = filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(dir, file)
		switch {
		case err != nil || relErr != nil:
			return fs.SkipDir
		case d.IsDir():
			if rel != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "vendor" || d.Name() == "node_modules" || strings.Count(filepath.ToSlash(rel), "/") >= maxShippedDeep) {
				return fs.SkipDir
			}
		default:
			f(file, filepath.ToSlash(rel))
		}
		return nil
	})
}

// ignored reports whether the file .dockerignore beside a file, or above it, keeps it out
// of images.
func ignored(file string) bool {
	for dir := filepath.Dir(file); ; dir = filepath.Dir(dir) {
		text, err := os.ReadFile(filepath.Join(dir, ".dockerignore"))
		rel, relErr := filepath.Rel(dir, file)
		if err == nil && relErr == nil {
			out := false
			for line := range strings.Lines(string(text)) {
				line = strings.TrimSpace(line)
				pattern, again := strings.CutPrefix(line, "!")
				pattern = strings.TrimPrefix(strings.TrimSuffix(strings.TrimPrefix(pattern, "/"), "/"), "**/")
				if pattern != "" && keepsOut(pattern, filepath.ToSlash(rel)) {
					out = !again
				}
			}
			return out
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || filepath.Dir(dir) == dir {
			return false
		}
	}
}

// keepsOut reports whether a pattern is that of a file, or of a folder above it.
func keepsOut(pattern, rel string) bool {
	for name := rel; name != "."; name = path.Dir(name) {
		if whole, _ := path.Match(pattern, name); whole {
			return true
		}
		if last, _ := path.Match(pattern, path.Base(name)); last && !strings.Contains(pattern, "/") {
			return true
		}
	}
	return false
}
