package rule

import (
	"cmp"
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
)

//go:embed directive.txt
var directiveDoc string

// Directive is the rule about the suppression directives themselves. It
// reports what [DirectiveAnalyzer] finds and has no Check of its own.
var Directive = Rule{
	Name:    "directive",
	Doc:     strings.TrimSpace(directiveDoc),
	Default: true,
}

// directivePrefix begins every directive of portvet. As with all directives
// of Go there is no space in it.
const directivePrefix = "//portvet:"

// A directive is a comment
//
//	//portvet:ignore RULE[,RULE] -- reason
type directive struct {
	comment *ast.Comment
	verb    string   // what follows the prefix: "ignore"
	rules   []string // the names as written; none is a mistake
	reason  string   // "" is a mistake
}

// parseDirective returns the directive that c is, and whether it is one.
func parseDirective(c *ast.Comment) (directive, bool) {
	text, ok := strings.CutPrefix(c.Text, directivePrefix)
	if !ok {
		return directive{}, false
	}
	text, _, _ = strings.Cut(text, " // ") // a comment on the comment
	verb, rest := text, ""
	if i := strings.IndexAny(text, " \t"); i >= 0 {
		verb, rest = text[:i], text[i:]
	}
	d := directive{comment: c, verb: verb}
	names, reason, dashed := strings.Cut(rest, "--")
	d.reason = strings.TrimSpace(reason)
	for name := range strings.SplitSeq(names, ",") {
		name = strings.TrimSpace(name)
		if words := strings.Fields(name); !dashed && len(words) > 1 {
			name = words[0] // Have: RULE a reason without its dashes
		}
		if name != "" {
			d.rules = append(d.rules, name)
		}
	}
	return d, true
}

// problem says what is wrong with the form of d, or returns "". known are the
// names of all rules.
func (d directive) problem(known []string) string {
	if d.verb != "ignore" {
		return fmt.Sprintf("unknown directive %q, which does nothing; write //portvet:ignore RULE -- reason",
			directivePrefix+d.verb)
	}
	if len(d.rules) == 0 {
		return "portvet:ignore names no rule, so it hides nothing; write //portvet:ignore RULE -- reason"
	}
	for _, name := range d.rules {
		if name == Directive.Name {
			return fmt.Sprintf("portvet:ignore names %q, whose findings cannot be hidden; correct the directive instead", name)
		}
		if !slices.Contains(known, name) {
			rules := slices.DeleteFunc(slices.Clone(known), func(n string) bool { return n == Directive.Name })
			return fmt.Sprintf("portvet:ignore names %q, which is no rule; the rules are %s", name, strings.Join(rules, ", "))
		}
	}
	if d.reason == "" {
		return fmt.Sprintf("portvet:ignore %s gives no reason; add one after \" -- \"", strings.Join(d.rules, ","))
	}
	return ""
}

// suppressions are the places of a package where findings are hidden.
type suppressions []suppression

// suppression hides the findings of some rules on some lines of a file.
type suppression struct {
	file     string // as in token.Position, so after //line comments
	from, to int    // lines, both included
	rules    []string
	all      bool      // every rule: it is a nolint
	pos      token.Pos // of the directive; not valid for a nolint
}

// suppressionsOf returns the suppressions of files: those by directives of
// portvet, and those by nolint comments that mean one of linters.
//
// A directive without a reason hides findings too: the one thing left to do
// is to write the reason, so that is the one thing reported.
func suppressionsOf(fset *token.FileSet, files []*ast.File, linters ...string) suppressions {
	var all suppressions
	for _, f := range files {
		all = append(all, directiveRanges(fset, f)...)
	}
	if len(linters) > 0 {
		for _, f := range files {
			all = append(all, nolintRanges(fset, f, linters)...)
		}
	}
	return all
}

// find reports whether a finding of rule at pos is hidden, and the directives
// that hide it: none if only a nolint does.
func (s suppressions) find(rule string, fset *token.FileSet, pos token.Pos) (hit bool, directives []token.Pos) {
	at := fset.Position(pos)
	for _, r := range s {
		if r.file != at.Filename || at.Line < r.from || r.to < at.Line {
			continue
		}
		if !r.all && (rule == Directive.Name || !slices.Contains(r.rules, rule)) {
			continue // a directive hides no finding about directives
		}
		hit = true
		if r.pos.IsValid() {
			directives = append(directives, r.pos)
		}
	}
	return hit, directives
}

