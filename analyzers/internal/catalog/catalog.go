// Package catalog says what the APIs of the world do with listen addresses
// and servers: which calls bind, start, stop or wrap a server, and which
// read the environment, flags and configuration.
//
// The facts are data, one line per API, in the text files beside this one;
// their header (std.txt) explains the format. The same format, in a user's
// settings, adds in-house APIs. Only the sections of packages that the
// analysed package names are ever parsed, so a larger catalogue does not
// make start-up slower.
package catalog

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Kind is what an API does.
type Kind string

// The kinds of rows. See std.txt for what each means and its attributes.
const (
	Bind     Kind = "bind"     // makes a listener
	Serve    Kind = "serve"    // starts a server
	Server   Kind = "server"   // is a type of servers
	Option   Kind = "option"   // chooses the address of a server made elsewhere
	Field    Kind = "field"    // a field that chooses an address by being set
	Wrap     Kind = "wrap"     // returns the listener it is given
	NotPort  Kind = "notport"  // makes a listener that is no port of the machine
	Test     Kind = "test"     // a server for tests
	Address  Kind = "address"  // builds or takes apart an address
	Env      Kind = "env"      // reads an environment variable
	Flag     Kind = "flag"     // defines or reads a flag
	Config   Kind = "config"   // reads configuration
	Decode   Kind = "decode"   // fills what an argument points to
	Scan     Kind = "scan"     // writes what a text says through pointers
	Implicit Kind = "implicit" // makes a configuration library read the environment
	Route    Kind = "route"    // registers a handler on a mux
	Mux      Kind = "mux"      // makes a mux
	Handler  Kind = "handler"  // makes or wraps a handler
	Owner    Kind = "owner"    // owns the life of what is given to it
	Desktop  Kind = "desktop"  // shows that a program runs on somebody's desktop
	Exit     Kind = "exit"     // ends the process
	Signal   Kind = "signal"   // handles signals of the process, or changes who does

	Middleware Kind = "middleware" // stands before the routes of a mux, or makes what does
)

// Slot says where in a call a value stands: an argument, the receiver, or a
// field of one of them.
type Slot struct {
	Set   bool
	Arg   int    // index of the argument, Receiver, or Result
	Field string // field of it, or ""
}

// Special values of Slot.Arg.
const (
	Receiver = -1
	Result   = -2
)

// String returns the slot as it is written in a row.
func (s Slot) String() string {
	if !s.Set {
		return "-"
	}
	base := strconv.Itoa(s.Arg)
	switch s.Arg {
	case Receiver:
		base = "recv"
	case Result:
		base = "result"
	}
	if s.Field != "" {
		base += "." + s.Field
	}
	return base
}

// Row is one API.
type Row struct {
	Kind    Kind
	Package string // import path
	Symbol  string // types.Func.FullName, or package.Type[.Field], or package.Var; "" for a whole package

	Network  Slot
	Addr     Slot
	Host     Slot
	Port     Slot
	Listener Slot
	Handler  Slot
	Server   Slot
	Key      Slot // env, flag and config: the name
	Default  Slot // env, flag and config: the fallback
	Out      Slot // where the value is written through a pointer; of several, the first
	From     Slot // decode, scan: the text, or what it is read from
	Format   Slot // scan: what the text looks like, as fmt.Sscanf has it
	Pattern  Slot // routes
	Mux      Slot // routes: the mux; mux: the router that it is a part of
	Graceful Slot // serve: with this set, the call drains by itself
	ReuseBy  Slot // bind: with this set, the port may be shared with other sockets
	Signals  Slot // signal: the first of the signals; when it is variadic, all that follow
	Channel  Slot // signal: the channel that they arrive on
	Context  Slot // signal: the context that they cancel
	Parent   Slot // signal: the context that it is derived from
	Callback Slot // signal: the function that they call

	Proto  string // http, https, grpc, dns, …; "" for raw
	Net    string // tcp or udp, where no argument says it
	Empty  string // address that "" stands for
	Absent string // address that leaving the argument, or the constructor's option, out stands for; "PORT" before a comma if the environment is asked first
	Fixed  string // address that the library fixes itself
	Off    string // value that switches the listener off
	Role   string // auxiliary role: metrics, pprof, health, acme, redirect
	Inner  string // serve: the field of the receiver that serves in fact
	// Override is a variable of the environment. Of an option: it wins over the
	// address that the option chooses, once the program has called what has an
	// implicit row with the same variable.
	Override string
	// Without is a method of the receiver's type, exported or not, by which a
	// version of the library is known for which the row does not hold.
	Without string
	Ends    string   // server: what starting it does when it is stopped: error, nil (at once), or drained
	Op      string   // address: what is built; route, mux: subtree or files; signal: see there
	Stop    []string // server: graceful stop methods; serve: none, ctx or builtin
	Abrupt  []string // server: methods that stop without draining
	Env     bool     // decode, config: reads the environment implicitly
	Lax     bool     // bind, serve: takes more for an address than host:port
	Tags    []string // decode: struct tags that name an environment variable
	Reuse   bool     // bind: the port may be shared with other sockets (SO_REUSEPORT)
	Caught  []string // signal: those caught when the call names none (SIGTERM, …; all)
}

//go:embed *.txt
var files embed.FS

