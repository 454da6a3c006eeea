package fix

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff writes the plan as a patch, which git apply and patch -p1 make in the
// current directory what [Plan.Write] writes.
func (p Plan) Diff(w io.Writer) error {
	for _, f := range p.Files {
		name := strings.TrimPrefix(filepath.ToSlash(f.Name), "/")
		if _, err := w.Write(diff.Diff("a/"+name, f.Old, "b/"+name, f.New)); err != nil {
			return err
		}
	}
	return nil
}

// Write writes the files of the plan, each at once or not at all. A file that
// cannot be written does not keep others from being so.
func (p Plan) Write() error {
	var errs []error
	for _, f := range p.Files {
		if err := replace(f.Name, f.New); err != nil {
			errs = append(errs, fmt.Errorf("write %s: %w", f.Name, err))
		}
	}
	return errors.Join(errs...)
}

// replace gives a file other content, and keeps its mode and links to it.
func replace(name string, data []byte) error {
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	// A file that is not to be written would be replaced all the same.
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	f.Close()
	if err != nil {
		return err
	}
	next, err := os.CreateTemp(filepath.Dir(name), ".portvet-*")
	if err != nil {
		return err
	}
	_, err = next.Write(data)
	err = errors.Join(err, next.Chmod(info.Mode().Perm()), next.Close())
	if err == nil {
		err = os.Rename(next.Name(), name)
	}
	if err != nil {
		os.Remove(next.Name())
	}
	return err
}

// foreign returns why fixes do not change a file, "" if it is one of the main
// modules.
func foreign(name string, modules []string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		return err.Error()
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	module := moduleOf(abs)
	own := module == "" && len(modules) == 0
	for _, m := range modules {
		if real, err := filepath.EvalSymlinks(m); err == nil {
			m = real
		}
		own = own || m == module
	}
	rel, err := filepath.Rel(module, abs)
	switch {
	case !own:
		return "the file is not of the main module; fix it where it comes from"
	case err == nil && slices.Contains(strings.Split(filepath.ToSlash(filepath.Dir(rel)), "/"), "vendor"):
		return "the file is vendored; fix it where it comes from"
	}
	return ""
}

// moduleOf returns the directory with the go.mod that holds for a file, or "".
func moduleOf(file string) string {
	for d := filepath.Dir(file); ; d = filepath.Dir(d) {
		if info, err := os.Stat(filepath.Join(d, "go.mod")); err == nil && !info.IsDir() {
			return d
		}
		if d == filepath.Dir(d) {
			return ""
		}
	}
}
