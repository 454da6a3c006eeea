package script

import (
	"fmt"
	"strings"
	"testing"
)

// TestRun: what scripts end with, when they are started with the arguments
// serve and -v, PORT=9090, and perhaps HOST.
func TestRun(t *testing.T) {
	given := Given{
		Args: []Word{{Value: "serve"}, {Value: "-v"}},
		Env: func(name string) Word {
			switch name {
			case "PORT":
				return Word{Value: "9090"}
			case "HOST":
				return Word{Open: true}
			}
			return Word{}
		},
	}
	for _, test := range []struct{ text, want string }{
		{"set -e\nexec /app \"$@\"", "exec /app serve -v"},
		{"/app $@", "/app serve -v"},
		{"/app \"$*\"", "/app ?"},
		{"echo hello\n/app\nexit $?", "/app"},
		{"/app &\nwait", "/app"},
		{"/app &\nsleep infinity", "/app"},
		{"/app -v >> log &\ntail -f log", "/app -v"},
		{"/app &\nexec tail -F /dev/null", "/app"},
		{"trap 'kill $!' TERM\n/app &\nwait", "/app traps"},
		{"trap stop SIGTERM INT\n/app", "/app traps"},
		{"trap cleanup EXIT\n/app", "/app"},
		{"export ADDR=:$PORT\nMODE=fast\nexec /app -addr \"$ADDR\"", "ADDR=:9090 exec /app -addr :9090"},
		{"PORT=80\nexec /app", "PORT=80 exec /app"},
		{"LEVEL=info\nexec /app", "exec /app"},
		{"LEVEL=info exec /app", "LEVEL=info exec /app"},
		{": \"${LEVEL:=info}\" \"${PORT:=80}\"\nexport LEVEL\nexec /app $LEVEL $PORT", "LEVEL=info exec /app info 9090"},
		{"exec /app ${HOST:-all} ${NAME:-none} ${PORT:+set}", "exec /app ? none set ..."},
		{"if [ \"$1\" = serve ]; then\n  exec /app serve\nelse\n  exec \"$@\"\nfi", "exec /app serve"},
		{"if [ \"$HOST\" = serve ]; then\n  exec /app serve\nelse\n  exec \"$@\"\nfi", "exec /app serve | exec serve -v"},
		{"if [ -n \"$HOST\" ]; then exec /debug; fi\n/app", "exec /debug | /app"},
		{"if [ -n \"$X\" ]; then exec /debug; fi\n/app", "/app"},
		{"if [ -n \"$HOST\" ]; then /app; fi", "/app open"},
		{"if [[ $1 == ser* && -z $X ]] && ! test \"$1\" = web; then /app; fi", "/app"},
		{"if [ -z \"$PORT\" ]; then /a; elif [ \"$1\" = serve -o -n \"$X\" ]; then /b; else /c; fi", "/b | /c"},
		{"case $1 in serve) exec /app;; *) exec \"$@\";; esac", "exec /app"},
		{"case $2 in serve) exec /app;; -*) shift; exec \"$@\" one;; esac", "exec -v one"},
		{"case $2 in serve) exec /app;; esac", "open"},
		{"case $HOST in serve) exec /app;; *) exec \"$@\";; esac", "exec /app | exec serve -v"},
		{"case $HOST in serve) exec /app;; esac", "exec /app open"},
		{"if [ \"${1#-}\" != \"$1\" ]; then set -- /app \"$@\"; fi\nexec \"$@\"", "exec serve -v"},
		{"if [ \"${2#-}\" != \"$2\" ]; then set -- /app \"$2\"; fi\nexec \"$@\"", "exec /app -v"},
		{"if [ \"${2:0:1}\" = '-' ]; then set -- /app \"$2\"; fi\nexec \"$@\"", "exec /app -v"},
		{"if [ \"${HOST#-}\" != \"$HOST\" ]; then set -- /app \"$@\"; fi\nexec \"$@\"", "exec ..."},
		{"if [ $(id -u) = 0 ]; then\n  exec su-exec app \"$0\" \"$@\"\nfi\nexec \"$@\"", "exec serve -v"},
		{"set -- /app \"$@\"\nexec \"$@\"", "exec /app serve -v"},
		{"shift\nexec /app \"$@\"", "exec /app -v"},
		{"cmd=$1; shift; exec \"/bin/$cmd\" $1", "exec /bin/serve -v"},
		{"run() {\n  exec /app \"$@\"\n}\nrun -x", "exec /app -x"},
		{"main() { start; }\nstart() { /app; }\nmain", "/app"},
		{"loop() { loop; }\nloop", "open"},
		{"loop() { " + strings.Repeat("loop; ", 50) + "}\nloop", "open"},
		{"exec tini -- /app", "exec /app"},
		{"dumb-init /app", "/app with all"},
		{"exec su-exec app:app env MODE=fast /app -x", "MODE=fast exec /app -x"},
		{"exec gosu app \"$@\"", "exec serve -v"},
		{"migrate && exec /app", "exec /app open"},
		{"/app || exit 1", "open"},
		{"export LEVEL=info && cd / && exec /app", "LEVEL=info exec /app"},
		{"[ -n \"$X\" ] && exec /debug\nexec /app", "exec /app"},
		{"[ -n \"$X\" ] || set -- one\nexec /app $1", "exec /app one"},
		{"[ -n \"$HOST\" ] && MODE=a\nexec /app $MODE", "exec /app ? ..."},
		{"exec setpriv --reuid 1 --clear-groups /app -x", "exec /app -x"},
		{"exec runuser -u app -- /app", "exec /app"},
		{"/app | tee log", "/app piped"},
		{"/app | tee log\n/other", "/other"},
		{"while true; do /app; done", "open"},
		{". ./env.sh\nexec /app -p $PORT", "exec /app -p ? ... unset"},
		{"exec 3>&1\nexec /app", "exec /app"},
		{"set -a\nMODE=fast\nexec /app", "MODE=fast exec /app"},
		{"exec '/app' \"a b\" c\\ d", "exec /app a b c d"},
		{"exec /app $(hostname)", "exec /app ? ..."},
		{"", "open"},
	} {
		f, problem := Read([]byte("#!/bin/sh\n" + test.text + "\n"))
		if problem != nil {
			t.Errorf("%q: %v", test.text, problem)
			continue
		}
		if got := describe(f.Run(given)); got != test.want {
			t.Errorf("%q: have %s, want %s", test.text, got, test.want)
		}
	}
}

