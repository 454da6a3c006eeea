package manifest

import (
	"encoding/json"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/recipe"
)

// What follows is about files in an image that come from the repository, and
// about commands.

// Contents is what an image is made of.
type Contents struct {
	Base       Text // the image of others that it begins with
	Copies     []Copy
	Inline     []File   // files whose text stands in the Dockerfile, the last counts
	StopSignal Text     // of STOPSIGNAL
	Refers     []string // variables that EXPOSE and HEALTHCHECK refer to
	// MayBind reports whether a file in it is given the right to bind ports below
	// 1024 without being root.
	MayBind bool
	Runs    []string          // what RUN runs while it is made
	Stages  map[string]*Image // what the stages of its Dockerfile make, by their names
}

// Copy is a file or folder of the build context, or of another stage or image,
// and where it is in the image. Both are "*" where that is not known.
type Copy struct {
	From string // with a slash at its beginning in another stage or image
	To   string // with a slash at its end for a folder that From is put into
}

// maxCopies is how many are noted: stages that copy all of each other would
// multiply them.
const maxCopies = 1000

// copies notes the files of a COPY or ADD.
func (st *stage) copies(rest string, stages []*stage) {
	var from *stage
	foreign := false
	for strings.HasPrefix(rest, "--") {
		var flag string
		flag, rest, _ = strings.Cut(rest, " ")
		rest = strings.TrimSpace(rest)
		name, isFrom := strings.CutPrefix(flag, "--from=")
		if !isFrom {
			continue
		}
		n, err := strconv.Atoi(name)
		for i, s := range stages {
			if s.name != "" && strings.EqualFold(s.name, name) || err == nil && i == n {
				from = s
			}
		}
		foreign = from == nil
	}
	if line, _, inline := strings.Cut(rest, "\n"); inline {
		rest = line // what follows is the text of files
	}
	var words []string
	if !strings.HasPrefix(rest, "[") || json.Unmarshal([]byte(rest), &words) != nil {
		words = strings.Fields(rest)
	}
	if len(words) < 2 {
		return
	}
	sources, to := words[:len(words)-1], words[len(words)-1]
	to, isOpen := st.fill(to)
	if isOpen {
		st.image.Copies = append(st.image.Copies, Copy{"*", "*"})
		return
	}
	folder := strings.HasSuffix(to, "/") || to == "." || to == ".." || len(sources) > 1
	if !path.IsAbs(to) {
		to = path.Join("/", st.image.Workdir, to)
	}
	if folder = folder || to == "/"; folder {
		to = strings.TrimSuffix(to, "/") + "/"
	}
	for _, s := range sources {
		if s, isOpen = st.fill(s); isOpen {
			st.image.Copies = append(st.image.Copies, Copy{"*", "*"})
			continue
		}
		switch {
		case strings.HasPrefix(s, "<<"):
			continue
		case foreign:
			st.image.Copies = append(st.image.Copies, Copy{path.Join("/", s), to})
			continue
		case from == nil:
			st.image.Copies = append(st.image.Copies, Copy{path.Clean("./" + s), to})
			continue
		}
		// Of another stage, it is seen from the root.
		s = path.Join("/", s)
		if f, ok := from.image.Written(s); ok {
			f.Path = strings.TrimSuffix(to, "/")
			if folder {
				f.Path = path.Join(to, path.Base(s))
			}
			st.image.Inline = append(st.image.Inline, f)
		}
		for _, c := range append([]string{s}, from.image.Origins(s)...) {
			if len(st.image.Copies) >= maxCopies {
				return
			}
			st.image.Copies = append(st.image.Copies, Copy{c, to})
		}
	}
}

// holds notes the files of a COPY whose texts are written there.
func (st *stage) holds(file string, in instruction) {
	line, _, _ := strings.Cut(in.rest, "\n")
	words := strings.Fields(line)
	if len(in.bodies) == 0 || len(words) < 2 {
		return
	}
	to, isOpen := st.fill(words[len(words)-1])
	if isOpen {
		return
	}
	n := 0
	for _, w := range words[:len(words)-1] {
		name, ok := strings.CutPrefix(w, "<<")
		if !ok || n >= len(in.bodies) {
			continue
		}
		at := to
		if strings.HasSuffix(to, "/") {
			at = path.Join(to, strings.Trim(strings.TrimPrefix(name, "-"), `"'`))
		}
		st.write(file, at, in.bodies[n])
		n++
	}
}

