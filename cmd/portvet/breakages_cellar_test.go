package main_test

// cellarBreakages are edits of the reference repository whose names are written in several
// ways, and whose image is told elsewhere where to listen.
var cellarBreakages = []breakage{
	{"cellar", "command that the image needs", "compose.yaml", `    command: ["-http", "0.0.0.0:8600"]
`, "", []string{
		`cellar.Dockerfile:8: manifestloopback: EXPOSE 8600 is declared, but cellar listens there on 127.0.0.1 only (flag -http, default 127.0.0.1, cmd/cellar/main.go:26:13), where nothing outside the container can connect`,
		`compose.yaml:7: manifestloopback: ports 8600 is published, but cellar listens there on 127.0.0.1 only (flag -http, default 127.0.0.1, cmd/cellar/main.go:26:13), where nothing outside the container can connect`,
	}},
	{"cellar", "image that nobody tells", "compose.yaml", "dockerfile: cellar.Dockerfile", "dockerfile: other.Dockerfile", []string{
		`cellar.Dockerfile:8: manifestloopback: EXPOSE 8600 is declared, but cellar listens there on 127.0.0.1 only (flag -http, default 127.0.0.1, cmd/cellar/main.go:26:13), where nothing outside the container can connect`,
	}},
	{"cellar", "variable without its mark", "deploy/wine-rack.yaml", "LISTENING_PORT", "LISTENINGPORT", []string{
		`deploy/wine-rack.yaml:16: manifestenv: LISTENINGPORT is set, but wine_rack never reads it: its port comes from env LISTENING_PORT or env WINE_RACK_PORT, default 8700 (cmd/wine_rack/main.go:27:13)`,
		`deploy/wine-rack.yaml:18: manifestport: containerPort 8701, but wine_rack listens on 8700 (env LISTENING_PORT or env WINE_RACK_PORT, default 8700, cmd/wine_rack/main.go:27:13)`,
	}},
	{"cellar", "variable in small letters", "deploy/wine-rack.yaml", "LISTENING_PORT", "listening-port", []string{
		`deploy/wine-rack.yaml:16: manifestenv: listening-port is set, but wine_rack never reads it: its port comes from env LISTENING_PORT or env WINE_RACK_PORT, default 8700 (cmd/wine_rack/main.go:27:13)`,
		`deploy/wine-rack.yaml:18: manifestport: containerPort 8701, but wine_rack listens on 8700 (env LISTENING_PORT or env WINE_RACK_PORT, default 8700, cmd/wine_rack/main.go:27:13)`,
	}},
	{"cellar", "variable in both ways", "deploy/wine-rack.yaml", `            - {name: LISTENING_PORT, value: "8701"}
`, `            - {name: LISTENING_PORT, value: "8701"}
            - {name: LISTENINGPORT, value: "8701"}
`, nil},
	{"cellar", "port of an image with a dash", "deploy/wine-rack.yaml", "containerPort: 8701", "containerPort: 8702", []string{
		`deploy/wine-rack.yaml:18: manifestport: containerPort 8702, but wine_rack listens on 8701 (env LISTENING_PORT or env WINE_RACK_PORT, default 8700, cmd/wine_rack/main.go:27:13)`,
	}},
	{"cellar", "probe of what is on the default mux", "deploy/wine-rack.yaml", "path: /livez", "path: /healthz", []string{
		`deploy/wine-rack.yaml:20: manifestprobe: livenessProbe asks for "/healthz", but no route of wine_rack serves it; it serves /livez`,
	}},
	{"cellar", "drain that an argument chooses", "deploy/press.yaml", "-drain=30s", "-drain=50s", []string{
		`deploy/press.yaml:12: manifestgrace: the platform kills press after 45s, but it drains for up to 50s (flag -drain, default 20s, (*http.Server).Shutdown at cmd/press/main.go:61:12) and waits up to 10s more behind that, so requests are cut off`,
	}},
	{"cellar", "drain and what an argument chooses behind it", "deploy/press.yaml", `"-drain=30s"`, `"-finish", "30"`, []string{
		`deploy/press.yaml:12: manifestgrace: the platform kills press after 45s, but it drains for up to 20s (flag -drain, default 20s, (*http.Server).Shutdown at cmd/press/main.go:61:12) and waits up to 30s more behind that, so requests are cut off`,
	}},
	{"cellar", "drain of another package that an argument chooses", "deploy/press.yaml", `"-drain=30s"`, `"-drain=2s", "-aside=46s"`, []string{
		`deploy/press.yaml:12: manifestgrace: the platform kills press after 45s, but it drains for up to 46s (flag -aside, default 15s, (*http.Server).Shutdown at cmd/press/main.go:52:54), so requests are cut off`,
	}},
	{"cellar", "default of a drain", "deploy/press.yaml", `terminationGracePeriodSeconds: 45
      containers:
        - name: press
          image: registry.example.com/vault/press:3
          args: ["-drain=30s"]`, `terminationGracePeriodSeconds: 20
      containers:
        - name: press
          image: registry.example.com/vault/press:3
          args: ["-finish=0"]`, []string{
		`deploy/press.yaml:12: manifestgrace: the platform kills press after 20s, but it drains for up to 20s (flag -drain, default 20s, (*http.Server).Shutdown at cmd/press/main.go:61:12), so requests are cut off`,
	}},
	// What nobody knows may be short.
	{"cellar", "drain that a variable chooses", "deploy/press.yaml", "-drain=30s", "-drain=$(DRAIN)", nil},
	{"cellar", "port of an image with the words of folders", "deploy/bottle.yaml", "containerPort: 8900", "containerPort: 8901", []string{
		`deploy/bottle.yaml:16: manifestport: containerPort 8901, but server listens on 8900 (literal, cmd/bottle/server/main.go:28:12)`,
	}},
	{"cellar", "port that the program only speaks of", "deploy/bottle.yaml", "containerPort: 8900", "containerPort: 8905", []string{
		`deploy/bottle.yaml:16: manifestport: containerPort 8905, but server listens on 8900 (literal, cmd/bottle/server/main.go:28:12)`,
	}},
	{"cellar", "image with a word that no folder has", "deploy/bottle.yaml", "image: registry.example.com/vault/vault-bottle-service:3\n          ports:\n            - {name: http, containerPort: 8900}", "image: registry.example.com/vault/vault-cork-service:3\n          ports:\n            - {name: http, containerPort: 8901}", nil},
	{"cellar", "target that is nothing, of another port", "deploy/bottle.yaml", "port: 8900, targetPort: null", "port: 8901, targetPort: null", []string{
		`deploy/bottle.yaml:27: manifestport: Service bottle sends port 8901 to port 8901, but server listens on 8900 (literal, cmd/bottle/server/main.go:28:12)`,
	}},
	{"cellar", "target of an empty name", "deploy/bottle.yaml", "targetPort: null", `targetPort: ""`, []string{
		`deploy/bottle.yaml:27: manifesttarget: Service bottle sends port 8900 to a port called "", which no container of Deployment bottle has (deploy/bottle.yaml:13)`,
	}},
	{"cellar", "HTTPS probe of what serves either way", "deploy/bottle.yaml", "port: http}", "port: http, scheme: HTTPS}", nil},
}
