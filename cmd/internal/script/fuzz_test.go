package script

import (
	"bytes"
	"testing"
)

// FuzzRun reads and follows scripts of all shapes. Each place has to be in the
// script, and a script that is followed twice comes to the same.
func FuzzRun(f *testing.F) {
	for _, seed := range []string{
		"#!/bin/sh\nset -e\nexec /app \"$@\"\n",
		"export PORT=${PORT:-8080}\nif [ \"$1\" = serve ]; then\n  shift\n  exec /app -port \"$PORT\" \"$@\"\nfi\nexec \"$@\"\n",
		"trap 'kill $pid' TERM\n/app &\npid=$!\nwait $pid\n",
		"case \"$1\" in\n-*) set -- /app \"$@\" ;;\nesac\nfor i in 1 2; do sleep 1; done\nexec su-exec app \"$@\"\n",
		"run() { PORT=1 /app --x=`cat f` $(id); }\nrun || exit 1\ncat <<EOF\n$PORT\nEOF\n/app | tee log\n",
	} {
		f.Add([]byte(seed), "serve", false)
	}
	f.Fuzz(func(t *testing.T, text []byte, arg string, open bool) {
		file, problem := Read(text)
		lines := bytes.Count(text, []byte("\n")) + 1
		if problem != nil {
			if problem.Line < 1 || problem.Line > lines {
				t.Errorf("a problem in line %d of %d", problem.Line, lines)
			}
			return
		}
		given := Given{
			Args: []Word{{Value: arg, Open: open}}, ArgsOpen: open,
			Env: func(name string) Word { return Word{Value: name, Open: open} },
		}
		result := file.Run(given)
		for _, s := range result.Starts {
			for _, w := range s.Words {
				if w.Line < 0 || w.Line > lines {
					t.Errorf("%q is in line %d of %d", w.Value, w.Line, lines)
				}
			}
		}
		if again := file.Run(given); len(again.Starts) != len(result.Starts) || again.Open != result.Open || again.Traps != result.Traps {
			t.Errorf("once %+v, then %+v", result, again)
		}
	})
}
