package main_test

// harbourBreakages are edits of the reference repository with a chart of Helm, and
// a program whose variables win over its file by a way of its own.
var harbourBreakages = []breakage{
	{"harbour", "container port of the values", "chart/values.yaml", "listen: 8080", "listen: 8081", []string{
		`chart/templates/deployment.yaml:34: manifestport: containerPort 8081, but quay listens on 8080 (env PORT, default 8080, cmd/quay/main.go:28:13)`,
	}},
	{"harbour", "variable of the values", "chart/values.yaml", `PORT: "8080"`, `PORT: "9090"`, []string{
		`chart/templates/deployment.yaml:34: manifestport: containerPort 8080, but quay listens on 9090 (env PORT, default 8080, cmd/quay/main.go:28:13)`,
	}},
	{"harbour", "path of a probe", "chart/values.yaml", "path: /healthz", "path: /health", []string{
		`chart/templates/deployment.yaml:37: manifestprobe: livenessProbe asks for "/health", but no route of quay serves it; it serves /healthz`,
	}},
	{"harbour", "grace period", "chart/values.yaml", "grace: 40", "grace: 14", []string{
		`chart/templates/deployment.yaml:23: manifestgrace: the platform kills quay after 14s, but its preStop hook takes 5s (chart/templates/deployment.yaml:43), and then it drains for up to 10s ((*http.Server).Shutdown at cmd/quay/main.go:35:12), so requests are cut off`,
	}},
	{"harbour", "hook that takes long", "chart/values.yaml", "pause: 5", "pause: 31", []string{
		`chart/templates/deployment.yaml:23: manifestgrace: the platform kills quay after 40s, but its preStop hook takes 31s (chart/templates/deployment.yaml:43), and then it drains for up to 10s ((*http.Server).Shutdown at cmd/quay/main.go:35:12), so requests are cut off`,
	}},
	{"harbour", "loopback", "chart/values.yaml", "env:\n", "env:\n  HOST: 127.0.0.1\n", []string{
		`chart/templates/deployment.yaml:38: manifestloopback: livenessProbe asks port 8080, but quay listens there on 127.0.0.1 only (env HOST, cmd/quay/main.go:28:13), where nothing outside the container can connect`,
	}},
	{"harbour", "target by a name that does not exist", "chart/values.yaml", "target: http", "target: web", []string{
		`chart/templates/service.yaml:11: manifesttarget: Service release-name-quay sends port 80 to a port called "web", which no container of Deployment release-name-quay has (chart/templates/deployment.yaml:25)`,
	}},
	{"harbour", "part that a value turns on", "chart/values.yaml", "annotations: {}", "annotations: {}\ningress: {port: wbe}", []string{
		`chart/templates/service.yaml:23: manifestingress: Ingress release-name-quay leads to port wbe of Service release-name-quay, which does not have it; it has 80 (web) (chart/templates/service.yaml:1)`,
	}},
	{"harbour", "annotations of the values", "chart/values.yaml", "annotations: {}", "annotations: {prometheus.io/scrape: \"true\", prometheus.io/port: \"9102\"}", []string{
		`chart/templates/deployment.yaml:18: manifestport: prometheus.io/port asks port 9102, but quay listens on 8080 (env PORT, default 8080, cmd/quay/main.go:28:13)`,
	}},
	{"harbour", "port in the template", "chart/templates/deployment.yaml", "containerPort: {{ .Values.listen }}", "containerPort: {{ add .Values.listen 1 }}", []string{
		`chart/templates/deployment.yaml:34: manifestport: containerPort 8081, but quay listens on 8080 (env PORT, default 8080, cmd/quay/main.go:28:13)`,
	}},
	// Whoever takes the other file has another port.
	{"harbour", "port that other values say differently", "chart/values-prod.yaml", "replicas: 4", "listen: 8443", nil},
	// What cannot be rendered is not known.
	{"harbour", "function that is not known", "chart/templates/_helpers.tpl", "trunc 63", "shorten 63", nil},
	{"harbour", "value of nothing", "chart/templates/deployment.yaml", "{{ .Values.listen }}", "{{ .Values.port.of.it }}", nil},
	{"harbour", "no variable over the file", "compose.yaml", "CRANE_server__address", "CRANE_server__title", []string{
		`compose.yaml:9: manifestloopback: ports 9100 is published, but crane listens there on localhost:9100 only (config server.address, cmd/crane/main.go:44:12), where nothing outside the container can connect`,
	}},
	{"harbour", "folder of the build", "crane.Dockerfile", "CMD [\"/usr/bin/crane\"]", "EXPOSE 9101\nCMD [\"/usr/bin/crane\"]", []string{
		`crane.Dockerfile:12: manifestport: EXPOSE 9101, but crane listens on 9100 (config server.address, cmd/crane/main.go:44:12)`,
	}},
	{"harbour", "port in a script of the Dockerfile", "pilot.Dockerfile", ":-9300", ":-9301", []string{
		`deploy/task.json:8: manifestport: containerPort 9300, but pilot listens on 9301 (env PORT, default 9200, cmd/pilot/main.go:24:13)`,
		`pilot.Dockerfile:17: manifestport: EXPOSE 9300, but pilot listens on 9301 (env PORT, default 9200, cmd/pilot/main.go:24:13)`,
	}},
	{"harbour", "literal of a generator", "deploy/live/kustomization.yaml", "- name: PORT", "- name: TITLE", []string{
		`deploy/live/kustomization.yaml:8: manifestport: containerPort 9310, but pilot listens on 9320 (env PORT, default 9200, cmd/pilot/main.go:24:13)`,
	}},
	{"harbour", "port by an operation", "deploy/live/kustomization.yaml", "value: 9310", "value: 9311", []string{
		`deploy/live/kustomization.yaml:8: manifestport: containerPort 9311, but pilot listens on 9310 (env PORT, default 9200, cmd/pilot/main.go:24:13)`,
	}},
	{"harbour", "variable by an operation", "deploy/live/kustomization.yaml", `value: "9310"`, `value: "9311"`, []string{
		`deploy/live/kustomization.yaml:8: manifestport: containerPort 9310, but pilot listens on 9311 (env PORT, default 9200, cmd/pilot/main.go:24:13)`,
	}},
	{"harbour", "time by an operation of a file", "deploy/live/grace.yaml", "value: 20", "value: 3", []string{
		`deploy/live/grace.yaml:3: manifestgrace: the platform kills pilot after 3s, but it drains for up to 5s ((*http.Server).Shutdown at cmd/pilot/main.go:31:12), so requests are cut off`,
	}},
	{"harbour", "operation on what is not there", "deploy/live/kustomization.yaml", "containers/0/ports/0/containerPort\n        value: 9310", "containers/0/ports/4/containerPort\n        value: 1", nil},
	{"harbour", "operation that is not known", "deploy/live/grace.yaml", "op: add", "op: move", nil},
	{"harbour", "operations on another kind", "deploy/live/kustomization.yaml", "{kind: Namespace}", "{kind: Service}", nil},
	{"harbour", "signal of the image", "pilot.Dockerfile", "EXPOSE 9300", "EXPOSE 9300\nSTOPSIGNAL 3", []string{
		`pilot.Dockerfile:18: manifestsignal: the platform tells pilot to end by SIGQUIT, which it does not subscribe to, so its graceful stop (cmd/pilot/main.go:24:13) never begins: it waits for SIGTERM`,
	}},
	{"harbour", "signal of the image that is heard", "pilot.Dockerfile", "EXPOSE 9300", "EXPOSE 9300\nSTOPSIGNAL TERM", nil},
	{"harbour", "signal of a pod", "deploy/base/pilot.yaml", "          ports:\n", "          lifecycle: {stopSignal: SIGUSR1}\n          ports:\n", []string{
		`deploy/base/pilot.yaml:17: manifestsignal: the platform tells pilot to end by SIGUSR1, which it does not subscribe to, so its graceful stop (cmd/pilot/main.go:24:13) never begins: it waits for SIGTERM`,
	}},
	{"harbour", "signal of Fly by default", "fly.toml", "", "app = 'pilot'\n[build]\ndockerfile = 'pilot.Dockerfile'\n", []string{
		`fly.toml:1: manifestsignal: the platform tells pilot to end by SIGINT (no kill_signal says another), which it does not subscribe to, so its graceful stop (cmd/pilot/main.go:24:13) never begins: it waits for SIGTERM`,
	}},
	{"harbour", "signal of Fly", "fly.toml", "", "app = 'pilot'\nkill_signal = 'SIGTERM'\n[build]\ndockerfile = 'pilot.Dockerfile'\n", nil},
	{"harbour", "signal that cannot be caught", "fly.toml", "", "app = 'pilot'\nkill_signal = 'SIGKILL'\n[build]\ndockerfile = 'pilot.Dockerfile'\n", []string{
		`fly.toml:2: manifestsignal: the platform tells pilot to end by SIGKILL, which no program can catch, so its graceful stop (cmd/pilot/main.go:24:13) never begins: it waits for SIGTERM`,
	}},
	{"harbour", "program under another name", "pilot.Dockerfile", "COPY --from=build /out/ /usr/bin/\nCOPY --chmod=755 <<'END' /start.sh\n#!/bin/sh\nexport PORT=\"${PORT:-9300}\"\nexec pilot\n",
		"COPY --from=build /out/pilot /usr/bin/pilotd\nCOPY --chmod=755 <<'END' /start.sh\n#!/bin/sh\nexport PORT=\"${PORT:-9300}\"\npilotd\n", []string{
			`pilot.Dockerfile:15: manifestshell: the script starts pilot without exec and need not pass SIGTERM on, so its graceful stop (cmd/pilot/main.go:24:13) never begins: put exec before it`,
		}},
	{"harbour", "port beside a variable over the file", "compose.yaml", `"9100:9100"`, `"9100:9102"`, []string{
		`compose.yaml:9: manifestport: ports 9102, but crane listens on 9100 (config server.address, cmd/crane/main.go:44:12)`,
	}},
}
