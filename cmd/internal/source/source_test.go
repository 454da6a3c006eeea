package source_test

import (
	"errors"
	"testing"

	"github.com/portvet/portvet/cmd/internal/source"
)

func TestFiles(t *testing.T) {
	reads := 0
	files := source.Files{Read: func(name string) ([]byte, error) {
		reads++
		if name != "a" {
			return nil, errors.New("no such file")
		}
		return []byte("one\r\ntwo\n\nfour"), nil
	}}
	for n, want := range map[int]string{1: "one", 2: "two", 3: "", 4: "four"} {
		if line, ok := files.Line("a", n); !ok || line != want {
			t.Errorf("line %d is %q, %v, want %q", n, line, ok, want)
		}
	}
	for _, n := range []int{-1, 0, 5} {
		if line, ok := files.Line("a", n); ok {
			t.Errorf("there is a line %d, %q", n, line)
		}
	}
	if _, ok := files.Line("b", 1); ok {
		t.Error("a file that cannot be read has a line")
	}
	files.File("b")
	if reads != 2 {
		t.Errorf("two files were read %d times", reads)
	}
}

func TestPosition(t *testing.T) {
	f := source.NewFile([]byte("äb\ncd"))
	for offset, want := range map[int][2]int{0: {1, 1}, 2: {1, 3}, 3: {1, 4}, 4: {2, 1}, 6: {2, 3}} {
		line, column, ok := f.Position(offset)
		if !ok || line != want[0] || column != want[1] {
			t.Errorf("offset %d is at %d:%d, %v, want %d:%d", offset, line, column, ok, want[0], want[1])
		}
	}
	for _, offset := range []int{-1, 7} {
		if _, _, ok := f.Position(offset); ok {
			t.Errorf("offset %d is in the file", offset)
		}
	}
}

func TestCRLF(t *testing.T) {
	for text, want := range map[string]bool{"": false, "a": false, "a\r\nb": true, "a\r\nb\n": false, "a\nb\n": false} {
		if got := source.NewFile([]byte(text)).CRLF(); got != want {
			t.Errorf("CRLF of %q is %v, want %v", text, got, want)
		}
	}
}

func TestColumns(t *testing.T) {
	const line = "aé😀\xff!" // 1, 2, 4, 1 and 1 bytes
	tests := []struct{ bytes, utf16, runes int }{
		{1, 1, 1}, {2, 2, 2}, {4, 3, 3}, {8, 5, 4}, {9, 6, 5}, {10, 7, 6}, {12, 9, 8},
	}
	for _, tt := range tests {
		if got := source.UTF16(line, tt.bytes); got != tt.utf16 {
			t.Errorf("byte %d is UTF-16 unit %d, want %d", tt.bytes, got, tt.utf16)
		}
		if got := source.Runes(line, tt.bytes); got != tt.runes {
			t.Errorf("byte %d is character %d, want %d", tt.bytes, got, tt.runes)
		}
	}
}
