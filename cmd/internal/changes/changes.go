// Package changes asks git which lines have changed.
package changes

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/portvet/portvet/cmd/internal/driver"
)

// Lines are the lines that differ from a revision, in the files of one
// repository.
type Lines struct {
	top   string            // the root of the repository
	lines map[string][]span // by the name of the file below top, with slashes
	added map[string]bool   // files that git does not know yet
}

// span is a sequence of lines, first to last.
type span struct{ first, last int }

// Since returns the lines that the working tree at dir has and the revision
// does not: changed, added, moved to there, or in files that git does not know
// yet and does not ignore. The error is one line: there is no git, no
// repository or no such revision.
func Since(dir, revision string) (*Lines, error) {
	top, err := git(dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("-new-from needs a git repository: %w", err)
	}
	l := &Lines{
		top:   strings.TrimSuffix(strings.TrimSuffix(string(top), "\n"), "\r"),
		lines: make(map[string][]span),
		added: make(map[string]bool),
	}
	// By its hash the revision cannot be taken for a flag or a file.
	commit, err := git(l.top, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("-new-from %s: git knows no such revision here; fetch it, or name another", revision)
	}
	hash := strings.TrimSpace(string(commit))
	// The flags undo whatever is set for people who read diffs. Attributes can
	// make git take generated code for binary.
	diff, err := git(l.top, "-c", "core.quotePath=false", "diff", "--unified=0", "--find-renames", "--no-color", "--no-ext-diff",
		"--text", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "--inter-hunk-context=0", "--ignore-submodules", hash, "--")
	if err != nil {
		return nil, fmt.Errorf("-new-from %s: %w", revision, err)
	}
	if err := l.read(string(diff)); err != nil {
		return nil, fmt.Errorf("-new-from %s: read what git diff says: %w", revision, err)
	}
	others, err := git(l.top, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, fmt.Errorf("-new-from %s: %w", revision, err)
	}
	for name := range strings.SplitSeq(string(others), "\x00") {
		if name != "" {
			l.added[name] = true
		}
	}
	return l, nil
}

// read reads a diff without context.
//
//	--- a/old.go
//	+++ b/new.go
//	@@ -3,2 +4,5 @@ func f() {
//	+…
func (l *Lines) read(diff string) error {
	file := ""
	skip := 0 // lines of the hunk, which may look like headers
	for line := range strings.Lines(diff) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case skip > 0 && line != "" && (line[0] == '+' || line[0] == '-'):
			skip--
		case strings.HasPrefix(line, "+++ "):
			name, err := fileOf(line)
			if err != nil {
				return err
			}
			file = name
		case strings.HasPrefix(line, "@@ "):
			// Have: @@ -3,2 +4,5 @@
			fields := strings.Fields(line)
			if len(fields) < 3 {
				return fmt.Errorf("an odd line %q", line)
			}
			_, removed, err := hunk(fields[1], "-")
			if err != nil {
				return err
			}
			first, added, err := hunk(fields[2], "+")
			if err != nil {
				return err
			}
			skip = removed + added
			if added > 0 && file != "" {
				l.lines[file] = append(l.lines[file], span{first, first + added - 1})
			}
		}
	}
	return nil
}

// fileOf returns the file of a line "+++ b/name", "" for /dev/null. Git quotes
// a name with odd characters as C does, and ends one with blanks with a tab.
func fileOf(line string) (string, error) {
	name := strings.TrimSuffix(strings.TrimPrefix(line, "+++ "), "\t")
	if strings.HasPrefix(name, `"`) {
		unquoted, err := strconv.Unquote(name)
		if err != nil {
			return "", fmt.Errorf("an odd name %s", name)
		}
		name = unquoted
	}
	if name == "/dev/null" {
		return "", nil
	}
	return strings.TrimPrefix(name, "b/"), nil
}

// hunk reads one side of a hunk's header: "+4,5", or "+4" for one line.
func hunk(s, sign string) (first, n int, err error) {
	s, ok := strings.CutPrefix(s, sign)
	start, count, several := strings.Cut(s, ",")
	first, err = strconv.Atoi(start)
	n = 1
	if several && err == nil {
		n, err = strconv.Atoi(count)
	}
	if !ok || err != nil {
		return 0, 0, fmt.Errorf("an odd hunk %q", s)
	}
	return first, n, nil
}

// Touch reports whether one of the lines of a finding has changed. Of a file
// that is not in the repository nothing is known, so that it counts as
// changed.
func (l *Lines) Touch(f driver.Finding) bool {
	name, ok := l.name(f.File)
	if !ok || l.added[name] {
		return true
	}
	last := max(f.Line, f.EndLine)
	for _, s := range l.lines[name] {
		if f.Line <= s.last && s.first <= last {
			return true
		}
	}
	return false
}

// name returns the name of a file below the root of the repository.
func (l *Lines) name(file string) (string, bool) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return "", false
	}
	// Git resolves links in the name of the root, so they have to go from the
	// other one, too. The file itself may be one that git knows as a link.
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		abs = filepath.Join(dir, filepath.Base(abs))
	}
	rel, err := filepath.Rel(filepath.FromSlash(l.top), abs)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// git runs git and returns what it wrote. The error is one line.
func git(dir string, args ...string) ([]byte, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); errors.Is(err, exec.ErrNotFound) {
		return nil, errors.New("there is no git command on PATH; install git or extend PATH")
	} else if err != nil {
		line, _, _ := strings.Cut(strings.TrimSpace(errs.String()), "\n")
		if line == "" {
			line = err.Error()
		}
		return nil, fmt.Errorf("git says %q", line)
	}
	return out.Bytes(), nil
}
