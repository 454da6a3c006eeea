package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
)

// completionCommand prints a script that teaches a shell portvet's command
// line. The words in it are taken from the flags, commands and rules of this
// very program.
func completionCommand() subcommand {
	return subcommand{
		name:    "completion",
		args:    "bash|zsh|fish",
		summary: "print a completion script for a shell",
		about: `Prints a script that completes commands, flags, rules and directories.

  bash  source <(portvet completion bash)               in ~/.bashrc
  zsh   source <(portvet completion zsh)                in ~/.zshrc, after compinit
  fish  portvet completion fish | source                in ~/.config/fish/config.fish`,
		run: func(args []string, stdout io.Writer) error {
			if len(args) != 1 {
				return errors.New("name one shell: bash, zsh or fish")
			}
			shells := map[string]func(vocabulary) string{"bash": bashCompletion, "zsh": zshCompletion, "fish": fishCompletion}
			script := shells[args[0]]
			if script == nil {
				return fmt.Errorf("unknown shell %q; there are bash, zsh and fish", args[0])
			}
			words, err := newVocabulary()
			if err != nil {
				return err
			}
			_, err = io.WriteString(stdout, script(words))
			return err
		},
	}
}

// vocabulary is what can be completed.
type vocabulary struct {
	commands []subcommand
	rules    []string
	flags    []flagWord // of the analysis
}

// flagWord is a flag as completion sees it.
type flagWord struct {
	name, usage string
	value       string   // what it takes: "" for nothing, dir, file, rules, words or other
	words       []string // with value words: the values
}

func newVocabulary() (vocabulary, error) {
	cl, err := parse(nil)
	if err != nil {
		return vocabulary{}, err
	}
	v := vocabulary{commands: subcommands(), flags: flagWords(cl.flags)}
	for _, r := range analyzers.Rules() {
		v.rules = append(v.rules, r.Name)
	}
	return v, nil
}

// flagWords returns the flags of fs in the order of their names.
func flagWords(fs *flag.FlagSet) []flagWord {
	var words []flagWord
	fs.VisitAll(func(f *flag.Flag) {
		arg, usage := flag.UnquoteUsage(f)
		w := flagWord{name: f.Name, usage: usage, value: "other"}
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
			w.value = ""
		} else if arg == "dir" || arg == "file" {
			w.value = arg
		}
		if f.Name == "enable" || f.Name == "disable" {
			w.value = "rules"
		}
		if f.Name == "mod" {
			w.value, w.words = "words", []string{"readonly", "vendor", "mod"}
		}
		words = append(words, w)
	})
	return words
}

// argumentsOf returns the words that may follow a subcommand: its flags and
// what it takes.
func (v vocabulary) argumentsOf(c subcommand) []string {
	var words []string
	for _, f := range flagWords(c.flagSet()) {
		words = append(words, "-"+f.name)
	}
	switch c.name {
	case "explain":
		words = append(words, v.rules...)
	case "help":
		words = append(words, "flags")
		for _, c := range v.commands {
			words = append(words, c.name)
		}
		words = append(words, v.rules...)
	case "completion":
		words = append(words, "bash", "zsh", "fish")
	}
	return words
}

func (v vocabulary) commandNames() []string {
	var names []string
	for _, c := range v.commands {
		names = append(names, c.name)
	}
	return names
}

// having returns the names, with a dash, of the flags that take value.
func having(flags []flagWord, value string) []string {
	var names []string
	for _, f := range flags {
		if f.value == value {
			names = append(names, "-"+f.name)
		}
	}
	return names
}