// wroteBy finds the file that cat writes a heredoc to.
var wroteBy = lazy.Regexp(`^(?:--\S+\s+)*cat\s(?:[^\n;&|]*\s)?>\s*([^\s;&|<>]+)`)

// writes notes the file that RUN writes a text to which stands there.
func (st *stage) writes(file string, in instruction) {
	line, _, _ := strings.Cut(in.rest, "\n")
	if m := wroteBy().FindStringSubmatch(line); m != nil && len(in.bodies) == 1 {
		if to, isOpen := st.fill(m[1]); !isOpen {
			st.write(file, to, in.bodies[0])
		}
	}
}

// write notes a file of the image whose text stands in the Dockerfile.
func (st *stage) write(file, to string, b body) {
	if !path.IsAbs(to) {
		to = path.Join("/", st.image.Workdir, to)
	}
	st.image.Inline = append(st.image.Inline, File{Path: path.Clean(to), Text: Text{Position{file, b.line, 1}, b.text, !b.raw}, Below: b.line})
}

// Written returns the file of this name in the image whose text stands in the
// Dockerfile.
func (img *Image) Written(name string) (f File, ok bool) {
	for _, f := range slices.Backward(img.Inline) {
		if f.Path == name {
			return f, true
		}
	}
	return File{}, false
}

// Origins returns where in the build context, or in another stage, a file of the
// image may come from, the last copy first.
func (img *Image) Origins(file string) (out []string) {
	for _, c := range slices.Backward(img.Copies) {
		if to, folder := strings.CutSuffix(c.To, "/"); folder {
			if path.Join(to, "/", path.Base(c.From)) == file {
				out = append(out, c.From)
			}
			if rest, ok := strings.CutPrefix(file, to+"/"); ok {
				out = append(out, path.Join(c.From, rest)) // what is in a folder is put there without it
			}
			continue
		}
		if c.To == file {
			out = append(out, c.From)
		} else if rest, ok := strings.CutPrefix(file, c.To+"/"); ok {
			out = append(out, path.Join(c.From, rest))
		}
	}
	return out
}

// Words returns the words of a command, also those of the line of a shell, but
// for exec at its beginning.
func (c Command) Words() []Text {
	if !c.Shell.Set() {
		return c.Args
	}
	var words []Text
	for _, w := range recipe.Words(c.Shell.Value) {
		words = append(words, Text{c.Shell.Position, w, open(w)})
	}
	if len(words) > 0 && words[0].Value == "exec" {
		words = words[1:]
	}
	return words
}

// GoRun returns the package that a command runs with go run.
func (c Command) GoRun() (pkg Text, ok bool) {
	words := c.Words()
	if len(words) < 3 || words[0].Value != "go" || words[1].Value != "run" {
		return Text{}, false
	}
	for i := 2; i < len(words); i++ {
		flag, isFlag := strings.CutPrefix(words[i].Value, "-")
		if !isFlag {
			return words[i], true
		}
		if recipe.TakesValue(strings.TrimPrefix(flag, "-")) {
			i++
		}
	}
	return Text{}, false
}

// MayHold reports whether a file of this name may be among what is copied into
// the image.
func (img *Image) MayHold(name string) bool {
	return len(img.Copies) >= maxCopies || slices.ContainsFunc(img.Copies, func(c Copy) bool {
		from, to := path.Base(c.From), path.Base(c.To)
		if strings.HasSuffix(c.To, "/") {
			to = from // it is put into a folder
		}
		return from == name || to == name || strings.Contains(c.From+c.To, "busybox") || strings.Contains(c.From, "*") || wholes[from] || wholes[to]
	})
}

// wholes are folders that hold programs.
var wholes = map[string]bool{"/": true, "bin": true, "sbin": true, "usr": true, "local": true, "rootfs": true}
