package manifest

import (
	"bytes"
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/lazy"
)

// The parser of BuildKit would bring protobuf's registries with it, which
// every start of the vet tool would pay for. What is needed here is little:
// instructions, their lines, and which stage they are of.

// instruction is one instruction of a Dockerfile.
type instruction struct {
	name   string // in capitals
	rest   string // what follows, lines joined
	line   int
	column int // of the rest
	bodies []body
}

// body is the text of a heredoc.
type body struct {
	text string
	line int  // the one above it
	raw  bool // nothing in it is filled in
}

// stage is what one FROM begins.
type stage struct {
	image  *Image
	from   string
	name   string
	vars   map[string]string   // of ENV, where they are known
	args   map[string]argument // of ARG, also of those before the first FROM
	chosen bool                // what it builds depends on the default of an argument
}

// dockerfile reads a Dockerfile. The image is that of its last stage, with the
// packages that all stages build. An empty file keeps the place of one that is yet to
// be written.
func (s *Set) dockerfile(file string, text []byte) {
	if len(bytes.TrimSpace(text)) == 0 {
		return
	}
	img, problem := readImage(file, text, nil)
	if problem != nil {
		s.Problems = append(s.Problems, *problem)
		return
	}
	s.Images = append(s.Images, img)
}

// readImage reads a Dockerfile that is given arguments, or nil where these are
// not known: it may be given any then.
func readImage(file string, text []byte, given map[string]string) (*Image, *Problem) {
	ins, err := instructions(string(text))
	if err != "" {
		return nil, &Problem{Position{file, ins[len(ins)-1].line, 1}, err}
	}
	before := &stage{args: make(map[string]argument)} // all stages
	stages := []*stage(nil)
	var targets, outputs []Text
	var sources [][]string
	mayBind, takesArgs := false, false
	for _, in := range ins {
		st := before
		if len(stages) > 0 {
			st = stages[len(stages)-1]
		}
		switch in.name {
		case "FROM":
			stages = append(stages, newStage(file, in, stages, before))
			continue
		case "ARG":
			takesArgs = true
			st.declares(in.rest, given, before)
			continue
		}
		if st == before {
			continue // what may not stand there
		}
		switch in.name {
		case "RUN":
			in.rest = st.guess(in.rest)
			t, o := builds(file, in, st.below())
			targets, outputs = append(targets, t...), append(outputs, o...)
			for _, target := range t {
				sources = append(sources, st.sources(target.Value))
			}
			mayBind = mayBind || strings.Contains(in.rest, "setcap") && strings.Contains(strings.ToLower(in.rest), "cap_net_bind_service")
			st.image.Runs = append(st.image.Runs, in.rest)
			st.writes(file, in)
			continue
		case "COPY", "ADD":
			st.copies(in.rest, stages)
			st.holds(file, in)
		}
		st.add(file, in)
	}
	if len(stages) == 0 {
		return nil, &Problem{Position{file, 1, 1}, "malformed Dockerfile: no FROM"}
	}
	img := stages[len(stages)-1].image
	byName := make(map[string]*Image)
	for _, st := range stages {
		st.finish(file, targets, outputs)
		st.image.Sources = sources
		st.image.MayBind = mayBind // COPY keeps it
		if st.name != "" {
			byName[strings.ToLower(st.name)] = st.image
		}
	}
	img.Stages = byName
	img.takesArgs, img.source = takesArgs, text
	img.ByArgument = slices.ContainsFunc(stages, func(st *stage) bool { return st.chosen })
	return img, nil
}

// finish notes what is built for the image of a stage: what all stages build,
// and what it runs with go run.
func (st *stage) finish(file string, targets, outputs []Text) {
	img := st.image
	img.File, img.Targets, img.Outputs = file, slices.Clone(targets), slices.Clone(outputs)
	for _, c := range []Command{img.Entrypoint, img.Cmd} {
		if pkg, ok := c.GoRun(); ok {
			img.Targets, img.Outputs = append(img.Targets, pkg), append(img.Outputs, Text{Position: pkg.Position})
		}
		// What builds it again whenever sources change has the command in quotes.
		for _, line := range append([]Text{c.Shell}, c.Args...) {
			if i := strings.Index(line.Value, "go build "); i >= 0 {
				rest, _, _ := strings.Cut(strings.ReplaceAll(line.Value[i:], "'", `"`), `"`)
				t, o := builds(file, instruction{rest: rest, line: line.Line, column: line.Column}, "")
				img.Targets, img.Outputs = append(img.Targets, t...), append(img.Outputs, o...)
			}
		}
	}
}

