// Package source reads the files that a report names, so that their lines can
// be shown and the positions in them be counted as others count them.
package source

import (
	"bytes"
	"os"
	"sort"
	"strings"
	"unicode/utf8"
)

// Files are the files that a report names, each read once. The zero value
// reads them from disk. It is not safe for concurrent use.
type Files struct {
	// Read returns the content of a file, nil for [os.ReadFile].
	Read func(name string) ([]byte, error)

	known map[string]*File
}

// File returns the file called name, or nil where it cannot be read: a report
// may name files that a tool has made and removed again.
func (fs *Files) File(name string) *File {
	if f, ok := fs.known[name]; ok {
		return f
	}
	read := fs.Read
	if read == nil {
		read = os.ReadFile
	}
	var f *File
	if data, err := read(name); err == nil {
		f = NewFile(data)
	}
	if fs.known == nil {
		fs.known = make(map[string]*File)
	}
	fs.known[name] = f
	return f
}

// Line returns line n of the file called name, counted from 1, without its
// end. ok is false where there is no such line.
func (fs *Files) Line(name string, n int) (line string, ok bool) {
	f := fs.File(name)
	if f == nil || n < 1 || n > len(f.starts) {
		return "", false
	}
	return f.line(n), true
}

// File is the content of a file.
type File struct {
	Data   []byte
	starts []int // of the lines
}

// NewFile returns the file that holds data.
func NewFile(data []byte) *File {
	f := &File{Data: data, starts: []int{0}}
	for i, b := range data {
		if b == '\n' {
			f.starts = append(f.starts, i+1)
		}
	}
	return f
}

// line returns line n without its end.
func (f *File) line(n int) string {
	end := len(f.Data)
	if n < len(f.starts) {
		end = f.starts[n] - 1
	}
	return strings.TrimSuffix(string(f.Data[f.starts[n-1]:end]), "\r")
}

// Position returns the line and the column in bytes, both from 1, of an
// offset. ok is false where the offset is not within the file.
func (f *File) Position(offset int) (line, column int, ok bool) {
	if offset < 0 || offset > len(f.Data) {
		return 0, 0, false
	}
	line = sort.SearchInts(f.starts, offset+1)
	return line, offset - f.starts[line-1] + 1, true
}

// CRLF reports whether every line ends as on Windows.
func (f *File) CRLF() bool {
	n := bytes.Count(f.Data, []byte("\n"))
	return n > 0 && n == bytes.Count(f.Data, []byte("\r\n"))
}

// UTF16 turns a column in bytes of a line into one in UTF-16 code units, both
// from 1. A column behind the end of the line stays as far behind it.
func UTF16(line string, column int) int {
	return convert(line, column, func(r rune) int {
		if r > 0xFFFF {
			return 2
		}
		return 1
	})
}

// Runes turns a column in bytes of a line into one in characters, both from 1.
func Runes(line string, column int) int {
	return convert(line, column, func(rune) int { return 1 })
}

// convert adds up the width of all that is before a column in bytes.
func convert(line string, column int, width func(rune) int) int {
	n := 1
	for i := 0; i < len(line) && i < column-1; {
		r, size := utf8.DecodeRuneInString(line[i:])
		n += width(r)
		i += size
	}
	return n + max(0, column-1-len(line))
}
