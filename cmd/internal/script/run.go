package script

import (
	"maps"
	"path"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// How deep functions may call each other, and how many calls are followed.
const (
	maxCallDepth = 10
	maxCalls     = 1000
)

// run is the state of a script on its way.
type run struct {
	given     Given
	set       map[string]Word
	exported  map[string]bool
	allExport bool // set -a
	functions map[string]*syntax.Stmt
	depth     int
	calls     int // of functions, so far

	envOpen bool
	status  status // of the last command
	starts  []Start
	open    bool
	others
}

// status is whether a command succeeded.
type status struct{ value, known bool }

// others are programs that run beside what a script ends with.
type others struct {
	behind []Start // in the background
	beside bool    // what is started goes on by itself
	traps  bool    // they are told of SIGTERM, perhaps
}

// daemons are programs that go on by themselves once they are started.
var daemons = []string{"nginx", "service", "supervisord", "apache2", "httpd", "caddy", "haproxy", "crond", "sshd"}

// list goes through statements in their order. last says that nothing follows
// them, so that the script ends with the last one. It reports whether what
// follows can be reached, or, of the last, whether the script may end without
// a program that is known.
func (r *run) list(stmts []*syntax.Stmt, last bool) (goesOn bool) {
	n := len(stmts)
	if last {
		for n > 1 && isExit(stmts[n-1]) {
			n-- // what it ends with stands before
		}
	}
	for i, s := range stmts[:n] {
		if !r.stmt(s, last && i == n-1) {
			return false
		}
	}
	return true
}

// isExit reports whether a statement only hands on the status of the one before.
func isExit(s *syntax.Stmt) bool {
	c, ok := s.Cmd.(*syntax.CallExpr)
	if !ok || len(c.Args) == 0 || c.Args[0].Lit() != "exit" {
		return false
	}
	return len(c.Args) == 1 || c.Args[1].Lit() == ""
}

// stmt is list for one statement.
func (r *run) stmt(s *syntax.Stmt, last bool) (goesOn bool) {
	if s.Background || s.Coprocess {
		if c, ok := s.Cmd.(*syntax.CallExpr); ok && s.Background && len(c.Args) > 0 {
			words, more := r.words(c.Args)
			if start := r.start(c, words, more); len(start.Words) > 0 && r.functions[words.first()] == nil {
				r.behind = append(r.behind, start)
			}
		}
		return true
	}
	r.status = r.succeeds(s)
	switch c := s.Cmd.(type) {
	case *syntax.CallExpr:
		return r.call(c, last && !s.Negated)
	case *syntax.DeclClause:
		r.declare(c)
	case *syntax.Block:
		return r.list(c.Stmts, last)
	case *syntax.IfClause:
		return r.conditional(c, last)
	case *syntax.CaseClause:
		if i, known := r.chosen(c); known {
			return i < 0 || r.list(c.Items[i].Stmts, last)
		}
		goesOn, whole := false, false
		r.branches(len(c.Items), func(i int) {
			goesOn = r.list(c.Items[i].Stmts, last) || goesOn
			for _, p := range c.Items[i].Patterns {
				whole = whole || p.Lit() == "*"
			}
		})
		return goesOn || !whole
	case *syntax.BinaryCmd:
		switch c.Op {
		case syntax.AndStmt, syntax.OrStmt:
			if !r.stmt(c.X, false) {
				return false
			}
			switch st := r.status; {
			case st.known && st.value == (c.Op == syntax.AndStmt):
				return r.stmt(c.Y, last)
			case !st.known:
				r.branches(1, func(int) { r.stmt(c.Y, last) }) // it may be left out
				r.status = status{}
			}
			return true
		case syntax.Pipe, syntax.PipeAll:
			if call, ok := c.X.Cmd.(*syntax.CallExpr); ok && last && len(call.Args) > 0 {
				words, more := r.words(call.Args)
				start := r.start(call, words, more)
				if start.Piped = true; len(start.Words) > 0 && r.functions[words.first()] == nil {
					r.starts = append(r.starts, start)
					return false
				}
			}
		}
		r.forget(s)
	case *syntax.FuncDecl, nil:
	default:
		r.forget(s)
	}
	return true
}

// conditional goes through the branches of an if: through one where what it asks
// is known.
func (r *run) conditional(c *syntax.IfClause, last bool) (goesOn bool) {
	for c != nil {
		value, known := r.truth(c.Cond)
		if len(c.Cond) == 0 || known && value {
			return r.list(c.Then, last)
		}
		if !known {
			break
		}
		c = c.Else
	}
	if c == nil {
		return true
	}
	r.list(c.Cond, false)
	goesOn = false
	whole := false
	var thens [][]*syntax.Stmt
	for at := c; at != nil; at = at.Else {
		thens = append(thens, at.Then)
		whole = len(at.Cond) == 0
	}
	r.branches(len(thens), func(i int) { goesOn = r.list(thens[i], last) || goesOn })
	return goesOn || !whole
}

// branches goes through n branches from the same state each. What they leave
// differently is not known behind them.
func (r *run) branches(n int, branch func(i int)) {
	before, args, argsOpen := maps.Clone(r.set), r.given.Args, r.given.ArgsOpen
	changed := make(map[string]bool)
	argsChanged := false
	for i := range n {
		r.set, r.given.Args, r.given.ArgsOpen = maps.Clone(before), args, argsOpen
		branch(i)
		for name, w := range r.set {
			if before[name] != w {
				changed[name] = true
			}
		}
		argsChanged = argsChanged || !slices.Equal(args, r.given.Args) || argsOpen != r.given.ArgsOpen
	}
	r.set, r.given.Args, r.given.ArgsOpen = before, args, argsOpen
	for name := range changed {
		r.set[name] = Word{Open: true}
	}
	if argsChanged {
		r.given.Args, r.given.ArgsOpen = nil, true
	}
}

// forget notes that a statement, which is not followed, may set what it
// mentions, and may start something in the place of the shell.
func (r *run) forget(s *syntax.Stmt) {
	syntax.Walk(s, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Assign:
			if n.Name != nil {
				r.set[n.Name.Value] = Word{Open: true}
			}
		case *syntax.WordIter:
			r.set[n.Name.Value] = Word{Open: true}
		case *syntax.CallExpr:
			if len(n.Args) > 0 {
				switch n.Args[0].Lit() {
				case "exec":
					r.open = r.open || len(n.Args) > 1
				case "set", "shift":
					r.given.Args, r.given.ArgsOpen = nil, true
				case "read", "eval", ".", "source":
					r.envOpen = true
				}
			}
		}
		return true
	})
}

