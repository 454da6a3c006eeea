package manifest

import (
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/recipe"
)

// What follows is about the arguments of Dockerfiles: what ARG declares, and what
// is given by whoever builds the image.

// argument is the value of one ARG.
type argument struct {
	value string
	known bool
	sure  bool // it is known that the one who builds gives no other
}

// Given returns the image as it is built with these arguments and no others.
// What is open among them is not known.
func (img *Image) Given(args map[string]string) *Image {
	if !img.takesArgs {
		return img
	}
	if args == nil {
		args = make(map[string]string)
	}
	if again, problem := readImage(img.File, img.source, args); problem == nil {
		return again
	}
	return img
}

// declares notes the arguments of an ARG: what is given counts, else the
// default, which is that of before where the stage has none.
func (st *stage) declares(rest string, given map[string]string, before *stage) {
	for _, kv := range declarations(rest) {
		arg := argument{sure: given != nil}
		value, isGiven := given[kv.name]
		switch {
		case isGiven:
			arg.value, arg.known = value, !open(value)
		case kv.set:
			value, isOpen := st.fill(kv.value)
			arg.value, arg.known = value, !isOpen
		default:
			var has bool
			arg, has = before.args[kv.name]
			arg.known = arg.known || !has && given != nil && !ofBuilder(kv.name) // it is empty then
			arg.sure = given != nil
		}
		st.args[kv.name] = arg
	}
}

// ofBuilder reports whether an argument is one that the builder sets by itself.
func ofBuilder(name string) bool {
	for _, of := range []string{"TARGET", "BUILD"} {
		if what, ok := strings.CutPrefix(name, of); ok && slices.Contains([]string{"PLATFORM", "OS", "ARCH", "VARIANT"}, what) {
			return true
		}
	}
	return strings.HasSuffix(strings.ToUpper(name), "_PROXY")
}

// declaration is an argument that ARG names, and the default that it may have.
type declaration struct {
	name, value string
	set         bool
}

// declarations takes the rest of ARG apart: NAME, or NAME=value.
func declarations(rest string) (out []declaration) {
	for _, w := range recipe.Words(rest) {
		name, value, ok := strings.Cut(w, "=")
		out = append(out, declaration{name, value, ok})
	}
	return out
}

// guess fills variables into what RUN runs, as they are by ENV and ARG, where
// others are not given.
func (st *stage) guess(line string) string {
	return variable().ReplaceAllStringFunc(line, func(ref string) string {
		m := variable().FindStringSubmatch(ref)
		name := m[1] + m[2]
		if arg, ok := st.args[name]; ok {
			if !arg.known {
				return ref
			}
			st.chosen = st.chosen || !arg.sure && goBuild().MatchString(line)
			return arg.value
		}
		if v, ok := st.vars[name]; ok {
			return v
		}
		return ref
	})
}