// instructions takes a Dockerfile apart. The problem is "" when there is none.
func instructions(text string) (ins []instruction, problem string) {
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n")
	escape := `\`
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "#") {
			if len(ins) == 0 && strings.HasPrefix(strings.ReplaceAll(strings.ToLower(trimmed), " ", ""), "#escape=`") {
				escape = "`"
			}
			continue
		}
		if trimmed == "" {
			continue
		}
		name, rest, _ := strings.Cut(strings.ReplaceAll(trimmed, "\t", " "), " ")
		in := instruction{name: strings.ToUpper(name), line: i + 1}
		in.column = len(line) - len(strings.TrimLeft(line, " \t")) + len(name) + 2
		rest = strings.TrimSpace(rest)
		for strings.HasSuffix(rest, escape) {
			rest = strings.TrimSuffix(rest, escape)
			i++
			for i < len(lines) && (strings.TrimSpace(lines[i]) == "" || strings.HasPrefix(strings.TrimSpace(lines[i]), "#")) {
				i++
			}
			if i >= len(lines) {
				break
			}
			rest += " " + strings.TrimSpace(lines[i])
		}
		if in.name == "RUN" || in.name == "COPY" || in.name == "ADD" {
			for _, m := range heredoc().FindAllStringSubmatch(rest, -1) {
				text, above := "", i+1
				for i++; i < len(lines) && strings.TrimSpace(lines[i]) != m[1]; i++ {
					text += lines[i] + "\n"
				}
				rest += "\n" + strings.TrimSuffix(text, "\n")
				in.bodies = append(in.bodies, body{text, above, strings.ContainsAny(m[0], `"'`) || !strings.ContainsAny(text, "$`\\")})
			}
		}
		in.rest = rest
		ins = append(ins, in)
		if !known[in.name] {
			return ins, "malformed Dockerfile: unknown instruction " + name
		}
	}
	return ins, ""
}

var heredoc = lazy.Regexp(`<<-?["']?([A-Za-z_][A-Za-z0-9_]*)["']?`)

// known are the instructions that there are.
var known = map[string]bool{
	"ADD": true, "ARG": true, "CMD": true, "COPY": true, "ENTRYPOINT": true, "ENV": true, "EXPOSE": true, "FROM": true,
	"HEALTHCHECK": true, "LABEL": true, "MAINTAINER": true, "ONBUILD": true, "RUN": true, "SHELL": true,
	"STOPSIGNAL": true, "USER": true, "VOLUME": true, "WORKDIR": true,
}

// builder fills in what BuildKit says of the machine that an image is for.
var builder = strings.NewReplacer("${TARGETARCH}", "amd64", "$TARGETARCH", "amd64", "${TARGETOS}", "linux", "$TARGETOS", "linux")

func newStage(file string, in instruction, before []*stage, all *stage) *stage {
	words := slices.DeleteFunc(strings.Fields(in.rest), func(w string) bool { return strings.HasPrefix(w, "--") })
	st := &stage{image: &Image{File: file}, vars: make(map[string]string), args: make(map[string]argument)}
	if len(words) > 0 {
		st.from, _ = all.fill(words[0])
		// Stages that are there for each machine by itself differ in nothing else.
		if name := builder.Replace(st.from); slices.ContainsFunc(before, func(b *stage) bool { return b.name != "" && strings.EqualFold(b.name, name) }) {
			st.from = name
		}
	}
	if len(words) > 2 && strings.EqualFold(words[1], "AS") {
		st.name = words[2]
	}
	st.image.Base = Text{Position{file, in.line, in.column}, st.from, open(st.from)}
	for _, b := range before {
		if b.name == "" || !strings.EqualFold(b.name, st.from) {
			continue
		}
		img := *b.image
		img.Env, img.Expose = slices.Clone(img.Env), slices.Clone(img.Expose)
		img.Refers, img.Copies, img.Inline = slices.Clone(img.Refers), slices.Clone(img.Copies), slices.Clone(img.Inline)
		img.Runs = slices.Clone(img.Runs)
		st.image = &img
		maps.Copy(st.vars, b.vars)
		maps.Copy(st.args, b.args)
	}
	// Images of others that are made not to run as root.
	if strings.HasPrefix(st.from, "gcr.io/distroless/") && (strings.HasSuffix(st.from, ":nonroot") || strings.HasSuffix(st.from, ":debug-nonroot")) {
		st.image.User = Text{Position: Position{file, in.line, in.column}, Value: "nonroot"}
	}
	return st
}

