package catalog

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// What follows reads rows. The header of std.txt explains their form.

// All returns every built-in row, in the order of the files.
//
// The error is the first row that cannot be parsed or makes no sense, with its
// file and line.
func All() ([]Row, error) {
	var all []Row
	seen := make(map[string]bool)
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var failed error
		split(string(data), name, func(path string, s section) {
			rows, err := parseSection(path, s, true)
			if err != nil && failed == nil {
				failed = err
			}
			for _, r := range rows {
				key := string(r.Kind) + " " + r.Package + " " + r.Symbol
				if seen[key] && failed == nil {
					failed = fmt.Errorf("%s: %s is listed twice", name, key)
				}
				seen[key] = true
			}
			all = append(all, rows...)
		})
		if failed != nil {
			return nil, failed
		}
	}
	return all, nil
}

// ParseRows reads a user's own rows, whose symbols carry their import path:
// "serve (*example.com/kit.Server).Run addr=0 stop=none".
//
// The error is one line with the index, from 0, of the row that is wrong and
// what to do about it.
func ParseRows(rows []string) ([]Row, error) {
	var out []Row
	for i, text := range rows {
		r, err := parseRow("", text)
		if err == nil {
			err = r.check(text)
		}
		if err == nil {
			err = repeated(out, &r)
		}
		if err != nil {
			return nil, fmt.Errorf("row %d (%q): %w", i, text, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// parseSection reads the rows of a section. Whether they make sense is only
// asked when strict is set: it does not change, and takes time.
func parseSection(path string, s section, strict bool) ([]Row, error) {
	var rows []Row
	n := 0
	for line := range strings.Lines(s.text) {
		n++
		line, _, _ = strings.Cut(line, " # ")
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r, err := parseRow(path, line)
		if err == nil && strict {
			err = r.check(line)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", s.file, s.line+n, err)
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// parseRow reads one row. With a path, the symbol is relative to it.
func parseRow(path, text string) (Row, error) {
	words := strings.Fields(text)
	if len(words) < 2 {
		return Row{}, fmt.Errorf("want KIND SYMBOL [KEY=VALUE]…")
	}
	r := Row{Kind: Kind(words[0])}
	if keysOf(r.Kind) == "" {
		return Row{}, fmt.Errorf("unknown kind %q; the kinds are %s", words[0], strings.Join(kindNames(), ", "))
	}
	if err := r.setSymbol(path, words[1]); err != nil {
		return Row{}, err
	}
	for _, w := range words[2:] {
		key, value, _ := strings.Cut(w, "=")
		if err := r.set(key, value); err != nil {
			return Row{}, err
		}
	}
	return r, nil
}

func (r *Row) setSymbol(path, sym string) error {
	if path == "" {
		path = symbolPackage(sym)
		if path == "" {
			return fmt.Errorf("symbol %q has no import path; write example.com/kit.Run or (*example.com/kit.Server).Run", sym)
		}
		r.Package, r.Symbol = path, sym
		return nil
	}
	r.Package = path
	switch {
	case sym == "*":
		r.Symbol = ""
	case strings.HasPrefix(sym, "(*"):
		r.Symbol = "(*" + path + "." + sym[2:]
	case strings.HasPrefix(sym, "("):
		r.Symbol = "(" + path + "." + sym[1:]
	default:
		r.Symbol = path + "." + sym
	}
	return nil
}

// symbolPackage returns the import path in an absolute symbol, or "".
func symbolPackage(sym string) string {
	if inner, ok := strings.CutPrefix(sym, "("); ok {
		inner, _, _ = strings.Cut(strings.TrimPrefix(inner, "*"), ")")
		if dot := strings.LastIndexByte(inner, '.'); dot > strings.LastIndexByte(inner, '/') {
			return inner[:dot]
		}
		return ""
	}
	// Func, Type or Type.Field after a path whose last segment may have dots
	// of its own: gopkg.in/kit.v2.Run.
	slash := strings.LastIndexByte(sym, '/')
	parts := strings.Split(sym[slash+1:], ".")
	n := 1
	if slash < 0 || len(parts) > 2 && isVersion(parts[1]) {
		n = 2
	}
	if len(parts) <= n {
		return ""
	}
	return sym[:slash+1] + strings.Join(parts[:n], ".")
}

func isVersion(s string) bool {
	_, err := strconv.Atoi(strings.TrimPrefix(s, "v"))
	return err == nil && strings.HasPrefix(s, "v")
}

// set sets what a key of a row stands for. It runs for every key of every row
// of the packages that a process asks for, so it makes no tables.
func (r *Row) set(key, value string) error {
	switch {
	case key == "env" && value == "":
		r.Env = true
		return nil
	case key == "lax" && value == "":
		r.Lax = true
		return nil
	case key == "reuse" && value == "":
		r.Reuse = true
		return nil
	case value == "":
		return fmt.Errorf("%q has no value; write %s=…", key, key)
	}
	if slot := r.slot(key); slot != nil {
		s, err := parseSlot(value)
		if err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		*slot = s
		return nil
	}
	if text := r.text(key); text != nil {
		*text = value
		return nil
	}
	switch key {
	case "stop":
		r.Stop = strings.Split(value, ",")
	case "abrupt":
		r.Abrupt = strings.Split(value, ",")
	case "tags":
		r.Tags = strings.Split(value, ",")
	case "caught":
		r.Caught = strings.Split(value, ",")
	default:
		return fmt.Errorf("unknown key %q; the keys of %s rows are %s", key, r.Kind, keyList(r.Kind))
	}
	return nil
}

// slot returns the slot that key names, or nil.
func (r *Row) slot(key string) *Slot {
	switch key {
	case "network":
		return &r.Network
	case "addr":
		return &r.Addr
	case "host":
		return &r.Host
	case "port":
		return &r.Port
	case "listener":
		return &r.Listener
	case "handler":
		return &r.Handler
	case "server":
		return &r.Server
	case "key":
		return &r.Key
	case "default":
		return &r.Default
	case "prefix":
		return &r.Prefix
	case "out":
		return &r.Out
	case "from":
		return &r.From
	case "format":
		return &r.Format
	case "pattern":
		return &r.Pattern
	case "mux":
		return &r.Mux
	case "graceful":
		return &r.Graceful
	case "reuse":
		return &r.ReuseBy
	case "signals":
		return &r.Signals
	case "channel":
		return &r.Channel
	case "context":
		return &r.Context
	case "parent":
		return &r.Parent
	case "callback":
		return &r.Callback
	}
	return nil
}

// text returns the text that key names, or nil.
func (r *Row) text(key string) *string {
	switch key {
	case "proto":
		return &r.Proto
	case "net":
		return &r.Net
	case "empty":
		return &r.Empty
	case "absent":
		return &r.Absent
	case "fixed":
		return &r.Fixed
	case "off":
		return &r.Off
	case "role":
		return &r.Role
	case "op":
		return &r.Op
	case "ends":
		return &r.Ends
	case "inner":
		return &r.Inner
	case "without":
		return &r.Without
	case "ipv4":
		return &r.IPv4
	case "early":
		return &r.Early
	case "asks":
		return &r.Asks
	case "override":
		return &r.Override
	case "names":
		return &r.Names
	}
	return nil
}

func parseSlot(text string) (Slot, error) {
	base, field, _ := strings.Cut(text, ".")
	s := Slot{Set: true, Field: field}
	switch base {
	case "recv":
		s.Arg = Receiver
	case "result":
		s.Arg = Result
	default:
		n, err := strconv.Atoi(base)
		if err != nil || n < 0 {
			return Slot{}, fmt.Errorf("%q is not an argument's index (from 0), recv or result, perhaps with a field: 0.Addr", text)
		}
		s.Arg = n
	}
	return s, nil
}
