package main_test

// canteenBreakages are edits of the reference repository whose manifests have
// their parts in several files, or several programs.
var canteenBreakages = []breakage{
	{"canteen", "stage of a Dockerfile", "compose.yaml", `"8080:9000"`, `"8080:443"`, []string{
		`compose.yaml:10: manifestport: ports 443, but canteen listens on 9000 (env PORT or flag -addr, default 8080, cmd/canteen/main.go:26:24)`,
	}},
	{"canteen", "a stage that does not exist", "compose.yaml", "      target: canteen\n", "      target: kitchen\n", nil},
	{"canteen", "port of a service that is extended", "common.yaml", `PORT: "9000"`, `PORT: "9001"`, []string{
		`compose.yaml:10: manifestport: ports 9000, but canteen listens on 9001 (env PORT or flag -addr, default 8080, cmd/canteen/main.go:26:24)`,
	}},
	{"canteen", "service that is not there", "compose.yaml", "service: house", "service: home", nil},
	{"canteen", "grace period of a service that is extended", "common.yaml", "stop_grace_period: 30s", "stop_grace_period: 15s", []string{
		`common.yaml:4: manifestgrace: the platform kills canteen after 15s, but it drains for up to 20s ((*http.Server).Shutdown at cmd/canteen/main.go:34:12), so requests are cut off`,
	}},
	{"canteen", "port of an override", "compose.override.yaml", `TILL_PORT: "443"`, `TILL_PORT: "8443"`, []string{
		`compose.yaml:18: manifestport: ports 443, but till listens on 8443 (env TILL_PORT, default 443, cmd/till/main.go:23:24)`,
	}},
	{"canteen", "one port of the machine twice", "compose.yaml", "  spare:\n    profiles: [spare]\n", "  spare:\n", []string{
		`compose.yaml:24: manifestconflict: Compose service till and Compose service spare both publish port 443 of the machine, so one of the two fails with "port is already allocated" (compose.yaml:18)`,
	}},
	{"canteen", "two addresses of the machine", "compose.yaml", "  spare:\n    profiles: [spare]\n    build:\n      context: .\n      target: till\n    ports:\n      - \"443:443\"", "  spare:\n    build:\n      context: .\n      target: till\n    ports:\n      - \"127.0.0.2:443:443\"", nil},
	{"canteen", "network of another service", "compose.yaml", "  spare:\n    profiles: [spare]\n", "  spare:\n    network_mode: service:till\n", []string{
		`compose.yaml:19: manifestconflict: Compose service till and Compose service spare are on one network and both listen on port 443, so one of the two fails with "address already in use" (compose.override.yaml:2)`,
	}},
	{"canteen", "port of an overlay", "deploy/prod/port.yaml", `value: "7000"`, `value: "7001"`, []string{
		`deploy/base/canteen.yaml:16: manifestport: containerPort 7000, but canteen listens on 7001 (env PORT or flag -addr, default 8080, cmd/canteen/main.go:26:24)`,
	}},
	{"canteen", "arguments of an overlay", "deploy/stage/kustomization.yaml", `":7000"`, `"127.0.0.1:7000"`, []string{
		`deploy/base/canteen.yaml:18: manifestloopback: readinessProbe asks port 7000, but canteen listens there on 127.0.0.1:7000 only (flag -addr, cmd/canteen/main.go:26:24), where nothing outside the container can connect`,
	}},
	{"canteen", "grace period of an overlay", "deploy/prod/port.yaml", "Seconds: 40", "Seconds: 20", []string{
		`deploy/prod/port.yaml:8: manifestgrace: the platform kills canteen after 20s, but it drains for up to 20s ((*http.Server).Shutdown at cmd/canteen/main.go:34:12), so requests are cut off`,
	}},
	{"canteen", "overlay that changes more", "deploy/prod/kustomization.yaml", "patches:", "configMapGenerator:\n  - name: more\npatches:", nil},
	{"canteen", "list of operations", "deploy/prod/port.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: canteen\nspec:\n  template:\n    spec:\n      terminationGracePeriodSeconds: 40\n      containers:\n        - name: canteen\n          env:\n            - {name: PORT, value: \"7000\"}\n", "- {op: add, path: /spec/template/spec/hostNetwork, value: true}\n", nil},
	{"canteen", "process of Fly", "fly.toml", "canteen -addr :3000", "canteen -addr :3002", []string{
		`fly.toml:11: manifestport: internal_port 3000, but canteen listens on 3002 (env PORT or flag -addr, default 8080, cmd/canteen/main.go:26:24)`,
	}},
	{"canteen", "time that Fly waits by default, of which only strict speaks", "fly.toml", "kill_timeout = \"30s\"\n", "\n", nil},
	{"canteen", "time of Cloud Run", "deploy/run.yaml", "", "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: canteen\n  labels: {cloud.googleapis.com/location: europe-north1}\nspec:\n  template:\n    spec:\n      containers:\n        - image: registry.example.com/canteen\n", []string{
		`deploy/run.yaml:10: manifestgrace: the platform kills canteen after its default of 10s, but it drains for up to 20s ((*http.Server).Shutdown at cmd/canteen/main.go:34:12), so requests are cut off`,
	}},
	{"canteen", "time of another Knative", "deploy/run.yaml", "", "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: canteen\nspec:\n  template:\n    spec:\n      containers:\n        - image: registry.example.com/canteen\n", nil},
	{"canteen", "service of all processes", "fly.toml", "  processes = [\"night\"]\n", "", []string{
		`fly.toml:15: manifestport: internal_port 3001, but canteen listens on 3000 (env PORT or flag -addr, default 8080, cmd/canteen/main.go:26:24)`,
	}},
	{"canteen", "script behind tini", "run/serve.sh", `exec "$@"`, `"$@"`, []string{
		`run/serve.sh:6: manifestshell: the script starts canteen without exec and need not pass SIGTERM on, so its graceful stop (cmd/canteen/main.go:26:24) never begins: put exec before it`,
	}},
	{"canteen", "script that waits", "run/serve.sh", `exec "$@"`, "\"$@\" &\nwait", []string{
		`run/serve.sh:6: manifestshell: the script starts canteen without exec and need not pass SIGTERM on, so its graceful stop (cmd/canteen/main.go:26:24) never begins: put exec before it`,
	}},
	{"canteen", "script that waits and hands the signal on", "run/serve.sh", `exec "$@"`, "trap 'kill -TERM \"$pid\"' TERM\n\"$@\" &\npid=$!\nwait \"$pid\"", nil},
	{"canteen", "shell in a list of the image", "Dockerfile", `"exec till"`, `"till"`, []string{
		`Dockerfile:20: manifestshell: a shell runs till here and need not pass SIGTERM on, so its graceful stop (cmd/till/main.go:23:24) never begins: write the command as a list, or put exec before it`,
	}},
	{"canteen", "port of nc", "compose.yaml", `"localhost", "9000"]`, `"localhost", "9001"]`, []string{
		`compose.yaml:12: manifestprobe: healthcheck asks port 9001, but canteen listens on 9000 (env PORT or flag -addr, default 8080, cmd/canteen/main.go:26:24)`,
	}},
	{"canteen", "address without a scheme", "compose.yaml", `["CMD", "nc", "-z", "localhost", "9000"]`, `["CMD-SHELL", "wget -q localhost:9002/healthz || exit 1"]`, []string{
		`compose.yaml:12: manifestprobe: healthcheck asks port 9002, but canteen listens on 9000 (env PORT or flag -addr, default 8080, cmd/canteen/main.go:26:24)`,
	}},
	{"canteen", "address without a scheme that is right", "compose.yaml", `["CMD", "nc", "-z", "localhost", "9000"]`, `["CMD-SHELL", "wget -q 127.0.0.1:9000/healthz || exit 1"]`, nil},
	{"canteen", "port of grpc_health_probe", "compose.yaml", `["CMD", "nc", "-z", "localhost", "9000"]`, `["CMD", "grpc_health_probe", "-addr=:9002"]`, []string{
		`compose.yaml:12: manifestprobe: healthcheck asks port 9002, but canteen listens on 9000 (env PORT or flag -addr, default 8080, cmd/canteen/main.go:26:24)`,
	}},
	{"canteen", "Heroku without arguments", "heroku.yml", "web: canteen -addr :$PORT", "web: canteen", nil},
	{"canteen", "port of Heroku", "heroku.yml", "target: canteen\nrun:\n  web: canteen -addr :$PORT", "target: till", []string{
		`heroku.yml:3: manifestenv: the platform says by PORT where till has to listen, but it never reads that variable: its port comes from env TILL_PORT, default 443 (cmd/till/main.go:23:24)`,
	}},
	{"canteen", "port of App Engine", "app.yaml", "main: ./cmd/canteen", "main: ./cmd/till", []string{
		`app.yaml:1: manifestport: the platform sends requests to port 8080, but till listens on 443 (env TILL_PORT, default 443, cmd/till/main.go:23:24)`,
	}},
	{"canteen", "variable of App Engine", "app.yaml", "MENU: week", `LISTEN_ADDR: ":8080"`, []string{
		`app.yaml:4: manifestenv: LISTEN_ADDR is set, but canteen never reads it: its port comes from env PORT or flag -addr, default 8080 (cmd/canteen/main.go:26:24)`,
	}},
}
