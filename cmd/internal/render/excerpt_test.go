package render

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

func TestExcerpt(t *testing.T) {
	long := "f(" + strings.Repeat("a, ", 20) + `":80", ` + strings.Repeat("b, ", 20) + ")"
	tests := []struct {
		name, line, span string
		width            int
		code, marks      string
	}{
		{"plain", `listen(":80")`, `":80"`, 80, `listen(":80")`, `       ^^^^^`},
		{"indented", "\t\tlisten(\":80\")", `":80"`, 80, `listen(":80")`, `       ^^^^^`},
		{"tab within", "x\t= \":80\"\t// why", `":80"`, 80, `x   = ":80" // why`, `      ^^^^^`},
		{"accent", `é("ü")`, `"ü"`, 80, `é("ü")`, `  ^^^`},
		{"combining", "e\u0301(\"u\u0308\")", "\"u\u0308\"", 80, "e\u0301(\"u\u0308\")", `  ^^^`},
		{"wide", `端口("端口")`, `"端口"`, 80, `端口("端口")`, `     ^^^^^^`},
		{"emoji", `f("👩‍🚀", ":80")`, `":80"`, 80, `f("👩‍🚀", ":80")`, `        ^^^^^`},
		{"no UTF-8", "f(\"\xff\", 80)", "80", 80, "f(\"\uFFFD\", 80)", "       ^^"},
		{"escape sequence", "f(\"\x1b[2J\", 80)", "80", 80, "f(\"\uFFFD[2J\", 80)", "          ^^"},
		{"reordered", "f(\u202E, 80)", "80", 80, "f(\uFFFD, 80)", "     ^^"},
		{"long", long, `":80"`, 30, `… a, a, a, ":80", b, b, b, b,…`, `           ^^^^^`},
		{"long, at its begin", long, `f`, 20, `f(a, a, a, a, a, a,…`, `^`},
		{"long, at its end", long, `)`, 20, `…b, b, b, b, b, b, )`, `                   ^`},
		{"long span", `x = "` + strings.Repeat("a", 90) + `"`, `"` + strings.Repeat("a", 90) + `"`, 20, `x = "aaaaaaaaaaaaaa…`, `    ^^^^^^^^^^^^^^^`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			at := strings.LastIndex(tt.line, tt.span)
			code, marks := excerpt(tt.line, at+1, at+1+len(tt.span), tt.width)
			if code != tt.code || marks != tt.marks {
				t.Errorf("got\n\t%s|\n\t%s|\nwant\n\t%s|\n\t%s|", code, marks, tt.code, tt.marks)
			}
		})
	}
	if code, marks := excerpt("\tx", 3, 3, 80); code != "x" || marks != " ^" {
		t.Errorf("the end of a line is shown as %q, %q", code, marks)
	}
	if code, marks := excerpt("", 1, 1, 80); code != "" || marks != "^" {
		t.Errorf("an empty line is shown as %q, %q", code, marks)
	}
}

// FuzzExcerpt: whatever the line, the excerpt is not wider than it may be, and
// the beginning of the span is marked within it.
func FuzzExcerpt(f *testing.F) {
	f.Add("\tlisten(\":80\")", 9, 14, 40)
	f.Add("端口\xff👩‍🚀\t\x1b\u202E", 3, 9, 6)
	f.Fuzz(func(t *testing.T, line string, column, end, width int) {
		if strings.ContainsAny(line, "\r\n") || column < 1 || column > len(line)+1 || end < column || width < 6 || width > 500 {
			t.Skip()
		}
		code, marks := excerpt(line, column, end, width)
		if n := uniseg.StringWidth(code); n > width {
			t.Errorf("%q is %d columns wide, of %d", code, n, width)
		}
		if !strings.Contains(marks, "^") || strings.Trim(marks, " ^") != "" {
			t.Errorf("the marks of %q are %q", code, marks)
		}
		if n := len(marks); n > width+1 {
			t.Errorf("the marks of %q are %d columns wide, of %d", code, n, width)
		}
	})
}
