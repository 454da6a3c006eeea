// Package script reads the shell scripts that start programs in containers:
// which program a script ends with, with which arguments and variables, and
// whether it takes the place of the shell. Nothing is run; what depends on
// something that is not in sight is Open.
package script

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Word is one word of a command or the value of a variable, with its place in
// the script. Line is 0 of what comes from outside.
type Word struct {
	Line, Column int
	Value        string
	Open         bool // it is not known
}

// Variable is one that a script passes on to what it starts.
type Variable struct {
	Name string
	Word
}

// Start is a program that a script ends with.
type Start struct {
	Line, Column int    // where the script starts it
	Words        []Word // its name and arguments
	WordsOpen    bool   // there may be others
	Exec         bool   // it takes the place of the shell
	Alone        bool   // the shell waits for it, and for nothing else
	Piped        bool   // into another, so that it cannot take the place of the shell
	Env          []Variable
	EnvOpen      bool // more variables may be set
}

// Given is what a script is started with.
type Given struct {
	// Env returns the value of a variable: "" when it is not set, Open when
	// that is not known.
	Env  func(name string) Word
	Args []Word
	// ArgsOpen reports whether there may be others.
	ArgsOpen bool
}

// Result is what a script comes to.
type Result struct {
	Starts []Start // what it may end with: one for each way through it
	Open   bool    // it may end with something else
	Traps  bool    // it handles SIGTERM by itself
	Beside bool    // other programs run beside it
}

// Problem says what is malformed about a script.
type Problem struct {
	Line, Column int
	Message      string
}

// File is a script that was read.
type File struct {
	tree *syntax.File
}

// Last returns the place of the command with which a line ends, the last one also behind
// && and ||, where that is one by itself: not in the background, in brackets or a pipe,
// and nothing of it is led elsewhere. ok is false where it ends otherwise.
func (f *File) Last() (line, column int, ok bool) {
	if len(f.tree.Stmts) == 0 {
		return 0, 0, false
	}
	s := f.tree.Stmts[len(f.tree.Stmts)-1]
	for {
		if s.Background || s.Coprocess || s.Negated || len(s.Redirs) > 0 {
			return 0, 0, false
		}
		switch c := s.Cmd.(type) {
		case *syntax.BinaryCmd:
			if c.Op != syntax.AndStmt && c.Op != syntax.OrStmt {
				return 0, 0, false
			}
			s = c.Y
		case *syntax.CallExpr:
			if len(c.Args) == 0 {
				return 0, 0, false
			}
			at := c.Args[0].Pos()
			return int(at.Line()), int(at.Col()), true
		default:
			return 0, 0, false
		}
	}
}

// interpreters are the shells whose scripts are read.
var interpreters = []string{"sh", "bash", "ash", "dash"}

// IsShell reports whether text is one for a shell: it names one in its first
// line, or names no other interpreter and is called as shells' files are.
func IsShell(name string, text []byte) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	if !bytes.HasPrefix(line, []byte("#!")) {
		return strings.HasSuffix(name, ".sh") || strings.HasSuffix(name, ".bash")
	}
	words := strings.Fields(string(line[2:]))
	for i, w := range words {
		base := w[strings.LastIndexByte(w, '/')+1:]
		if i == 0 && base == "env" || strings.HasPrefix(w, "-") {
			continue
		}
		for _, sh := range interpreters {
			if base == sh {
				return true
			}
		}
		return false
	}
	return false
}

// What is larger or nested deeper is generated, and takes seconds to read.
const (
	MaxSize  = 256 << 10
	maxDepth = 100
)

// tooDeep returns the line in which brackets are nested too deep, or 0.
func tooDeep(text []byte) int {
	depth, line := 0, 1
	for _, c := range text {
		switch c {
		case '(', '{':
			if depth++; depth > maxDepth {
				return line
			}
		case ')', '}':
			depth = max(depth-1, 0)
		case '\n':
			line++
		}
	}
	return 0
}

// Read reads a script. The problem is nil when there is none.
func Read(text []byte) (*File, *Problem) {
	if len(text) > MaxSize {
		return nil, &Problem{1, 1, fmt.Sprintf("not read: a script larger than %d KB", MaxSize>>10)}
	}
	if line := tooDeep(text); line > 0 {
		return nil, &Problem{line, 1, fmt.Sprintf("not read: more than %d brackets in each other", maxDepth)}
	}
	tree, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(bytes.NewReader(text), "")
	if err != nil {
		p := &Problem{Line: 1, Column: 1, Message: err.Error()}
		var perr syntax.ParseError
		var lerr syntax.LangError
		switch {
		case errors.As(err, &perr):
			p.Line, p.Column, p.Message = int(perr.Pos.Line()), int(perr.Pos.Col()), perr.Text
		case errors.As(err, &lerr):
			p.Line, p.Column, p.Message = int(lerr.Pos.Line()), int(lerr.Pos.Col()), fmt.Sprintf("%s is of another shell", lerr.Feature)
		}
		p.Message, _, _ = strings.Cut(p.Message, "\n")
		p.Message = "malformed script: " + p.Message
		return nil, p
	}
	return &File{tree}, nil
}

// Run returns what the script comes to when it is started with given.
func (f *File) Run(given Given) Result {
	r := &run{given: given, set: make(map[string]Word), exported: make(map[string]bool), functions: make(map[string]*syntax.Stmt)}
	syntax.Walk(f.tree, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.CallExpr:
			r.traps = r.traps || catchesTerm(n)
		case *syntax.FuncDecl:
			if n.Name != nil {
				r.functions[n.Name.Value] = n.Body
			}
		}
		return true
	})
	if r.list(f.tree.Stmts, true) {
		r.open = true
	}
	return Result{Starts: r.starts, Open: r.open, Traps: r.traps, Beside: r.beside || len(r.behind) > 0}
}

// Mentions reports whether the script refers to a variable, or may.
func (f *File) Mentions(name string) bool {
	found := false
	syntax.Walk(f.tree, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.ParamExp:
			found = found || n.Param != nil && n.Param.Value == name || n.Excl
		case *syntax.CallExpr:
			if len(n.Args) > 0 {
				switch n.Args[0].Lit() {
				case "envsubst", "eval", "printenv", "env", ".", "source":
					found = true
				}
			}
		}
		return true
	})
	return found
}

// catchesTerm reports whether a command is a trap for SIGTERM.
func catchesTerm(c *syntax.CallExpr) bool {
	if len(c.Args) < 3 || c.Args[0].Lit() != "trap" {
		return false
	}
	for _, w := range c.Args[2:] {
		switch strings.TrimPrefix(strings.ToUpper(w.Lit()), "SIG") {
		case "TERM", "15", "": // "" of a word that is not known
			return true
		}
	}
	return false
}