// directiveRanges returns what the directives in f hide. One behind code
// hides findings on its own line. One on a line of its own also hides those
// on the line below the comment, and in the documentation of a function all
// of the function's.
func directiveRanges(fset *token.FileSet, f *ast.File) suppressions {
	var found suppressions
	var code map[int]token.Pos // made for the first directive
	for _, group := range f.Comments {
		for _, c := range group.List {
			d, ok := parseDirective(c)
			if !ok || d.verb != "ignore" {
				continue
			}
			if code == nil {
				code = codeLines(fset, f)
			}
			at := fset.Position(c.Pos())
			s := suppression{file: at.Filename, from: at.Line, to: at.Line, rules: d.rules, pos: c.Pos()}
			if first, ok := code[at.Line]; !ok || c.Pos() < first {
				s.to = fset.Position(group.End()).Line + 1
			}
			if fn := documentedFunc(f, group); fn != nil {
				s.to = fset.Position(fn.End()).Line
			}
			found = append(found, s)
		}
	}
	return found
}

// codeLines maps each line of f on which something other than a comment
// begins or ends to the first such place.
func codeLines(fset *token.FileSet, f *ast.File) map[int]token.Pos {
	lines := make(map[int]token.Pos)
	mark := func(pos token.Pos) {
		line := fset.Position(pos).Line
		if first, ok := lines[line]; !ok || pos < first {
			lines[line] = pos
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case nil:
		case *ast.Comment, *ast.CommentGroup:
			return false
		default:
			mark(n.Pos())
			mark(n.End() - 1)
		}
		return true
	})
	return lines
}

// documentedFunc returns the function of f that doc documents, or nil.
func documentedFunc(f *ast.File, doc *ast.CommentGroup) *ast.FuncDecl {
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Doc == doc {
			return fn
		}
	}
	return nil
}

// DirectiveAnalyzer makes the analyzer of the rule Directive, which reports
// directives that are malformed or hide nothing. rules are the analyzers of
// the rules that run, known the names of all rules there are: a directive for
// a rule that does not run is left alone. model is the one that rules have.
func DirectiveAnalyzer(model *analysis.Analyzer, cfg *Config, rules []*analysis.Analyzer, known []string) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     Directive.Name,
		Doc:      Directive.Doc,
		URL:      URL(Directive.Name),
		Requires: append([]*analysis.Analyzer{model}, rules...),
		Run: func(pass *analysis.Pass) (any, error) {
			directives := directivesOf(pass.Files)
			prog, ok := pass.ResultOf[model].(*program.Program)
			if len(directives) == 0 || !ok {
				return nil, nil
			}
			cfg.ask(prog, func() {
				use := usage(pass, cfg, rules)
				p := &Pass{Pass: pass, Program: prog, cfg: cfg}
				for _, d := range directives {
					msg := d.problem(known)
					if msg == "" {
						msg = d.idle(use)
					}
					if msg != "" {
						p.Report(d.comment, nil, "%s", msg)
					}
				}
				p.emit(Directive.Name, cfg, new(Used), nil)
			})
			return nil, nil
		},
	}
}

// directivesOf returns the directives in files.
func directivesOf(files []*ast.File) []directive {
	var found []directive
	for _, f := range files {
		for _, group := range f.Comments {
			for _, c := range group.List {
				if d, ok := parseDirective(c); ok {
					found = append(found, d)
				}
			}
		}
	}
	return found
}

// usage maps each rule that is on, and ran to the end on the package of pass,
// to the directives that hid a finding of it.
func usage(pass *analysis.Pass, cfg *Config, rules []*analysis.Analyzer) map[string][]token.Pos {
	use := make(map[string][]token.Pos)
	for _, a := range rules {
		if cfg.Off(a.Name) {
			continue // go vet runs it for its result, which is needed here
		}
		if used, ok := pass.ResultOf[a].(*Used); ok && used.Complete {
			use[a.Name] = used.Directives
		}
	}
	return use
}

// idle says which of its rules d hides nothing of, or returns "". A rule that
// is not in use did not run, so there is nothing to say about it.
func (d directive) idle(use map[string][]token.Pos) string {
	var idle []string
	for _, name := range d.rules {
		if used, ran := use[name]; ran && !slices.Contains(used, d.comment.Pos()) && !slices.Contains(idle, name) {
			idle = append(idle, name)
		}
	}
	if len(idle) == 0 {
		return ""
	}
	slices.SortFunc(idle, cmp.Compare[string])
	return fmt.Sprintf("portvet:ignore hides no finding of %s; remove it", strings.Join(idle, ", "))
}
