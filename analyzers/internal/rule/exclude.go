package rule

import (
	"fmt"
	"go/token"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Exclude leaves out the findings of some rules in some files.
type Exclude struct {
	// Path is a file or folder, with slashes. In it * stands for any part of
	// one name and ** for any number of folders. A folder stands for all files
	// below it.
	Path string `json:"path"`
	// Rules are the rules that are left out; none means all of them.
	Rules []string `json:"rules"`
}

// ParseExclude reads PATH or PATH:RULE,RULE, as a flag gives it. The error
// says what is wrong with the path; rules are not looked at.
func ParseExclude(s string) (Exclude, error) {
	var e Exclude
	p, rules, _ := strings.Cut(s, ":")
	e.Path = p
	for name := range strings.SplitSeq(rules, ",") {
		if name = strings.TrimSpace(name); name != "" {
			e.Rules = append(e.Rules, name)
		}
	}
	return e, e.Validate()
}

// String returns what ParseExclude reads.
func (e Exclude) String() string {
	if len(e.Rules) == 0 {
		return e.Path
	}
	return e.Path + ":" + strings.Join(e.Rules, ",")
}

// Validate reports a path that cannot be meant.
func (e Exclude) Validate() error {
	switch {
	case e.Path == "":
		return fmt.Errorf("path: is missing; name a file or folder")
	case path.IsAbs(e.Path):
		return fmt.Errorf("path: %q is absolute; write it relative to the configuration", e.Path)
	case strings.ContainsAny(e.Path, `\:`):
		return fmt.Errorf("path: %q has a backslash or colon; separate folders by slashes", e.Path)
	}
	if _, err := path.Match(e.Path, ""); err != nil {
		return fmt.Errorf("path: %q is no pattern; close its bracket", e.Path)
	}
	return nil
}

// covers reports whether e leaves out the findings of rule in file, which has
// slashes and is relative to where e's path is.
func (e Exclude) covers(rule, file string) bool {
	if len(e.Rules) > 0 && !slices.Contains(e.Rules, rule) {
		return false
	}
	return matches(strings.Split(path.Clean(e.Path), "/"), strings.Split(file, "/"))
}

// matches reports whether the pattern matches the file or a folder above it.
func matches(pattern, file []string) bool {
	if len(pattern) == 0 || len(pattern) == 1 && pattern[0] == "." {
		return true
	}
	if pattern[0] == "**" {
		for i := range len(file) + 1 {
			if matches(pattern[1:], file[i:]) {
				return true
			}
		}
		return false
	}
	if len(file) == 0 {
		return false
	}
	ok, err := path.Match(pattern[0], file[0])
	return err == nil && ok && matches(pattern[1:], file[1:])
}

// excluded reports whether the user has left out the findings of rule at pos.
func (c *Config) excluded(rule string, pass *analysis.Pass, pos token.Pos) bool {
	if c.Exclude == nil || len(*c.Exclude) == 0 {
		return false
	}
	file := c.relative(pass, pos)
	return slices.ContainsFunc(*c.Exclude, func(e Exclude) bool { return e.covers(rule, file) })
}

// relative returns the file of pos as excludes name it: relative to the
// directory Root or, if that is not set, to the root of the module. The latter
// is told from the path of the package.
func (c *Config) relative(pass *analysis.Pass, pos token.Pos) string {
	file := pass.Fset.Position(pos).Filename
	if c.Root != nil && *c.Root != "" {
		if rel, err := filepath.Rel(*c.Root, file); err == nil {
			return filepath.ToSlash(rel)
		}
	}
	folder := strings.TrimSuffix(pass.Pkg.Path(), "_test")
	if m := pass.Module; m != nil && m.Path != "" {
		folder = strings.TrimPrefix(strings.TrimPrefix(folder, m.Path), "/")
	}
	return path.Join(folder, filepath.Base(file))
}
