package main_test

// atlasBreakages are edits of the reference repository whose settings are read in
// one package and asked for in another, and whose shells and scripts have a say in
// where programs listen.
var atlasBreakages = []breakage{
	{"atlas", "variable of a key that another package asks for", "deploy/chart.yaml", `CHART_HTTP_PORT: "7001"`, `CHART_HTTP_PORT: "7002"`, []string{
		`deploy/chart.yaml:18: manifestport: containerPort 7001, but chart listens on 7002 (config http.port or env CHART_HTTP_PORT, default 7000, cmd/chart/main.go:13:12)`,
	}},
	{"atlas", "object of variables that is for one program", "deploy/chart.yaml", "CHART_HTTP_PORT", "HTTP_PORT", []string{
		`deploy/chart.yaml:18: manifestport: containerPort 7001, but chart listens on 7010 (config http.port or env CHART_HTTP_PORT, default 7000, cmd/chart/main.go:13:12)`,
		`deploy/chart.yaml:25: manifestenv: HTTP_PORT is set, but chart never reads it: its port comes from config http.port or env CHART_HTTP_PORT, default 7000 (cmd/chart/main.go:13:12)`,
	}},
	{"atlas", "file in the image", "config/chart.yaml", "7010", "7011", []string{
		`chart.Dockerfile:9: manifestport: EXPOSE 7010, but chart listens on 7011 (config http.port or env CHART_HTTP_PORT, default 7000, cmd/chart/main.go:13:12)`,
	}},
	{"atlas", "file in another folder", "chart.Dockerfile", "/etc/atlas", "/etc/maps", nil},
	{"atlas", "file of another name", "chart.Dockerfile", "COPY config /etc/atlas", "COPY config/chart.yaml /etc/atlas/charts.yaml", nil},
	{"atlas", "variable bound to a key of a struct", "deploy/key.yaml", `value: "7101"`, `value: "7102"`, []string{
		`deploy/key.yaml:18: manifestport: containerPort 7101, but key listens on 7102 (env KEY_PORT, default 7100, cmd/key/main.go:28:12)`,
	}},
	{"atlas", "variable that is not bound", "deploy/key.yaml", "KEY_PORT", "LISTEN_PORT", []string{
		`deploy/key.yaml:16: manifestenv: LISTEN_PORT is set, but key never reads it: its port comes from env KEY_PORT, default 7100 (cmd/key/main.go:28:12)`,
		`deploy/key.yaml:18: manifestport: containerPort 7101, but key listens on 7100 (env KEY_PORT, default 7100, cmd/key/main.go:28:12)`,
	}},
	{"atlas", "loopback by a bound variable", "deploy/key.yaml", `- {name: KEY_PORT, value: "7101"}`, "- {name: KEY_PORT, value: \"7101\"}\n            - {name: KEY_HOST, value: localhost}", []string{
		`deploy/key.yaml:19: manifestloopback: containerPort 7101 is declared, but key listens there on localhost only (env KEY_HOST, cmd/key/main.go:28:12), where nothing outside the container can connect`,
	}},
	{"atlas", "default of a key", "key.Dockerfile", "EXPOSE 7100", "EXPOSE 7103", []string{
		`key.Dockerfile:8: manifestport: EXPOSE 7103, but key listens on 7100 (env KEY_PORT, default 7100, cmd/key/main.go:28:12)`,
	}},
	{"atlas", "flag bound to a key", "deploy/scale.yaml", "--listen=:7201", "--listen=:7202", []string{
		`deploy/scale.yaml:17: manifestport: containerPort 7201, but scale listens on 7202 (env SCALE_ADDR or flag -listen, default 7200, cmd/scale/main.go:21:12)`,
	}},
	{"atlas", "variable of a key with a flag", "deploy/scale.yaml", `args: ["--listen=:7201"]`, `env: [{name: SCALE_ADDR, value: ":7203"}]`, []string{
		`deploy/scale.yaml:17: manifestport: containerPort 7201, but scale listens on 7203 (env SCALE_ADDR or flag -listen, default 7200, cmd/scale/main.go:21:12)`,
	}},
	{"atlas", "variable without the prefix", "deploy/scale.yaml", `args: ["--listen=:7201"]`, `env: [{name: ADDR, value: ":7201"}]`, []string{
		`deploy/scale.yaml:15: manifestenv: ADDR is set, but scale never reads it: its port comes from env SCALE_ADDR or flag -listen, default 7200 (cmd/scale/main.go:21:12)`,
		`deploy/scale.yaml:17: manifestport: containerPort 7201, but scale listens on 7200 (env SCALE_ADDR or flag -listen, default 7200, cmd/scale/main.go:21:12)`,
	}},
	{"atlas", "variable that nobody fills in for a bound flag", "deploy/scale.yaml", "--listen=:7201", "--listen=:${PORT}", []string{
		`deploy/scale.yaml:15: manifestargs: nothing fills in ${PORT} here, so scale is given these letters for -listen, which says where it listens (cmd/scale/main.go:21:12): Kubernetes fills in $(PORT)`,
	}},
	{"atlas", "variable of a flag among all", "deploy/legend.yaml", `":7401"`, `":7402"`, []string{
		`deploy/legend.yaml:18: manifestport: containerPort 7401, but legend listens on 7402 (env LEGEND_LISTEN_ADDR or flag -listen-addr, default 7400, cmd/legend/main.go:31:12)`,
	}},
	{"atlas", "flag among all", "deploy/legend.yaml", `env:
            - {name: LEGEND_LISTEN_ADDR, value: ":7401"}`, `args: [--listen-addr, ":7403"]`, []string{
		`deploy/legend.yaml:17: manifestport: containerPort 7401, but legend listens on 7403 (env LEGEND_LISTEN_ADDR or flag -listen-addr, default 7400, cmd/legend/main.go:31:12)`,
	}},
	{"atlas", "default of a flag among all", "legend.Dockerfile", "EXPOSE 7400", "EXPOSE 7404", []string{
		`legend.Dockerfile:8: manifestport: EXPOSE 7404, but legend listens on 7400 (env LEGEND_LISTEN_ADDR or flag -listen-addr, default 7400, cmd/legend/main.go:31:12)`,
	}},
	// Flags of other packages may be among them.
	{"atlas", "flag among all, without the prefix", "deploy/legend.yaml", "LEGEND_LISTEN_ADDR", "LISTEN_ADDR", nil},
	{"atlas", "variable that a script reads", "compose.yaml", `FERRY_PORT: "7301"`, `FERRY_PORT: "7303"`, []string{
		`compose.yaml:9: manifestport: ports 7301, but ferry listens on 7303 (flag -addr, default 7300, cmd/ferry/main.go:23:24)`,
	}},
	{"atlas", "variable that a script does not read", "compose.yaml", `FERRY_PORT: "7301"`, `PORT: "7301"`, []string{
		`compose.yaml:7: manifestenv: PORT is set, but ferry never reads it: its port comes from flag -addr, default 7300 (cmd/ferry/main.go:23:24)`,
		`compose.yaml:9: manifestport: ports 7301, but ferry listens on 7300 (flag -addr, default 7300, cmd/ferry/main.go:23:24)`,
	}},
	{"atlas", "variable that several services have from an anchor", "compose.yaml", "    environment:\n      FERRY_PORT: \"7301\"\n    ports:\n      - \"7301:7301\"\n", `    environment: &all
      PORT: "7301"
    ports:
      - "7300:7300"
  other:
    image: example.com/other
    environment: *all
`, nil},
	{"atlas", "default of a script", "run/ferry.sh", ":=7300", ":=7304", []string{
		`ferry.Dockerfile:10: manifestport: EXPOSE 7300, but ferry listens on 7304 (flag -addr, default 7300, cmd/ferry/main.go:23:24)`,
	}},
	{"atlas", "script without exec", "run/ferry.sh", "exec \"$@\" -addr", "\"$@\" -addr", []string{
		`run/ferry.sh:10: manifestshell: the script starts ferry without exec and need not pass SIGTERM on, so its graceful stop (cmd/ferry/main.go:23:24) never begins: put exec before it`,
	}},
	{"atlas", "script in a pipe", "run/ferry.sh", "exec \"$@\" -addr \":$FERRY_PORT\"", "\"$@\" -addr \":$FERRY_PORT\" | tee /log", []string{
		`run/ferry.sh:10: manifestshell: the script starts ferry without exec and need not pass SIGTERM on, so its graceful stop (cmd/ferry/main.go:23:24) never begins: put exec before it, and let it write by itself where the pipe leads`,
	}},
	{"atlas", "other program beside it", "run/ferry.sh", "exec \"$@\" -addr \":$FERRY_PORT\"", "nginx\nexec \"$@\" -addr :7305", nil},
	{"atlas", "program alone on that port", "run/ferry.sh", "exec \"$@\" -addr \":$FERRY_PORT\"", "exec \"$@\" -addr :7305", []string{
		`ferry.Dockerfile:10: manifestport: EXPOSE 7300, but ferry listens on 7305 (flag -addr, default 7300, cmd/ferry/main.go:23:24)`,
	}},
	{"atlas", "flags for a script", "ferry.Dockerfile", `CMD ["ferry"]`, `CMD ["-addr", ":7301"]`, nil},
	{"atlas", "line of a shell", "ferry.Dockerfile", "EXPOSE 7300\nENTRYPOINT [\"/ferry.sh\"]\nCMD [\"ferry\"]", "ENV PORT=7306\nEXPOSE 7300\nCMD exec ferry -addr :$PORT", []string{
		`compose.yaml:7: manifestenv: FERRY_PORT is set, but ferry never reads it: its port comes from flag -addr, default 7300 (cmd/ferry/main.go:23:24)`,
		`compose.yaml:9: manifestport: ports 7301, but ferry listens on 7306 (flag -addr, default 7300, cmd/ferry/main.go:23:24)`,
		`ferry.Dockerfile:11: manifestport: EXPOSE 7300, but ferry listens on 7306 (flag -addr, default 7300, cmd/ferry/main.go:23:24)`,
	}},
	{"atlas", "line of a shell that reads its variable", "ferry.Dockerfile", "EXPOSE 7300\nENTRYPOINT [\"/ferry.sh\"]\nCMD [\"ferry\"]", "ENV PORT=7306\nEXPOSE 7306\nCMD exec ferry -addr :${FERRY_PORT:-$PORT}", nil},
	{"atlas", "variable of a line", "deploy/ferry.yaml", `value: "7302"`, `value: "7307"`, []string{
		`deploy/ferry.yaml:19: manifestport: containerPort 7302, but ferry listens on 7307 (flag -addr, default 7300, cmd/ferry/main.go:23:24)`,
	}},
	{"atlas", "another variable for a line", "deploy/ferry.yaml", "name: PORT", "name: FERRY_PORT", nil},
	{"atlas", "grace period", "deploy/ferry.yaml", "    spec:\n      containers", "    spec:\n      terminationGracePeriodSeconds: 5\n      containers", []string{
		`deploy/ferry.yaml:12: manifestgrace: the platform kills ferry after 5s, but it drains for up to 5s ((*http.Server).Shutdown at cmd/ferry/main.go:31:12), so requests are cut off`,
	}},
	{"atlas", "grace period of what does not serve", "deploy/ferry.yaml", `    spec:
      containers:
        - name: ferry
          image: example.com/atlas/ferry:1
          command: [sh, -c, "exec ferry -addr :$PORT"]`, `    spec:
      terminationGracePeriodSeconds: 5
      containers:
        - name: ferry
          image: example.com/atlas/ferry:1
          command: [ferry, migrate, -addr, ":7302"]`, []string{
		`deploy/ferry.yaml:18: manifestenv: PORT is set, but ferry never reads it: its port comes from flag -addr, default 7300 (cmd/ferry/main.go:23:24)`,
	}},
	{"atlas", "grace period of a server by its word", "deploy/ferry.yaml", `    spec:
      containers:
        - name: ferry
          image: example.com/atlas/ferry:1
          command: [sh, -c, "exec ferry -addr :$PORT"]`, `    spec:
      terminationGracePeriodSeconds: 5
      containers:
        - name: ferry
          image: example.com/atlas/ferry:1
          command: [ferry, serve, -addr, ":$(PORT)"]`, []string{
		`deploy/ferry.yaml:12: manifestgrace: the platform kills ferry after 5s, but it drains for up to 5s ((*http.Server).Shutdown at cmd/ferry/main.go:31:12), so requests are cut off`,
	}},
	{"atlas", "port that only its container has", "key.Dockerfile", "EXPOSE 7100", "EXPOSE 7101", nil},
}
