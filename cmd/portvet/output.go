package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/render"
	"github.com/portvet/portvet/cmd/internal/terminal"
)

// output is what the user asked for about reports: their formats, and the
// files that they go to beside standard output.
type output struct {
	format string
	json   bool
	color  string
	debug  bool
	files  outputFiles

	manifests bool // findings can be about manifests
}

// outputFiles are those of all -out.
type outputFiles []outputFile

// outputFile is one -out.
type outputFile struct{ format, name string }

// addFlags defines the flags of o on fs.
func (o *output) addFlags(fs *flag.FlagSet) {
	fs.StringVar(&o.format, "format", "text", "print the report in this `format`: "+strings.Join(render.Names(), ", "))
	fs.BoolVar(&o.json, "json", false, "short for -format=json")
	fs.StringVar(&o.color, "color", "auto", "colour the text: `when` is auto (on a terminal, unless NO_COLOR is set), always or never")
	fs.BoolVar(&o.debug, "debug", false, "say on standard error how near packages come to the bounds on the work for one")
	fs.Func("out", "write the report to a file as well, `format=file`; may be repeated", func(s string) error {
		format, name, ok := strings.Cut(s, "=")
		if !ok || name == "" {
			return errors.New("it takes a format and a file: -out sarif=portvet.sarif")
		}
		if _, err := render.ByName(format); err != nil {
			return err
		}
		if slices.ContainsFunc(o.files, func(f outputFile) bool { return filepath.Clean(f.name) == filepath.Clean(name) }) {
			return fmt.Errorf("two reports go to %s; give each a file of its own", name)
		}
		o.files = append(o.files, outputFile{format, name})
		return nil
	})
}

// check reports what is wrong with the flags once all are known. given names
// those that were there.
func (o *output) check(given map[string]bool) error {
	if o.json {
		if given["format"] && o.format != "json" {
			return fmt.Errorf("-json and -format=%s ask for two formats; leave one of them, or write the other to a file with -out", o.format)
		}
		o.format = "json"
	}
	if _, err := render.ByName(o.format); err != nil {
		return fmt.Errorf("-format: %w", err)
	}
	if !slices.Contains([]string{"auto", "always", "never"}, o.color) {
		return fmt.Errorf("-color=%s: it is auto, always or never", o.color)
	}
	for _, f := range o.files {
		// Better now than after a long run.
		if info, err := os.Stat(filepath.Dir(f.name)); err != nil || !info.IsDir() {
			return fmt.Errorf("-out %s=%s: there is no directory %s; make it first", f.format, f.name, filepath.Dir(f.name))
		}
	}
	return nil
}

// explains reports whether one of the formats shows the steps of findings.
func (o *output) explains() bool {
	shows := func(format string) bool { return format == "json" || format == "sarif" }
	return o.debug || shows(o.format) || slices.ContainsFunc(o.files, func(f outputFile) bool { return shows(f.format) })
}

// write writes the report to standard output and to all files, and what else
// there is to say to stderr. dir is where the packages are. The error is one
// of writing.
func (o *output) write(stdout, stderr io.Writer, r driver.Report, dir string) error {
	c := o.context(dir)
	filesErr := o.files.write(r, c)
	c.Color, c.Width = o.colored(stdout), terminal.Width(stdout)
	format, err := render.ByName(o.format)
	if err == nil {
		err = format(stdout, r, c)
	}
	if err != nil {
		err = fmt.Errorf("write the report: %w", err)
	}
	switch o.format {
	case "text", "line":
		render.Summary(stderr, r)
	case "json": // it has the errors
	default:
		render.Errors(stderr, r)
	}
	if o.debug {
		render.Work(stderr, r)
	}
	return errors.Join(filesErr, err)
}

// write writes the report to all files.
func (fs outputFiles) write(r driver.Report, c *render.Context) error {
	var errs []error
	for _, f := range fs {
		if err := f.write(r, c); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// write writes the report to the file.
func (f outputFile) write(r driver.Report, c *render.Context) error {
	format, err := render.ByName(f.format)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	if err = format(&buf, r, c); err == nil {
		err = os.WriteFile(f.name, buf.Bytes(), 0o666)
	}
	if err != nil {
		return fmt.Errorf("-out %s=%s: %w", f.format, f.name, err)
	}
	return nil
}

// context returns what formats need beside the report.
func (o *output) context(dir string) *render.Context {
	c := &render.Context{Rules: analyzers.Rules(), Root: root(dir)}
	if o.manifests {
		c.Rules = append(c.Rules, manifestRules()...)
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		c.Version = info.Main.Version
	}
	return c
}

// root returns the directory that forges take names relative to: that of the
// repository which holds dir, or else the current one.
func root(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	if repo, ok := above(abs, ".git"); ok {
		return repo
	}
	cwd, err := os.Getwd()
	if err != nil {
		return abs
	}
	return cwd
}

// colored reports whether the text written to w has colours.
func (o *output) colored(w io.Writer) bool {
	switch o.color {
	case "always":
		return true
	case "never":
		return false
	}
	return terminal.Colored(w)
}
