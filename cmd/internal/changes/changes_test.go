package changes_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/portvet/portvet/cmd/internal/changes"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// repository is a git repository in a folder of its own.
func repository(t *testing.T) (dir string, git func(args ...string)) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	dir = t.TempDir()
	git = func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgSign=false"}, args...)...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", args, err, out)
		}
	}
	git("init", "-q")
	return dir, git
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestSince(t *testing.T) {
	dir, git := repository(t)
	const text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
	odd := "sub/ä \"b\".go"
	for _, name := range []string{"a.go", "old.go", odd, "deleted.go", "attr.go"} {
		write(t, dir, name, text)
	}
	write(t, dir, ".gitignore", "ignored.go\n")
	write(t, dir, ".gitattributes", "attr.go -diff\n")
	git("add", ".")
	git("commit", "-qm", "one")
	git("tag", "v1")
	// What people set for themselves.
	git("config", "color.ui", "always")
	git("config", "diff.noprefix", "true")
	git("config", "diff.mnemonicPrefix", "true")
	git("config", "diff.context", "5")
	git("config", "diff.interHunkContext", "9")

	write(t, dir, "a.go", "1\nnew\n2\n3\n4\n6\n7\nEIGHT\n++ b/x\n-- a/x\n@@ -1 +1 @@\n9")
	write(t, dir, odd, strings.Replace(text, "5", "five", 1))
	write(t, dir, "attr.go", strings.Replace(text, "5", "five", 1))
	git("mv", "old.go", "renamed.go")
	write(t, dir, "renamed.go", strings.Replace(text, "3", "three", 1))
	git("rm", "-q", "deleted.go")
	write(t, dir, "staged.go", strings.Repeat("other\n", 9)) // else it were a file renamed
	git("add", "staged.go")
	write(t, dir, "sub/untracked.go", text)
	write(t, dir, "ignored.go", text)

	want := map[string]string{ // the lines that have changed
		"a.go":             ".X.....XXXXX",
		odd:                "....X....",
		"attr.go":          "....X....",
		"renamed.go":       "..X......",
		"staged.go":        "XXXXXXXXX",
		"sub/untracked.go": "XXXXXXXXX",
		"ignored.go":       ".........",
	}
	for _, from := range []string{"", "sub"} { // where the packages are
		for _, revision := range []string{"HEAD", "HEAD^{commit}", "v1"} {
			l, err := changes.Since(filepath.Join(dir, from), revision)
			if err != nil {
				t.Fatal(err)
			}
			for name, lines := range want {
				var got strings.Builder
				for i := range lines {
					c := "."
					if l.Touch(driver.Finding{File: filepath.Join(dir, name), Line: i + 1, EndLine: i + 1}) {
						c = "X"
					}
					got.WriteString(c)
				}
				if got.String() != lines {
					t.Errorf("%s since %s, seen from %q: %s, want %s", name, revision, from, got.String(), lines)
				}
			}
			spans := driver.Finding{File: filepath.Join(dir, "renamed.go"), Line: 1, EndLine: 3}
			if !l.Touch(spans) {
				t.Error("a finding whose last line has changed is not new")
			}
			if spans.Line, spans.EndLine = 4, 9; l.Touch(spans) {
				t.Error("a finding behind a changed line is new")
			}
			if !l.Touch(driver.Finding{File: filepath.Join(t.TempDir(), "x.go"), Line: 1}) {
				t.Error("a file outside of the repository is taken for unchanged")
			}
		}
	}
}

func TestErrors(t *testing.T) {
	oneLine := func(name, dir, revision, want string) {
		t.Helper()
		_, err := changes.Since(dir, revision)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want one line with %q", name, err, want)
		}
	}
	t.Setenv("GIT_CEILING_DIRECTORIES", os.TempDir())
	oneLine("no repository", t.TempDir(), "HEAD", "-new-from needs a git repository: ")

	dir, git := repository(t)
	write(t, dir, "a.go", "1\n")
	oneLine("no commit", dir, "HEAD", "-new-from HEAD: git knows no such revision here")
	git("add", ".")
	git("commit", "-qm", "one")
	oneLine("no such revision", dir, "nowhere", "-new-from nowhere: git knows no such revision here")
	oneLine("a file", dir, "a.go", "git knows no such revision here")
	oneLine("a flag", dir, "--output=x", "git knows no such revision here")
	oneLine("a tree", dir, "HEAD:", "git knows no such revision here")
	t.Setenv("PATH", "")
	oneLine("no git", dir, "HEAD", "there is no git command on PATH")
}