// add applies an instruction to the image of the stage.
func (st *stage) add(file string, in instruction) {
	at := Position{file, in.line, in.column}
	img := st.image
	switch in.name {
	case "ENV":
		for _, kv := range assignments(in.rest) {
			value, isOpen := st.fill(kv[1])
			if !isOpen {
				st.vars[kv[0]] = value
				delete(st.args, kv[0]) // ENV wins
			}
			img.Env = slices.DeleteFunc(img.Env, func(e Env) bool { return e.Name == kv[0] })
			img.Env = append(img.Env, Env{kv[0], Text{at, value, isOpen}})
		}
	case "EXPOSE":
		img.Refers = append(img.Refers, references(in.rest)...)
		for _, w := range strings.Fields(in.rest) {
			value, isOpen := st.fill(w)
			number, proto, _ := strings.Cut(value, "/")
			img.Expose = append(img.Expose, Port{Position: at, Number: Text{at, number, isOpen || strings.Contains(number, "-")}, Proto: protocol(proto), Via: "EXPOSE"})
		}
	case "USER":
		value, isOpen := st.fill(in.rest)
		value, _, _ = strings.Cut(value, ":")
		img.User = Text{at, value, isOpen}
	case "STOPSIGNAL":
		value, isOpen := st.fill(in.rest)
		img.StopSignal = Text{at, value, isOpen}
	case "WORKDIR":
		switch value, isOpen := st.fill(in.rest); {
		case isOpen:
		case path.IsAbs(value):
			img.Workdir = path.Clean(value)
		default:
			img.Workdir = path.Join(img.Workdir, value)
		}
	case "ENTRYPOINT":
		img.Entrypoint, img.Cmd = st.command(at, in.rest), Command{}
	case "CMD":
		img.Cmd = st.command(at, in.rest)
	case "HEALTHCHECK":
		img.Refers = append(img.Refers, references(in.rest)...)
		rest := in.rest
		for strings.HasPrefix(rest, "--") {
			_, rest, _ = strings.Cut(rest, " ")
			rest = strings.TrimSpace(rest)
		}
		if rest, ok := strings.CutPrefix(rest, "CMD"); ok {
			img.Health = st.command(at, strings.TrimSpace(rest))
		} else {
			img.Health = Command{}
		}
	}
}

// command reads what is run: a JSON list, or a line for the shell.
func (st *stage) command(at Position, rest string) Command {
	c := Command{Position: at}
	var args []string
	if strings.HasPrefix(rest, "[") && json.Unmarshal([]byte(rest), &args) == nil {
		for _, a := range args {
			c.Args = append(c.Args, Text{at, a, false}) // variables are not filled in
		}
		return c
	}
	value, _ := st.fill(rest)
	c.Shell, c.Raw = Text{at, value, open(value)}, rest
	return c
}

var variable = lazy.Regexp(`\$(?:\{([A-Za-z_][A-Za-z0-9_]*)(?::[-+][^}]*)?\}|([A-Za-z_][A-Za-z0-9_]*))`)

// fill fills in the variables that ENV sets, and the arguments that are known.
func (st *stage) fill(s string) (value string, isOpen bool) {
	value = variable().ReplaceAllStringFunc(s, func(ref string) string {
		m := variable().FindStringSubmatch(ref)
		name := m[1] + m[2]
		arg, isArg := st.args[name]
		if v, ok := st.vars[name]; ok && !isArg {
			return v
		}
		if arg.known && arg.sure {
			return arg.value
		}
		isOpen = true
		return ref
	})
	return strings.Trim(value, `"'`), isOpen
}

// assignments takes the rest of ENV apart: NAME=value NAME="other value", or
// NAME value.
func assignments(rest string) (out [][2]string) {
	first, value, _ := strings.Cut(rest, " ")
	if !strings.Contains(first, "=") {
		return [][2]string{{first, strings.TrimSpace(value)}}
	}
	for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
		name, after, ok := strings.Cut(rest, "=")
		if !ok {
			return out
		}
		end, quote := 0, byte(0)
		for ; end < len(after); end++ {
			c := after[end]
			switch {
			case c == '\\':
				end++
			case quote == 0 && (c == '"' || c == '\''):
				quote = c
			case c == quote:
				quote = 0
			case quote == 0 && (c == ' ' || c == '\t'):
			default:
				continue
			}
			if quote == 0 && end < len(after) && (after[end] == ' ' || after[end] == '\t') {
				break
			}
		}
		end = min(end, len(after))
		out = append(out, [2]string{strings.TrimSpace(name), after[:end]})
		rest = after[end:]
	}
	return out
}
