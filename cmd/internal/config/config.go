// Package config reads portvet's configuration file, and says what is in
// force when flags are laid over it.
//
// The file has the keys of [analyzers.Options], which are those of the
// golangci-lint settings, severity, which golangci-lint sets by itself, and
// ports, which is about files that golangci-lint does not read.
package config

import (
	"flag"
	"fmt"
	"slices"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// Config is what is in force for one run.
type Config struct {
	analyzers.Options
	// Severity says how much the findings of a rule matter: error, warning or
	// note. The default is warning.
	Severity map[string]string `json:"severity"`
	Ports    Ports             `json:"ports"`

	// DisableManifest are those of the key disable that are findings of portvet
	// check about manifests. Disable does not have them.
	DisableManifest []string `json:"-"`
	// EnableManifest are those of the key enable, which are off unless strict is
	// on.
	EnableManifest []string `json:"-"`
	// File is the name of the file, "" if there is none.
	File string `json:"-"`
	// From says where each key that is set comes from: file:line or a flag.
	From map[string]string `json:"-"`
}

// Ports is what portvet ports and portvet check are told about manifests.
type Ports struct {
	// Programs says which program a manifest runs. The key is the file of a
	// manifest, the name of a workload or container, or an image without its
	// tag; the value is a program's name, import path, or folder with ./ before
	// it. Files and folders are relative to the directory of the configuration.
	Programs map[string]string `json:"programs"`
}

// Severities are the values of the key severity.
func Severities() []string {
	return []string{string(driver.SeverityError), string(driver.SeverityWarning), string(driver.SeverityNote)}
}

// Grade sets the severity of each finding.
func (c *Config) Grade(r *driver.Report) {
	for i := range r.Findings {
		if s, ok := c.Severity[r.Findings[i].Rule]; ok {
			r.Findings[i].Severity = driver.Severity(s)
		}
	}
}

// Lay puts the options that were given as flags over those of the file:
//
//   - single values and the lists of one rule replace the file's;
//   - a rule that a flag switches on or off is no longer in the file's list
//     of the opposite;
//   - listeners and excludes come after the file's.
//
// flags are the flags as they were given, -name=value, and given is what they
// make by themselves. The error names the flag that is wrong.
func (c *Config) Lay(flags []string, given *analyzers.Options) error {
	file := c.Options
	fs, err := flagSet(&c.Options)
	if err != nil {
		return err
	}
	if err := fs.Parse(flags); err != nil {
		return err
	}
	c.Enable = append(without(file.Enable, given.Disable), given.Enable...)
	c.Disable = append(without(file.Disable, given.Enable), given.Disable...)
	c.Listeners = append(slices.Clone(file.Listeners), given.Listeners...)
	c.Exclude = append(slices.Clone(file.Exclude), given.Exclude...)
	fs.Visit(func(f *flag.Flag) { c.set(keyOf(f.Name), "-"+f.Name) })
	if len(given.Disable) > 0 {
		c.set("disable", "-disable")
	}
	if err := c.Options.Validate(); err != nil {
		if c.File == "" {
			return err
		}
		return fmt.Errorf("%s with the flags: %w", c.File, err)
	}
	return nil
}

// set notes that key was set by source: besides what was noted before, for
// the lists that grow.
func (c *Config) set(key, source string) {
	if c.From == nil {
		c.From = make(map[string]string)
	}
	if old := c.From[key]; old != "" && slices.Contains([]string{"enable", "disable", "listeners", "exclude"}, key) {
		source = old + ", " + source
	}
	c.From[key] = source
}

// without returns the names that are not among those to drop.
func without(names, drop []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(drop, n) })
}
