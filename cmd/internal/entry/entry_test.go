package entry

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/cmd/internal/manifest"
)

// TestScripts: which file of the repository an entry point starts.
func TestScripts(t *testing.T) {
	const copied = "FROM alpine AS a\nWORKDIR /src\nCOPY . .\nFROM alpine\nWORKDIR /app\n"
	dockerfiles := map[string]string{
		"file":     "FROM alpine\nCOPY run/start.sh /start.sh\nENTRYPOINT [\"/start.sh\", \"-x\"]\n",
		"folder":   "FROM alpine\nCOPY run /scripts\nENTRYPOINT [\"/scripts/start.sh\"]\n",
		"into":     "FROM alpine\nCOPY run/start.sh go.mod /bin/\nCMD [\"start.sh\"]\n",
		"all":      "FROM alpine\nWORKDIR /app\nCOPY . ./\nENTRYPOINT ./run/start.sh\n",
		"json":     "FROM alpine\nCOPY [\"run/start.sh\", \"/a b/s.sh\"]\nENTRYPOINT [\"/a b/s.sh\"]\n",
		"stages":   copied + "COPY --from=a --chown=1:1 /src/run/start.sh s.sh\nENTRYPOINT [\"tini\", \"--\", \"/app/s.sh\"]\n",
		"numbered": copied + "COPY --from=0 src/run/start.sh .\nENTRYPOINT [\"sh\", \"-e\", \"start.sh\"]\nCMD [\"a\"]\n",
		"foreign":  copied + "COPY --from=busybox /start.sh /start.sh\nENTRYPOINT [\"/start.sh\"]\n",
		"gone":     "FROM alpine\nCOPY run/gone.sh /start.sh\nENTRYPOINT [\"/start.sh\"]\n",
		"python":   "FROM alpine\nCOPY run/start.py /start\nENTRYPOINT [\"/start\"]\n",
		"variable": "FROM alpine\nARG D\nCOPY run/start.sh $D/start.sh\nENTRYPOINT [\"/start.sh\"]\n",
		"line":     "FROM alpine\nCOPY run/start.sh /start.sh\nENTRYPOINT [\"sh\", \"-c\", \"/start.sh\"]\n",
		"group":    "FROM alpine\nCOPY run/start.sh /start.sh\nENTRYPOINT [\"dumb-init\", \"/start.sh\"]\n",
		"inline":   "FROM alpine\nCOPY <<EOF /start.sh\n#!/bin/sh\nEOF\nENTRYPOINT [\"/start.sh\"]\n",
		"program":  "FROM alpine\nCOPY app /app\nENTRYPOINT [\"/app\"]\n",
	}
	files := map[string]string{"run/start.sh": "#!/bin/sh\nexec /app\n", "run/start.py": "#!/usr/bin/python3\n", "app": "\x7fELF\x00"}
	for name, text := range dockerfiles {
		files["build/"+name+".Dockerfile"] = text
	}
	files["broken.Dockerfile"] = "FROM alpine\nCOPY broken.sh /start.sh\nENTRYPOINT [\"/start.sh\"]\n"
	files["same.Dockerfile"] = files["broken.Dockerfile"]
	files["huge.Dockerfile"] = "FROM alpine\nCOPY huge.sh /start.sh\nENTRYPOINT [\"/start.sh\"]\n"
	files["broken.sh"] = "#!/bin/sh\nif true\n"
	files["huge.sh"] = "#!/bin/sh\n" + strings.Repeat("# nothing\n", 1<<15)
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	set := manifest.Find(manifest.Config{Roots: []string{dir}})
	scripts := Read(set)
	// What cannot be read is one line each.
	var problems []string
	for _, p := range set.Problems {
		problems = append(problems, fmt.Sprintf("%s:%d: %s", filepath.Base(p.File), p.Line, p.Message))
	}
	slices.Sort(problems)
	if want := []string{"broken.sh:2: malformed script: `if <cond>` must be followed by `then`", "huge.sh:0: not read: a script larger than 256 KB"}; !slices.Equal(problems, want) {
		t.Errorf("problems\n\t%s\nwant\n\t%s", strings.Join(problems, "\n\t"), strings.Join(want, "\n\t"))
	}
	var got []string
	for _, img := range set.Images {
		s := scripts[img]
		if s == nil {
			continue
		}
		rel, err := filepath.Rel(dir, s.Path)
		if err != nil {
			t.Fatal(err)
		}
		line := strings.TrimSuffix(filepath.Base(img.File), ".Dockerfile") + " " + filepath.ToSlash(rel)
		for _, a := range s.Args {
			line += " " + a.Value
		}
		if s.Told {
			line += " told"
		}
		got = append(got, line)
	}
	slices.Sort(got)
	want := []string{"all run/start.sh", "file run/start.sh -x", "folder run/start.sh", "group run/start.sh told", "inline build/inline.Dockerfile", "into run/start.sh", "json run/start.sh", "numbered run/start.sh a", "stages run/start.sh"}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestKeepsOut: which files the lines of .dockerignore are about.
func TestKeepsOut(t *testing.T) {
	for _, test := range []struct {
		pattern, file string
		want          bool
	}{
		{"config", "config/a.yaml", true},
		{"config", "app/config/a.yaml", true},
		{"app/config", "app/config/a.yaml", true},
		{"*.env", "app.env", true},
		{"*.env", "a/app.env", true},
		{"a/*.env", "app.env", false},
		{"conf", "config/a.yaml", false},
	} {
		if got := keepsOut(test.pattern, test.file); got != test.want {
			t.Errorf("%s of %s: %v", test.pattern, test.file, got)
		}
	}
}
