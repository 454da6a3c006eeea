package main_test

// shelfBreakages are edits of the reference repository whose programs have
// their ports from variables that libraries make names for, and from a file
// that a struct is filled from.
var shelfBreakages = []breakage{
	{"shelf", "variable with two prefixes", "deploy/rows.yaml", `value: "8100"`, `value: "8101"`, []string{
		`deploy/rows.yaml:18: manifestport: containerPort 8100, but rows listens on 8101 (env ROWS_HTTP_PORT, default 7100, cmd/rows/main.go:28:12)`,
	}},
	{"shelf", "one prefix alone", "deploy/rows.yaml", "ROWS_HTTP_PORT", "ROWS_PORT", []string{
		`deploy/rows.yaml:16: manifestenv: ROWS_PORT is set, but rows never reads it: its port comes from env ROWS_HTTP_PORT, default 7100 (cmd/rows/main.go:28:12)`,
		`deploy/rows.yaml:18: manifestport: containerPort 8100, but rows listens on 7100 (env ROWS_HTTP_PORT, default 7100, cmd/rows/main.go:28:12)`,
	}},
	{"shelf", "no prefix", "deploy/rows.yaml", "ROWS_HTTP_PORT", "PORT", []string{
		`deploy/rows.yaml:16: manifestenv: PORT is set, but rows never reads it: its port comes from env ROWS_HTTP_PORT, default 7100 (cmd/rows/main.go:28:12)`,
		`deploy/rows.yaml:18: manifestport: containerPort 8100, but rows listens on 7100 (env ROWS_HTTP_PORT, default 7100, cmd/rows/main.go:28:12)`,
	}},
	{"shelf", "variable by the name of a field", "deploy/labels.yaml", `value: ":8200"`, `value: ":8201"`, []string{
		`deploy/labels.yaml:18: manifestport: containerPort 8200, but labels listens on 8201 (env LABELS_LISTEN_ADDR, default 7200, cmd/labels/main.go:21:12)`,
	}},
	{"shelf", "loopback by the name of a field", "deploy/labels.yaml", `value: ":8200"`, `value: "localhost:8200"`, []string{
		`deploy/labels.yaml:18: manifestloopback: containerPort 8200 is declared, but labels listens there on localhost:8200 only (env LABELS_LISTEN_ADDR, cmd/labels/main.go:21:12), where nothing outside the container can connect`,
	}},
	{"shelf", "name of a field without what is before", "deploy/labels.yaml", "LABELS_LISTEN_ADDR", "LISTEN_ADDR", []string{
		`deploy/labels.yaml:16: manifestenv: LISTEN_ADDR is set, but labels never reads it: its port comes from env LABELS_LISTEN_ADDR, default 7200 (cmd/labels/main.go:21:12)`,
		`deploy/labels.yaml:18: manifestport: containerPort 8200, but labels listens on 7200 (env LABELS_LISTEN_ADDR, default 7200, cmd/labels/main.go:21:12)`,
	}},
	{"shelf", "name of a field in one word", "deploy/labels.yaml", "LABELS_LISTEN_ADDR", "LABELS_LISTENADDR", []string{
		`deploy/labels.yaml:16: manifestenv: LABELS_LISTENADDR is set, but labels never reads it: its port comes from env LABELS_LISTEN_ADDR, default 7200 (cmd/labels/main.go:21:12)`,
		`deploy/labels.yaml:18: manifestport: containerPort 8200, but labels listens on 7200 (env LABELS_LISTEN_ADDR, default 7200, cmd/labels/main.go:21:12)`,
	}},
	{"shelf", "variable of a key", "deploy/desk.yaml", `value: "8300"`, `value: "8301"`, []string{
		`deploy/desk.yaml:18: manifestport: containerPort 8300, but desk listens on 8301 (env DESK_HTTP_PORT, default 7300, cmd/desk/main.go:18:12)`,
	}},
	{"shelf", "key without the prefix", "deploy/desk.yaml", "DESK_HTTP_PORT", "HTTP_PORT", []string{
		`deploy/desk.yaml:16: manifestenv: HTTP_PORT is set, but desk never reads it: its port comes from env DESK_HTTP_PORT, default 7300 (cmd/desk/main.go:18:12)`,
		`deploy/desk.yaml:18: manifestport: containerPort 8300, but desk listens on 7300 (env DESK_HTTP_PORT, default 7300, cmd/desk/main.go:18:12)`,
	}},
	{"shelf", "another key of the prefix", "deploy/desk.yaml", "DESK_HTTP_PORT", "DESK_PORT", nil},
	{"shelf", "port in a struct of a mounted file", "deploy/index.json", `\"port\": 8400`, `\"port\": 8402`, []string{
		`deploy/index.json:24: manifestport: containerPort 8400, but index listens on 8401 (config admin.port, cmd/index/main.go:34:24) and 8402 (config search.port, cmd/index/main.go:35:12)`,
	}},
	{"shelf", "port in another struct of its type", "deploy/index.json", `\"port\": 8401`, `\"port\": 8403`, []string{
		`deploy/index.json:25: manifestport: containerPort 8401, but index listens on 8400 (config search.port, cmd/index/main.go:35:12) and 8403 (config admin.port, cmd/index/main.go:34:24)`,
	}},
	{"shelf", "host in a struct of a mounted file", "deploy/index.json", `\"host\": \"\"`, `\"host\": \"127.0.0.1\"`, []string{
		`deploy/index.json:24: manifestloopback: containerPort 8400 is declared, but index listens there on 127.0.0.1 only (config search.host, cmd/index/main.go:35:12), where nothing outside the container can connect`,
	}},
	{"shelf", "key of the same name above", "deploy/index.json", "5432", "8402", nil},
	{"shelf", "container port in JSON", "deploy/index.json", `"containerPort": 8400`, `"containerPort": 8404`, []string{
		`deploy/index.json:24: manifestport: containerPort 8404, but index listens on 8400 (config search.port, cmd/index/main.go:35:12) and 8401 (config admin.port, cmd/index/main.go:34:24)`,
	}},
	{"shelf", "file that is mounted elsewhere", "deploy/index.json", `"mountPath": "/etc/shelf"`, `"mountPath": "/etc/shelves"`, nil},
	{"shelf", "malformed file", "deploy/index.json", `{\"port\": 5432,`, `{{\"port\": 5432,`, nil},
}
