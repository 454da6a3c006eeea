// Package baseline keeps the findings of code that is older than the decision
// to check it, so that a run reports only what has been added since.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/identity"
	"github.com/portvet/portvet/cmd/internal/source"
)

// version changes when a file of the form before cannot be read any more.
const version = 1

// Entry is one finding of the baseline, or several that nothing but their
// order tells apart. File is relative to the directory of the baseline, with
// slashes. There are no line numbers, so that an entry lasts when lines move.
type Entry struct {
	identity.Key
	Count int `json:"count,omitempty"` // 0 stands for 1
}

// file is the form of a baseline on disk.
type file struct {
	Version  int     `json:"version"`
	Findings []Entry `json:"findings"`
}

// Baseline is a list of known findings.
type Baseline struct {
	name    string // of its file
	dir     string // the file's directory, absolute
	entries []Entry
}

// New returns an empty baseline that is to be written to the file called name.
func New(name string) (*Baseline, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	return &Baseline{name: name, dir: filepath.Dir(abs)}, nil
}

// Read reads the baseline in the file called name. The error says what is
// wrong with it, or that there is none.
func Read(name string) (*Baseline, error) {
	b, err := New(name)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no %s; -write-baseline makes it", name)
	} else if err != nil {
		return nil, err
	}
	var f file
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return nil, fmt.Errorf("%s is no baseline: %w; write it anew with -write-baseline", name, err)
	}
	if f.Version != version {
		return nil, fmt.Errorf("%s has version %d, and this portvet reads version %d; write it anew with -write-baseline", name, f.Version, version)
	}
	for i, e := range f.Findings {
		if e.Rule == "" || e.File == "" || e.Count < 0 {
			return nil, fmt.Errorf("%s: entry %d has no rule, no file or a negative count; write it anew with -write-baseline", name, i+1)
		}
	}
	b.entries = f.Findings
	return b, nil
}

// Write writes the baseline to its file.
func (b *Baseline) Write() error {
	slices.SortFunc(b.entries, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Code, y.Code), cmp.Compare(x.Message, y.Message))
	})
	f := file{Version: version, Findings: b.entries}
	if f.Findings == nil {
		f.Findings = []Entry{}
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(f); err != nil {
		return err
	}
	return os.WriteFile(b.name, buf.Bytes(), 0o666)
}

// Path returns the name that the baseline has for a file.
func (b *Baseline) Path(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		return filepath.ToSlash(name)
	}
	rel, err := filepath.Rel(b.dir, abs)
	if err != nil { // another drive
		return filepath.ToSlash(abs)
	}
	return filepath.ToSlash(rel)
}

// abs returns the absolute name of a file that the baseline names.
func (b *Baseline) abs(name string) string {
	name = filepath.FromSlash(name)
	if !filepath.IsAbs(name) {
		name = filepath.Join(b.dir, name)
	}
	return name
}

// Name returns what a file that the baseline names is called from the current
// directory.
func (b *Baseline) Name(name string) string {
	abs := b.abs(name)
	if cwd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(cwd, abs); err == nil && len(rel) < len(abs) {
			return rel
		}
	}
	return abs
}

// exists reports whether there is a file that the baseline names.
func (b *Baseline) exists(name string) bool {
	_, err := os.Stat(b.abs(name))
	return err == nil
}

// Add puts findings into the baseline and leaves what is in it.
func (b *Baseline) Add(findings []driver.Finding, files *source.Files) {
	at := make(map[identity.Key]int)
	for i, e := range b.entries {
		at[e.Key] = i
	}
	for _, f := range findings {
		key := identity.Of(f, b.Path(f.File), files)
		if i, ok := at[key]; ok {
			b.entries[i].Count = max(1, b.entries[i].Count) + 1
			continue
		}
		at[key] = len(b.entries)
		b.entries = append(b.entries, Entry{Key: key})
	}
}

// Split tells the findings that are new from those that the baseline knows,
// and returns the entries that nothing was found for, each with how often.
//
// A finding is known if an entry has its rule, its file, the text of its line
// and its message, wherever the line is now. Of several findings that agree in
// all of these, as many are known as the entry counts, from the top of the
// file. Where a file is gone, its entries stand for findings in others: it was
// renamed.
func (b *Baseline) Split(findings []driver.Finding, files *source.Files) (fresh []driver.Finding, unused []Entry) {
	left := make(map[identity.Key]int)
	for _, e := range b.entries {
		left[e.Key] += max(1, e.Count)
	}
	var rest []driver.Finding
	var keys []identity.Key
	for _, f := range findings {
		key := identity.Of(f, b.Path(f.File), files)
		if left[key] > 0 {
			left[key]--
			continue
		}
		rest, keys = append(rest, f), append(keys, key)
	}

	renamed := make(map[identity.Key][]identity.Key) // by what is left without the file
	for _, e := range b.entries {
		if left[e.Key] > 0 && len(rest) > 0 && !b.exists(e.File) {
			renamed[anywhere(e.Key)] = append(renamed[anywhere(e.Key)], e.Key)
		}
	}
	for i, f := range rest {
		old := renamed[anywhere(keys[i])]
		if j := slices.IndexFunc(old, func(k identity.Key) bool { return left[k] > 0 }); j >= 0 {
			left[old[j]]--
			continue
		}
		fresh = append(fresh, f)
	}

	for _, e := range b.entries {
		if n := left[e.Key]; n > 0 {
			unused = append(unused, Entry{Key: e.Key, Count: n})
			left[e.Key] = 0 // it may be there twice
		}
	}
	return fresh, unused
}

// anywhere is a key without the file.
func anywhere(k identity.Key) identity.Key {
	k.File = ""
	return k
}

// Stale tells those of the unused entries that are out of date from the rest,
// which are of files that this run did not look at. looked reports whether it
// would have found an entry that is still true; it is not asked for files that
// are gone.
func (b *Baseline) Stale(unused []Entry, looked func(Entry) bool) (stale, rest []Entry) {
	for _, e := range unused {
		if !b.exists(e.File) || looked(e) {
			stale = append(stale, e)
		} else {
			rest = append(rest, e)
		}
	}
	return stale, rest
}

// Keep puts entries into the baseline.
func (b *Baseline) Keep(entries []Entry) { b.entries = append(b.entries, entries...) }

// Len returns how many findings the baseline knows.
func (b *Baseline) Len() int {
	n := 0
	for _, e := range b.entries {
		n += max(1, e.Count)
	}
	return n
}