// declare notes the variables of export, readonly and the like.
func (r *run) declare(c *syntax.DeclClause) {
	for _, a := range c.Args {
		if a.Name == nil {
			continue
		}
		if !a.Naked {
			r.assign(a)
		}
		if c.Variant.Value == "export" {
			r.exported[a.Name.Value] = true
		}
	}
}

func (r *run) assign(a *syntax.Assign) {
	w := Word{Line: int(a.Pos().Line()), Column: int(a.Pos().Col()), Open: true}
	if a.Array == nil && a.Index == nil && !a.Append {
		if a.Value == nil {
			w.Open = false
		} else {
			w = r.word(a.Value)
		}
	}
	r.set[a.Name.Value] = w
	if r.allExport {
		r.exported[a.Name.Value] = true
	}
}

// call goes through a simple command.
func (r *run) call(c *syntax.CallExpr, last bool) (goesOn bool) {
	if len(c.Args) == 0 {
		for _, a := range c.Assigns {
			r.assign(a)
		}
		return true
	}
	words, more := r.words(c.Args)
	name := words.first()
	exec := name == "exec"
	if exec {
		if len(words) == 1 && !more {
			return true // redirects what the shell writes
		}
		words = words[1:]
		name = words.first()
	}
	if fn := r.functions[name]; fn != nil && !exec {
		if r.calls++; r.depth >= maxCallDepth || r.calls > maxCalls {
			r.open = true // it calls itself
			return false
		}
		r.depth++
		defer func() { r.depth-- }()
		args, argsOpen := r.given.Args, r.given.ArgsOpen
		r.given.Args, r.given.ArgsOpen = words[1:], more
		goesOn := r.stmt(fn, last)
		r.given.Args, r.given.ArgsOpen = args, argsOpen
		return goesOn
	}
	if last && len(r.behind) > 0 && (name == "wait" && !exec || idles(words)) {
		r.starts = append(r.starts, r.behind...) // it ends with what it waits for
		r.beside, r.behind = r.beside || len(r.behind) > 1, nil
		return false
	}
	if !exec && r.builtin(name, words, more) {
		return name != "exit" && name != "return"
	}
	if !last && !exec {
		r.beside = r.beside || slices.Contains(daemons, path.Base(name))
		return true
	}
	s := r.start(c, words, more)
	s.Exec = exec
	if len(s.Words) == 0 && !more {
		return true
	}
	if list(s.Words).first() == itself {
		return false // once more, as another user: what it does then is the rest
	}
	r.starts = append(r.starts, s)
	return false
}

// itself stands for $0.
const itself = "\x00"

