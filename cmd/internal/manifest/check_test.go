package manifest

import "testing"

// TestCheck: the shell fills in a health check with what the container sets, not Docker with
// what the image does.
func TestCheck(t *testing.T) {
	dir := write(t, map[string]string{"Dockerfile": "FROM alpine\nENV HEALTH=8080 KIND=livez\nHEALTHCHECK --interval=5s CMD wget -qO- http://127.0.0.1:${HEALTH}/$KIND || exit 1\n"})
	img := Find(Config{Roots: []string{dir}}).Images[0]
	env := func(name, value string, open bool) []Env { return []Env{{name, Text{Value: value, Open: open}}} }
	for _, tt := range []struct {
		name       string
		c          *Container
		port, path string
		open       bool
	}{
		{"the image alone", nil, "8080", "/livez", false},
		{"nothing of it set", &Container{Env: env("PORT", "8081", false)}, "8080", "/livez", false},
		{"set", &Container{Env: env("HEALTH", "8081", false)}, "8081", "/livez", false},
		{"the last counts", &Container{Env: append(env("HEALTH", "8081", false), env("HEALTH", "8082", false)...)}, "8082", "/livez", false},
		{"set to what is not known", &Container{Env: env("HEALTH", "${X}", true)}, "${HEALTH}", "/livez", true},
		{"set by a file that is not there", &Container{EnvOpen: true}, "${HEALTH}", "/$KIND", true},
		{"set beside such a file", &Container{EnvOpen: true, Env: env("HEALTH", "8081", false)}, "8081", "/$KIND", false},
		{"another one set", &Container{Env: env("KIND", "readyz", false)}, "8080", "/readyz", false},
	} {
		ps := Asks("HEALTHCHECK", img.Check(tt.c))
		if len(ps) != 1 {
			t.Errorf("%s: %d probes", tt.name, len(ps))
			continue
		}
		if p := ps[0]; p.Port.Value != tt.port || p.Port.Open != tt.open || p.Path.Value != tt.path || p.Port.Line != 3 {
			t.Errorf("%s: have %+v", tt.name, p)
		}
	}
}