// TestLast: which lines end with a command by itself, that bash puts in its own place.
func TestLast(t *testing.T) {
	for text, column := range map[string]int{
		"/app":                    1,
		"migrate && /app":         12,
		"migrate; X=1 /app":       14,
		"ready || /app -x":        10,
		"migrate && /app >/log":   0,
		"/app | tee log":          0,
		"/app &":                  0,
		"! /app":                  0,
		"if ready; then /app; fi": 0,
		"{ /app; }":               0,
		"X=1":                     0,
		"":                        0,
	} {
		f, problem := Read([]byte(text))
		if problem != nil {
			t.Fatal(text, problem)
		}
		if _, got, ok := f.Last(); got != column || ok != (column > 0) {
			t.Errorf("%q ends at %d, want %d", text, got, column)
		}
	}
}

// describe writes a result down in one line.
func describe(r Result) string {
	var all []string
	for _, s := range r.Starts {
		var parts []string
		for _, e := range s.Env {
			parts = append(parts, e.Name+"="+shown(e.Word))
		}
		if s.Exec {
			parts = append(parts, "exec")
		}
		for _, w := range s.Words {
			parts = append(parts, shown(w))
		}
		if s.WordsOpen {
			parts = append(parts, "...")
		}
		if s.EnvOpen {
			parts = append(parts, "unset")
		}
		if s.Piped {
			parts = append(parts, "piped")
		}
		if !s.Alone {
			parts = append(parts, "with all")
		}
		all = append(all, strings.Join(parts, " "))
	}
	out := strings.Join(all, " | ")
	if r.Open {
		out += " open"
	}
	if r.Traps {
		out += " traps"
	}
	return strings.TrimSpace(out)
}

func shown(w Word) string {
	if w.Open {
		return "?"
	}
	return w.Value
}

// TestProblems: what is malformed is said with its place.
func TestProblems(t *testing.T) {
	for text, want := range map[string]string{
		"#!/bin/sh\nif true; then\n  exec /app\n": "2:1: malformed script: `if` statement must end with `fi`",
		"exec \"/app\n":             "1:6: malformed script: reached EOF without closing quote `\"`",
		strings.Repeat("(", 100000): "1:1: not read: more than 100 brackets in each other",
	} {
		_, p := Read([]byte(text))
		if p == nil || fmt.Sprintf("%d:%d: %s", p.Line, p.Column, p.Message) != want {
			t.Errorf("%.40q: %+v, want %s", text, p, want)
		}
	}
}

func TestIsShell(t *testing.T) {
	for text, want := range map[string]bool{
		"#!/bin/sh\n": true, "#!/usr/bin/env bash\n": true, "#! /bin/bash -e\n": true, "#!/usr/bin/env -S dash\n": true,
		"#!/usr/bin/python3\n": false, "#!/usr/bin/env\n": false, "exec /app\n": false, "": false,
	} {
		if got := IsShell("start", []byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if !IsShell("start.sh", []byte("exec /app\n")) {
		t.Error("not one by its name")
	}
}

func TestGlob(t *testing.T) {
	for _, test := range []struct {
		pattern, text string
		want          bool
	}{
		{"*", "", true}, {"-*", "-v", true}, {"-*", "v", false}, {"*.sh", "a.sh", true}, {"a*b*c", "axxbyyc", true},
		{"a*b*c", "acb", false}, {"?", "a", true}, {"?", "", false}, {"a", "ab", false}, {"*a*", "bab", true}, {"ab*ba", "aba", false},
		{strings.Repeat("*a", 1000) + "b", strings.Repeat("a", 10000), false},
	} {
		if got := glob(test.pattern, test.text); got != test.want {
			t.Errorf("%.20q of %.20q: %v", test.text, test.pattern, got)
		}
	}
}