// idles reports whether a command does nothing for ever, so that what runs beside it
// goes on: sleep infinity, tail -f.
func idles(words list) bool {
	if len(words) < 2 || words[1].Open {
		return false
	}
	switch arg := words[1].Value; path.Base(words.first()) {
	case "sleep":
		return strings.HasPrefix(arg, "inf")
	case "tail":
		return strings.HasPrefix(arg, "-") && strings.ContainsAny(arg, "fF")
	}
	return false
}

// start returns the program that a command starts, with what is exported.
func (r *run) start(c *syntax.CallExpr, words list, more bool) Start {
	at := c.Args[0].Pos()
	s := Start{Line: int(at.Line()), Column: int(at.Col()), Alone: true, WordsOpen: more, EnvOpen: r.envOpen}
	for _, name := range slices.Sorted(maps.Keys(r.set)) {
		w, outside := r.set[name], r.given.Env(name)
		switch {
		case r.exported[name]:
		case outside.Open: // handed on only if it came from outside
			w = Word{Open: true}
		case outside == (Word{}):
			continue
		}
		s.Env = append(s.Env, Variable{name, w})
	}
	for _, a := range c.Assigns {
		if a.Name != nil && a.Value != nil {
			s.Env = append(s.Env, Variable{a.Name.Value, r.word(a.Value)})
		}
	}
	s.Words = s.unwrapped(words)
	return s
}

// builtin carries out what a command changes for those behind it. It reports
// whether it is one that starts no program.
func (r *run) builtin(name string, words list, more bool) bool {
	switch name {
	case "set":
		for i, w := range words[1:] {
			if w.Value == "--" {
				r.given.Args, r.given.ArgsOpen = slices.Clone(words[i+2:]), more
				return true
			}
			if w.Value == "-a" || w.Value == "-o" && i+2 < len(words) && words[i+2].Value == "allexport" {
				r.allExport = true
			}
		}
	case "shift":
		switch {
		case len(words) > 1 || more || r.given.ArgsOpen && len(r.given.Args) == 0:
			r.given.Args, r.given.ArgsOpen = nil, true
		case len(r.given.Args) > 0:
			r.given.Args = r.given.Args[1:]
		}
	case "eval", ".", "source", "read":
		r.envOpen = true
	case "unset":
		for _, w := range words[1:] {
			r.set[w.Value] = Word{Open: w.Open}
		}
	case "export", "readonly":
		for _, w := range words[1:] {
			r.set[w.Value] = Word{Open: true}
		}
	case "exit", "return", "echo", "printf", "trap", "wait", "cd", "test", "[", "true", "false", ":", "umask", "ulimit", "mkdir", "chown", "chmod", "sleep", "local":
	default:
		return false
	}
	return true
}

// list are the words of a command.
type list []Word

// first returns the first word, or "".
func (l list) first() string {
	if len(l) == 0 || l[0].Open {
		return ""
	}
	return l[0].Value
}

// unwrapped cuts off what only changes the user or passes signals on: gosu,
// su-exec, setpriv, tini, dumb-init, env and the like.
func (s *Start) unwrapped(words list) list {
	for len(words) > 0 && !words[0].Open {
		name := words[0].Value[strings.LastIndexByte(words[0].Value, '/')+1:]
		skip, valued := 0, ""
		switch name {
		case "runuser", "setpriv":
			valued = "-u -g -G --user --group --reuid --regid --groups"
		case "gosu", "su-exec", "s6-setuidgid", "setuidgid":
			skip = 1
		case "tini", "dumb-init", "nohup", "command", "catatonit":
			if name == "dumb-init" || name == "tini" && slices.ContainsFunc(words[1:], func(w Word) bool { return w.Value == "-g" }) {
				s.Alone = false // it tells all that it has started
			}
		case "env":
			for words = words[1:]; len(words) > 0; words = words[1:] {
				name, value, ok := strings.Cut(words[0].Value, "=")
				if !ok {
					break
				}
				s.Env = append(s.Env, Variable{name, Word{words[0].Line, words[0].Column, value, words[0].Open}})
			}
			if len(words) > 0 && strings.HasPrefix(words[0].Value, "-") {
				return nil // what it takes away is not followed
			}
			continue
		default:
			return words
		}
		words = words[min(1+skip, len(words)):]
		for len(words) > 0 && strings.HasPrefix(words[0].Value, "-") {
			end := words[0].Value == "--"
			if slices.Contains(strings.Fields(valued), words[0].Value) && len(words) > 1 {
				words = words[1:]
			}
			words = words[1:]
			if end {
				break
			}
		}
	}
	return words
}
