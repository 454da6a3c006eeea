package main_test

// bakeryBreakages are edits of the reference repository of which one Dockerfile
// makes all images, and a platform builds programs itself.
var bakeryBreakages = []breakage{
	{"bakery", "argument of a Compose service", "compose.yaml", "COMMAND: counter", "COMMAND: oven", []string{
		`compose.yaml:9: manifestport: ports 8080, but oven listens on 9000 (env OVEN_PORT, default 9000, cmd/oven/main.go:23:13)`,
	}},
	{"bakery", "argument in a list", "compose.yaml", "COMMAND=oven", "COMMAND=counter", []string{
		`compose.yaml:15: manifestprobe: healthcheck asks port 9000, but counter listens on 8080 (env PORT, default 8080, cmd/counter/main.go:23:13)`,
	}},
	{"bakery", "argument of the reader", "compose.yaml", "COMMAND: counter", "COMMAND: $COMMAND", nil},
	{"bakery", "default of an argument", "Dockerfile", "ARG COMMAND\n", "ARG COMMAND=oven\n", nil},
	{"bakery", "default where nothing is given", "Dockerfile", "ARG COMMAND\n", "ARG COMMAND=oven\n", nil},
	{"bakery", "argument of Skaffold", "skaffold.yaml", "COMMAND: counter", "COMMAND: oven", []string{
		`deploy/front.yaml:16: manifestport: containerPort 8080, but oven listens on 9000 (env OVEN_PORT, default 9000, cmd/oven/main.go:23:13)`,
	}},
	{"bakery", "port of an image by Skaffold", "deploy/front.yaml", "containerPort: 8080", "containerPort: 8081", []string{
		`deploy/front.yaml:16: manifestport: containerPort 8081, but counter listens on 8080 (env PORT, default 8080, cmd/counter/main.go:23:13)`,
	}},
	{"bakery", "argument of Tilt", "Tiltfile", "'oven'", "'counter'", []string{
		`deploy/back.yaml:16: manifestport: containerPort 9000, but counter listens on 8080 (env PORT, default 8080, cmd/counter/main.go:23:13)`,
	}},
	{"bakery", "path of an image by Tilt", "deploy/back.yaml", "/warm", "/hot", []string{
		`deploy/back.yaml:18: manifestprobe: livenessProbe asks for "/hot", but no route of oven serves it`,
	}},
	{"bakery", "variable of RUN", "oven.Dockerfile", "ENV COMMAND=oven", "ENV COMMAND=counter", []string{
		`oven.Dockerfile:9: manifestport: EXPOSE 9000, but counter listens on 8080 (env PORT, default 8080, cmd/counter/main.go:23:13)`,
		`render.yaml:17: manifestprobe: healthCheckPath asks for "/warm", but no route of counter serves it`,
	}},
	{"bakery", "ports of a Dockerfile for several", "Dockerfile", "ENTRYPOINT", "EXPOSE 8080 9000\nENTRYPOINT", nil},
	{"bakery", "check of Render", "render.yaml", "healthCheckPath: /open", "healthCheckPath: /health", []string{
		`render.yaml:7: manifestprobe: healthCheckPath asks for "/health", but no route of counter serves it`,
	}},
	{"bakery", "check of an image on Render", "render.yaml", "healthCheckPath: /warm", "healthCheckPath: /health", []string{
		`render.yaml:17: manifestprobe: healthCheckPath asks for "/health", but no route of oven serves it`,
	}},
	{"bakery", "program of Render", "render.yaml", "./cmd/counter", "./cmd/oven", []string{
		`render.yaml:7: manifestprobe: healthCheckPath asks for "/open", but no route of oven serves it`,
		`render.yaml:11: manifestenv: PORT is set, but oven never reads it: its port comes from env OVEN_PORT, default 9000 (cmd/oven/main.go:23:13)`,
	}},
	{"bakery", "loopback on Render", "render.yaml", "key: CURRENCY\n        value: EUR", "key: HOST\n        value: localhost", []string{
		`render.yaml:11: manifestloopback: the platform sends requests to port 8080, but counter listens there on localhost only (env HOST, cmd/counter/main.go:23:13), where nothing outside the container can connect`,
	}},
	{"bakery", "time on Render", "render.yaml", "DelaySeconds: 30", "DelaySeconds: 10", []string{
		`render.yaml:8: manifestgrace: the platform kills counter after 10s, but it drains for up to 12s ((*http.Server).Shutdown at cmd/counter/main.go:30:12), so requests are cut off`,
	}},
	{"bakery", "time that Render gives by itself", "render.yaml", "    maxShutdownDelaySeconds: 30\n", "", nil},
	{"bakery", "port that Render chooses", "render.yaml", "      - key: PORT\n        value: 8080\n", "", nil},
	{"bakery", "variable of Render", "render.yaml", "key: CURRENCY", "key: COUNTER_ADDR", nil},
	{"bakery", "variable of Render for one service", "render.yaml", "value: 8080\n", "value: 8080\n      - key: COUNTER_ADDR\n        value: \":8080\"\n", []string{
		`render.yaml:13: manifestenv: COUNTER_ADDR is set, but counter never reads it: its port comes from env PORT, default 8080 (cmd/counter/main.go:23:13)`,
	}},
	{"bakery", "projects of Render", "render.yaml", "services:", "projects:\n  - name: all\n    environments: []\nservices:", nil},
}
