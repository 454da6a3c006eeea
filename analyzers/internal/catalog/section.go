package catalog

import (
	"embed"
	"io"
	"slices"
	"strings"
)

// What follows finds the text about a package in the files, by an index that is
// generated.

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