// section is what a file says of one package.
type section struct {
	text string // of the rows, without the head
	file string
	from int // where the text stands in the file
	line int // the number of the line before it
}

// place is where a section stands: the bytes from to to of a file.
type place struct {
	path, file string
	from, to   int
}

//go:generate go test -run ^TestIndex$ -update .

// sectionsOf returns the sections of the package with the given import path.
// It looks them up in the generated index, so that what a package costs does
// not depend on what the catalogue knows of others.
func sectionsOf(path string) []section {
	i, _ := slices.BinarySearchFunc(index[:], path, func(p place, path string) int { return strings.Compare(p.path, path) })
	var out []section
	for ; i < len(index) && index[i].path == path; i++ {
		p := index[i]
		f, err := files.Open(p.file)
		if err != nil {
			continue
		}
		text := make([]byte, p.to-p.from)
		if r, ok := f.(io.ReaderAt); ok {
			if _, err := r.ReadAt(text, int64(p.from)); err == nil {
				out = append(out, section{text: string(text), file: p.file})
			}
		}
		f.Close()
	}
	return out
}

// split calls add for every "package" section of a file.
func split(text, file string, add func(path string, s section)) {
	const mark = "\npackage "
	end := 0
	for {
		i := strings.Index(text[end:], mark)
		if i < 0 {
			return
		}
		head := end + i + len(mark)
		path, _, _ := strings.Cut(text[head:], "\n")
		from := head + len(path) + 1
		end = len(text)
		if n := strings.Index(text[from-1:], mark); n >= 0 {
			end = from + n
		}
		add(strings.TrimSpace(path), section{text: text[from:end], file: file, from: from, line: strings.Count(text[:from], "\n")})
		end--
	}
}

// Catalog answers what an API does. It parses a package's section the first
// time that the package is asked for.
type Catalog struct {
	own []Row

	mu   sync.Mutex
	pkgs map[string]*Package
}

// New returns a catalogue of the built-in rows and own.
func New(own []Row) *Catalog {
	return &Catalog{own: own, pkgs: make(map[string]*Package)}
}

// Package holds the rows of one package by symbol.
type Package struct {
	rows      map[string][]*Row
	listening map[string]bool // see Listening
	muxes     map[string]bool // see Mux
}

// Package returns the rows of the package with the given import path, or nil
// when the catalogue does not know it.
func (c *Catalog) Package(path string) *Package {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p, ok := c.pkgs[path]; ok {
		return p
	}
	var p *Package
	add := func(r *Row) {
		if p == nil {
			p = &Package{rows: make(map[string][]*Row), listening: make(map[string]bool), muxes: make(map[string]bool)}
		}
		p.rows[r.Symbol] = append(p.rows[r.Symbol], r)
		p.noteListening(r)
		p.noteMux(r)
	}
	for _, s := range sectionsOf(path) {
		rows, err := parseSection(path, s, false)
		if err != nil {
			panic(err) // a test parses every section
		}
		for i := range rows {
			add(&rows[i])
		}
	}
	for i := range c.own {
		if c.own[i].Package == path {
			add(&c.own[i])
		}
	}
	c.pkgs[path] = p
	return p
}

// Rows returns the rows of a symbol; a nil Package has none. Most symbols
// have one row; a call that does two things has two.
func (p *Package) Rows(symbol string) []*Row {
	if p == nil {
		return nil
	}
	return p.rows[symbol]
}

// Row returns the row of the given kind of a symbol, or nil.
func (p *Package) Row(symbol string, kind Kind) *Row {
	for _, r := range p.Rows(symbol) {
		if r.Kind == kind {
			return r
		}
	}
	return nil
}

// Listens reports whether the package has a row for something that listens or
// serves.
func (p *Package) Listens() bool { return p != nil && len(p.listening) > 0 }

// Listening reports whether something of the package that is called name, or
// has it for its method or field, listens, serves, or chooses what is served
// by everybody who does.
func (p *Package) Listening(name string) bool { return p != nil && p.listening[name] }

// noteListening notes the identifiers that a mention of r's API cannot do
// without.
func (p *Package) noteListening(r *Row) {
	switch r.Kind {
	case Bind, Serve, Server, Option, Field:
	case Route:
		if r.Mux.Set {
			return
		}
	default:
		return
	}
	p.listening[r.Symbol[strings.LastIndexByte(r.Symbol, '.')+1:]] = true
}

// Mux reports whether typ, by import path and name, is a type of the package
// on which routes are registered.
func (p *Package) Mux(typ string) bool { return p != nil && p.muxes[typ] }

// Muxes reports whether the package has a type on which routes are registered.
func (p *Package) Muxes() bool { return p != nil && len(p.muxes) > 0 }

// noteMux notes the type of the receiver of r's method, when that is a mux.
func (p *Package) noteMux(r *Row) {
	var mux Slot
	switch r.Kind {
	case Route, Mux, Middleware:
		mux = r.Mux
	case Serve, Handler:
		mux = r.Handler
	}
	if !mux.Set || mux.Arg != Receiver || mux.Field != "" {
		return
	}
	if typ, _, ok := strings.Cut(strings.TrimPrefix(r.Symbol, "("), ")"); ok {
		p.muxes[strings.TrimPrefix(typ, "*")] = true
	}
}

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
	case "override":
		return &r.Override
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