func bashCompletion(v vocabulary) string {
	var b strings.Builder
	b.WriteString(`# Completion of portvet for bash.
_portvet() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
	# Bash takes -flag=value apart at the equals sign.
	if [[ $cur == "=" ]]; then
		cur=
	elif [[ $prev == "=" ]]; then
		prev=${COMP_WORDS[COMP_CWORD-2]}
	fi
	COMPREPLY=()
	if (( COMP_CWORD > 1 )); then
		case ${COMP_WORDS[1]} in
`)
	for _, c := range v.commands {
		fmt.Fprintf(&b, "\t\t%s)\n\t\t\tCOMPREPLY=($(compgen %s-W %s -- \"$cur\"))\n\t\t\treturn ;;\n",
			c.name, word(c.files, "-f ", ""), quote(strings.Join(v.argumentsOf(c), " ")))
	}
	b.WriteString("\t\tesac\n\tfi\n\tcase ${prev/#--/-} in\n")
	complete := func(flags []string, action string) {
		if len(flags) > 0 {
			fmt.Fprintf(&b, "\t%s)\n\t\tCOMPREPLY=($(compgen %s -- \"$cur\"))\n\t\treturn ;;\n", strings.Join(flags, "|"), action)
		}
	}
	complete(having(v.flags, "dir"), "-d")
	complete(having(v.flags, "file"), "-f")
	complete(having(v.flags, "rules"), "-W "+quote(strings.Join(v.rules, " ")))
	for _, f := range v.flags {
		if f.value == "words" {
			complete([]string{"-" + f.name}, "-W "+quote(strings.Join(f.words, " ")))
		}
	}
	fmt.Fprintf(&b, "\t%s)\n\t\treturn ;;\n\tesac\n", strings.Join(having(v.flags, "other"), "|"))
	var flags []string
	for _, f := range v.flags {
		flags = append(flags, "-"+f.name)
	}
	fmt.Fprintf(&b, "\tif [[ $cur == -* ]]; then\n\t\tCOMPREPLY=($(compgen -W %s -- \"$cur\"))\n\t\treturn\n\tfi\n",
		quote(strings.Join(flags, " ")))
	fmt.Fprintf(&b, "\tCOMPREPLY=($(compgen -d -- \"$cur\"))\n\tif (( COMP_CWORD == 1 )); then\n\t\tCOMPREPLY+=($(compgen -W %s -- \"$cur\"))\n\tfi\n}\ncomplete -F _portvet portvet\n",
		quote(strings.Join(v.commandNames(), " ")))
	return b.String()
}

func zshCompletion(v vocabulary) string {
	var b strings.Builder
	b.WriteString("#compdef portvet\n# Completion of portvet for zsh.\n_portvet() {\n\tif (( CURRENT > 2 )); then\n\t\tcase $words[2] in\n")
	for _, c := range v.commands {
		fmt.Fprintf(&b, "\t\t%s)\n\t\t\t%scompadd -- %s\n\t\t\treturn ;;\n", c.name, word(c.files, "_files\n\t\t\t", ""), strings.Join(v.argumentsOf(c), " "))
	}
	b.WriteString("\t\tesac\n\tfi\n\tlocal -a commands\n\tcommands=(\n")
	for _, c := range v.commands {
		fmt.Fprintf(&b, "\t\t%s\n", quote(c.name+":"+c.summary))
	}
	b.WriteString("\t)\n\t(( CURRENT == 2 )) && _describe -t commands command commands\n\t_arguments \\\n")
	for _, f := range v.flags {
		spec := "-" + f.name
		if f.value != "" {
			spec += "="
		}
		spec = "*" + spec + "[" + strings.NewReplacer("[", "(", "]", ")", ":", " -").Replace(f.usage) + "]"
		switch f.value {
		case "dir":
			spec += ":directory:_files -/"
		case "file":
			spec += ":file:_files"
		case "rules":
			spec += ":rules:(" + strings.Join(v.rules, " ") + ")"
		case "words":
			spec += ":value:(" + strings.Join(f.words, " ") + ")"
		case "other":
			spec += ":value: "
		}
		fmt.Fprintf(&b, "\t\t%s \\\n", quote(spec))
	}
	b.WriteString("\t\t'*:package:_files -/'\n}\ncompdef _portvet portvet\n")
	return b.String()
}

func fishCompletion(v vocabulary) string {
	var b strings.Builder
	notCommand := "-n " + quote("not __fish_seen_subcommand_from "+strings.Join(v.commandNames(), " "))
	fmt.Fprintf(&b, "# Completion of portvet for fish.\ncomplete -c portvet -f\ncomplete -c portvet -f %s -a '(__fish_complete_directories)'\n", notCommand)
	first := "-n 'test (count (commandline -opc)) -eq 1'"
	for _, c := range v.commands {
		fmt.Fprintf(&b, "complete -c portvet -f %s -a %s -d %s\n", first, c.name, quote(c.summary))
		if words := v.argumentsOf(c); len(words) > 0 {
			fmt.Fprintf(&b, "complete -c portvet %s -n '__fish_seen_subcommand_from %s' -a %s\n", word(c.files, "-F", "-f"), c.name, quote(strings.Join(words, " ")))
		}
	}
	for _, f := range v.flags {
		fmt.Fprintf(&b, "complete -c portvet %s -o %s -d %s", notCommand, f.name, quote(f.usage))
		switch f.value {
		case "dir":
			b.WriteString(" -x -a '(__fish_complete_directories)'")
		case "file":
			b.WriteString(" -r -F")
		case "rules":
			b.WriteString(" -x -a " + quote(strings.Join(v.rules, " ")))
		case "words":
			b.WriteString(" -x -a " + quote(strings.Join(f.words, " ")))
		case "other":
			b.WriteString(" -x")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// quote puts text in single quotes for any of the shells.
func quote(text string) string {
	if !slices.Contains([]byte(text), '\'') {
		return "'" + text + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", `\$`, "`", "\\`").Replace(text) + `"`
}
