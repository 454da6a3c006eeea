package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCompletion asks each shell that is installed what it completes.
func TestCompletion(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"cmd", "internal"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "portvet.yml"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		line  string // the last word is the one to complete
		want  []string
		never string
	}{
		{"portvet ", []string{"rules", "explain", "completion", "version", "help", "cmd", "internal"}, "-C"},
		{"portvet exp", []string{"explain"}, "rules"},
		{"portvet -ta", []string{"-tags"}, "-tests"},
		{"portvet -hardc", []string{"-hardcodedport.allow"}, "-tests"},
		{"portvet -tests ", []string{"cmd", "internal"}, "rules"},
		{"portvet -enable no", []string{"nohealth", "noshutdown"}, "drain"},
		{"portvet -C ", []string{"cmd", "internal"}, "portvet.yml"},
		{"portvet -modfile ", []string{"cmd", "internal", "portvet.yml"}, "rules"},
		{"portvet -mod r", []string{"readonly"}, "vendor"},
		{"portvet explain dr", []string{"drain"}, "explain"},
		{"portvet help fl", []string{"flags"}, "drain"},
		{"portvet completion ", []string{"bash", "zsh", "fish"}, "cmd"},
		{"portvet why ", []string{"portvet.yml"}, "rules"},
		{"portvet rules -j", []string{"-json"}, "-tests"},
	}
	shells := map[string]func(line string) *exec.Cmd{
		"bash": func(line string) *exec.Cmd {
			script := `source <(portvet completion bash); COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _portvet; printf '%s\n' "${COMPREPLY[@]}"`
			return exec.Command("bash", append([]string{"--norc", "-c", script, "bash"}, strings.Split(line, " ")...)...)
		},
		"fish": func(line string) *exec.Cmd {
			return exec.Command("fish", "--no-config", "-c", `portvet completion fish | source; complete -C "`+line+`"`)
		},
	}
	for shell, complete := range shells {
		t.Run(shell, func(t *testing.T) {
			if _, err := exec.LookPath(shell); err != nil {
				t.Skipf("%s is not installed", shell)
			}
			for _, tt := range tests {
				cmd := complete(tt.line)
				cmd.Dir = dir
				cmd.Env = append(os.Environ(), "HOME="+dir, "PATH="+binDir+string(filepath.ListSeparator)+os.Getenv("PATH"))
				out, err := cmd.CombinedOutput()
				if err != nil {
					t.Fatalf("%s: %v\n%s", tt.line, err, out)
				}
				var got []string
				for line := range strings.Lines(string(out)) {
					word, _, _ := strings.Cut(strings.TrimSpace(line), "\t") // fish: word, tab, description
					got = append(got, strings.TrimSuffix(word, "/"))
				}
				for _, w := range tt.want {
					if !slices.Contains(got, w) {
						t.Errorf("%q is not completed to %s, but to %q", tt.line, w, got)
					}
				}
				if slices.Contains(got, tt.never) {
					t.Errorf("%q is completed to %s", tt.line, tt.never)
				}
			}
		})
	}
	t.Run("zsh", func(t *testing.T) {
		if _, err := exec.LookPath("zsh"); err != nil {
			t.Skip("zsh is not installed")
		}
		cmd := exec.Command("zsh", "-f", "-c", "autoload -U compinit; compinit -D; source <(portvet completion zsh); print $_comps[portvet]")
		cmd.Env = append(os.Environ(), "HOME="+dir, "PATH="+binDir+string(filepath.ListSeparator)+os.Getenv("PATH"))
		out, err := cmd.CombinedOutput()
		if err != nil || strings.TrimSpace(string(out)) != "_portvet" {
			t.Errorf("%v, and portvet is completed by %q, not _portvet", err, out)
		}
	})
}
