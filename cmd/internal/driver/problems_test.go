package driver

import (
	"slices"
	"strings"
	"testing"
)

// The texts are what go 1.26 wrote.
func TestReadProblems(t *testing.T) {
	names := namer{cwd: "/src", dir: "/src/m"}
	tests := []struct {
		name    string
		stderr  string
		passed  bool
		want    []string
		loading bool
	}{
		{name: "nothing", passed: true},
		{
			name:   "notes",
			stderr: "go: downloading golang.org/x/net v0.1.0\n# example.com/m/c\nc.go:3:5: warning: unused variable\n",
			passed: true,
		},
		{
			name:   "notes beside a problem",
			stderr: "go: downloading golang.org/x/net v0.1.0\n# example.com/m/a\na/a.go:3:23: undefined: x\na/a.go:9:1: too many errors\n",
			want:   []string{"m/a/a.go:3:23: undefined: x"},
		},
		{
			name:   "test variant",
			stderr: "# example.com/m/t_test\n# [example.com/m/t_test]\nvet: t/x_test.go:3:27: undefined: q\n",
			want:   []string{"m/t/x_test.go:3:27: undefined: q"},
		},
		{
			name:    "missing module",
			stderr:  "a/a.go:2:8: no required module provides package example.com/x; to add it:\n\tgo get example.com/x\n",
			want:    []string{"m/a/a.go:2:8: no required module provides package example.com/x; to add it: go get example.com/x"},
			loading: true,
		},
		{
			name:   "empty patterns, one in vain",
			stderr: "go: warning: \"./a/...\" matched no packages\n",
			passed: true,
			want:   []string{`pattern "./a/..." matches no packages; check the path, and -C and -tags`},
		},
		{
			name:   "empty pattern",
			stderr: "go: warning: \"./a/...\" matched no packages\nno packages to vet\n",
			want:   []string{`pattern "./a/..." matches no packages; check the path, and -C and -tags`},
		},
		{
			name:   "crash of the tool",
			stderr: "# example.com/m/a\npanic: runtime error: index out of range [3]\n\ngoroutine 1 [running]:\nmain.main()\n\t/x.go:3 +0x1\n# example.com/m/b\nb/b.go:1:2: odd\n",
			want: []string{
				"example.com/m/a: portvet crashed here, please report it: panic: runtime error: index out of range [3]",
				"m/b/b.go:1:2: odd",
			},
		},
		{
			name:   "messages of the C compiler",
			stderr: "# example.com/m/c\nIn file included from c.go:3:\nc.h:1:10: fatal error: foo.h: No such file or directory\n    1 | #include <foo.h>\n      |          ^~~~~~~\ncompilation terminated.\n# example.com/m/a\na/a.go:3:23: undefined: x\n",
			want: []string{
				"m/c.h:1:10: fatal error: foo.h: No such file or directory",
				"m/a/a.go:3:23: undefined: x",
			},
		},
		{
			name:    "a message of several lines",
			stderr:  "verifying example.com/x@v1.0.0: checksum mismatch\n\tdownloaded: h1:a\n\tgo.sum:     h1:b\n\nSECURITY ERROR\nThis download does NOT match an earlier download recorded in go.sum.\n",
			want:    []string{"verifying example.com/x@v1.0.0: checksum mismatch downloaded: h1:a go.sum:     h1:b SECURITY ERROR This download does NOT match an earlier download recorded in go.sum."},
			loading: true,
		},
		{
			name:    "no module",
			stderr:  "go: go.mod file not found in current directory or any parent directory; see 'go help modules'\n",
			want:    []string{"go.mod file not found in current directory or any parent directory; see 'go help modules'; run portvet in the directory of a module, or name it with -C"},
			loading: true,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			problems, loading := readProblems([]byte(tt.stderr), !tt.passed, names)
			var got []string
			for _, p := range problems {
				got = append(got, p.String())
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(tt.want, "\n\t"))
			}
			if loading != tt.loading {
				t.Errorf("loading: %v, want %v", loading, tt.loading)
			}
		})
	}
}
