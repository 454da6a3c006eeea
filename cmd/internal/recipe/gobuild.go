package recipe

import (
	"path"
	"strings"
)

// Build is what one go build or go install makes.
type Build struct {
	Dir      string   // where it goes first, by -C
	Output   string   // the file or folder that it writes, by -o
	Packages []string // as they are named
}

// GoBuild reads the words behind go build or go install.
func GoBuild(words []string) (b Build) {
	for i := 0; i < len(words); i++ {
		flag, value, joined := strings.Cut(strings.TrimLeft(words[i], "-"), "=")
		switch {
		case !strings.HasPrefix(words[i], "-"):
			b.Packages = append(b.Packages, words[i])
			continue
		case joined:
		case TakesValue(flag) && i+1 < len(words):
			i++
			value = words[i]
		default:
			continue
		}
		switch flag {
		case "o":
			b.Output = value
		case "C":
			b.Dir = path.Join(b.Dir, value)
		}
	}
	return b
}

// TakesValue reports whether the next word may be the value of a flag of go build.
func TakesValue(flag string) bool {
	switch flag {
	case "o", "ldflags", "gcflags", "asmflags", "tags", "mod", "modfile", "p", "buildmode", "installsuffix", "pkgdir",
		"overlay", "C", "toolexec", "compiler", "gccgoflags", "pgo":
		return true
	}
	return false
}

// Words splits a line into words as a shell does, but for variables.
func Words(line string) (words []string) {
	word, in, quote := "", false, rune(0)
	for _, c := range line {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
			word += string(c)
		case c == '"' || c == '\'':
			quote, in = c, true
		case c == ' ' || c == '\t' || c == '\n':
			if in {
				words = append(words, word)
			}
			word, in = "", false
		default:
			word, in = word+string(c), true
		}
	}
	if in {
		words = append(words, word)
	}
	return words
}
