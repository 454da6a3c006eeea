package main_test

// breakage is an edit of one manifest of a reference repository, with all that
// has to be found then.
type breakage struct {
	repo, name, file, old, new string
	want                       []string
}

var breakages = []breakage{
	{"shop", "container port", "deploy/deployment.yaml", "containerPort: 8080", "containerPort: 8081", []string{
		`deploy/deployment.yaml:29: manifestport: containerPort 8081, but shop listens on 8080 (env PORT, default 8080, cmd/shop/main.go:32:24)`,
	}},
	{"shop", "port that a pipeline fills in", "deploy/service.yaml", "targetPort: http", "targetPort: __HTTP_PORT__", nil},
	{"shop", "port that another pipeline fills in", "deploy/service.yaml", "targetPort: http", `targetPort: "#{HTTP_PORT}#"`, nil},
	{"shop", "port of the environment", "deploy/deployment.yaml", `value: "8080"`, `value: "9090"`, []string{
		`deploy/deployment.yaml:29: manifestport: containerPort 8080, but shop listens on 9090 (env PORT, default 8080, cmd/shop/main.go:32:24)`,
	}},
	{"shop", "exposed port", "Dockerfile", "EXPOSE 8080", "EXPOSE 80", []string{
		`Dockerfile:8: manifestport: EXPOSE 80, but shop listens on 8080 (env PORT, default 8080, cmd/shop/main.go:32:24)`,
	}},
	// The container beside it is not known, and may listen there.
	{"shop", "target port of who knows whom", "deploy/service.yaml", "targetPort: 8080", "targetPort: 8088", nil},
	{"shop", "target by a name that does not exist", "deploy/service.yaml", "targetPort: http", "targetPort: htpp", []string{
		`deploy/service.yaml:11: manifesttarget: Service shop sends port 80 to a port called "htpp", which no container of Deployment shop has (deploy/deployment.yaml:22)`,
	}},
	{"shop", "probe path", "deploy/deployment.yaml", "path: /healthz", "path: /health", []string{
		`deploy/deployment.yaml:32: manifestprobe: livenessProbe asks for "/health", but no route of shop serves it; it serves /healthz and /readyz`,
	}},
	{"shop", "probe port of who knows whom", "deploy/deployment.yaml", "port: 8080\n        - name: cache", "port: 8090\n        - name: cache", nil},
	{"shop", "probe port by a name that does not exist", "deploy/deployment.yaml", "port: http\n", "port: web\n", []string{
		`deploy/deployment.yaml:33: manifestprobe: livenessProbe asks port "web", but the container has no port of that name`,
	}},
	{"shop", "two containers on one port", "deploy/deployment.yaml", "containerPort: 6379", "containerPort: 8080", []string{
		`deploy/deployment.yaml:42: manifestconflict: Deployment shop and container cache of Deployment shop are on one network and both listen on port 8080, so one of the two fails with "address already in use" (deploy/deployment.yaml:29)`,
	}},
	{"shop", "grace period", "deploy/deployment.yaml", "terminationGracePeriodSeconds: 30", "terminationGracePeriodSeconds: 15", []string{
		`deploy/deployment.yaml:17: manifestgrace: the platform kills shop after 15s, but it drains for up to 15s ((*http.Server).Shutdown at cmd/shop/main.go:40:12), so requests are cut off`,
	}},
	{"shop", "low port without root", "deploy/deployment.yaml", `value: "8080"
          ports:
            - name: http
              containerPort: 8080`, `value: "80"
          ports:
            - name: http
              containerPort: 80`, []string{
		`deploy/deployment.yaml:26: manifestroot: shop listens on port 80 (env PORT, default 8080, cmd/shop/main.go:32:24) and does not run as root (deploy/deployment.yaml:20), so binding it may not be permitted: choose a port from 1024 on`,
	}},
	{"shop", "shell form", "Dockerfile", `ENTRYPOINT ["/shop"]`, "ENTRYPOINT /shop", []string{
		`Dockerfile:10: manifestshell: a shell runs shop here and need not pass SIGTERM on, so its graceful stop (cmd/shop/main.go:32:24) never begins: write the command as a list, or put exec before it`,
	}},
	{"shop", "shell in the command", "deploy/deployment.yaml", "          env:\n", "          command: [sh, -c, \"/shop | tee /log\"]\n          env:\n", []string{
		`deploy/deployment.yaml:24: manifestshell: a shell runs shop here and need not pass SIGTERM on, so its graceful stop (cmd/shop/main.go:32:24) never begins: write the command as a list, or put exec before it`,
	}},
	{"shop", "shell behind env", "deploy/deployment.yaml", "          env:\n", "          command: [/usr/bin/env, sh, -c, \"/shop | tee /log\"]\n          env:\n", []string{
		`deploy/deployment.yaml:24: manifestshell: a shell runs shop here and need not pass SIGTERM on, so its graceful stop (cmd/shop/main.go:32:24) never begins: write the command as a list, or put exec before it`,
	}},
	{"shop", "program behind env", "deploy/deployment.yaml", "          env:\n", "          command: [env, /shop]\n          env:\n", nil},
	{"shop", "shell form of an image for development", "build/development/Dockerfile", "", "FROM golang:1.26\nRUN go build -o /shop ./cmd/shop\nCMD /shop\n", nil},
	{"shop", "shell form of another image", "build/release/Dockerfile", "", "FROM golang:1.26\nRUN go build -o /shop ./cmd/shop\nCMD /shop\n", []string{
		`build/release/Dockerfile:3: manifestshell: a shell runs shop here and need not pass SIGTERM on, so its graceful stop (cmd/shop/main.go:32:24) never begins: write the command as a list, or put exec before it`,
	}},
	{"shop", "bash in the command, which leads the output elsewhere", "deploy/deployment.yaml", "          env:\n", "          command: [bash, -c, \"migrate && /shop >/log\"]\n          env:\n", []string{
		`deploy/deployment.yaml:24: manifestshell: a shell runs shop here and need not pass SIGTERM on, so its graceful stop (cmd/shop/main.go:32:24) never begins: write the command as a list, or put exec before it`,
	}},
	{"shop", "bash in the command, which puts the last of it in its place", "deploy/deployment.yaml", "          env:\n", "          command: [bash, -c, \"migrate && /shop\"]\n          env:\n", nil},
	{"shop", "ingress by number", "deploy/service.yaml", "number: 80", "number: 8000", []string{
		`deploy/service.yaml:31: manifestingress: Ingress shop leads to port 8000 of Service shop, which does not have it; it has 80 (web), 8080 (direct) (deploy/service.yaml:1)`,
	}},
	{"shop", "ingress by name", "deploy/service.yaml", "name: direct\n      port: 8080", "name: straight\n      port: 8080", []string{
		`deploy/service.yaml:38: manifestingress: Ingress shop leads to port direct of Service shop, which does not have it; it has 80 (web), 8080 (straight) (deploy/service.yaml:1)`,
	}},
	{"shop", "consul port", "deploy/consul.yaml", `"port": 8080`, `"port": 8089`, []string{
		`deploy/consul.yaml:10: manifestconsul: service shop is registered with Consul on port 8089, but shop listens on 8080 (env PORT, default 8080, cmd/shop/main.go:32:24)`,
	}},
	{"shop", "consul check path", "deploy/consul.yaml", ":8080/healthz", ":8080/health", []string{
		`deploy/consul.yaml:12: manifestconsul: Consul checks service shop at "/health", but no route of shop serves it; it serves /healthz and /readyz`,
	}},
	{"shop", "consul check port", "deploy/consul.yaml", `"localhost:8080"`, `"localhost:8091"`, []string{
		`deploy/consul.yaml:21: manifestconsul: Consul checks service shop at port 8091, but shop listens on 8080 (env PORT, default 8080, cmd/shop/main.go:32:24)`,
	}},
	{"shop", "consul port in HCL", "deploy/consul.yaml", "port = 8080", "port = 8089", []string{
		`deploy/consul.yaml:19: manifestconsul: service shop is registered with Consul on port 8089, but shop listens on 8080 (env PORT, default 8080, cmd/shop/main.go:32:24)`,
	}},
	{"shop", "loopback", "deploy/deployment.yaml", "            - name: PORT\n", "            - {name: HOST, value: 127.0.0.1}\n            - name: PORT\n", []string{
		`deploy/deployment.yaml:34: manifestloopback: livenessProbe asks port 8080, but shop listens there on 127.0.0.1 only (env HOST, cmd/shop/main.go:32:24), where nothing outside the container can connect`,
	}},
	{"greeter", "PORT is never read", "deploy/greeter.yaml", "            - name: GRPC_PORT\n", "            - {name: PORT, value: \"8080\"}\n            - name: GRPC_PORT\n", []string{
		`deploy/greeter.yaml:18: manifestenv: PORT is set, but greeter never reads it: its port comes from flag -http, default 8080 (main.go:40:24)`,
	}},
	{"greeter", "container port", "deploy/greeter.yaml", "containerPort: 50051", "containerPort: 50052", []string{
		`deploy/greeter.yaml:22: manifestport: containerPort 50052, but greeter listens on 8080 (flag -http, default 8080, main.go:40:24) and 50051 (flag -grpc, default 50051, main.go:30:14)`,
	}},
	{"greeter", "flag", "deploy/greeter.yaml", `"-http=:8080"`, `"-http=:8081"`, []string{
		`deploy/greeter.yaml:21: manifestport: containerPort 8080, but greeter listens on 8081 (flag -http, default 8080, main.go:40:24) and 50051 (flag -grpc, default 50051, main.go:30:14)`,
	}},
	{"greeter", "flag from a variable", "deploy/greeter.yaml", `value: "50051"`, `value: "50055"`, []string{
		`deploy/greeter.yaml:22: manifestport: containerPort 50051, but greeter listens on 8080 (flag -http, default 8080, main.go:40:24) and 50055 (flag -grpc, default 50051, main.go:30:14)`,
	}},
	{"greeter", "argument from a parameter of a Template", "deploy/template.yaml", "", "kind: Template\nobjects:\n  - apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: more}\n    spec:\n      template:\n        spec:\n          containers:\n            - {name: more, image: greeter, args: [\"-http=${LISTEN}\"]}\nparameters:\n  - name: LISTEN\n", nil},
	{"greeter", "argument from no parameter", "deploy/template.yaml", "", "kind: Template\nobjects:\n  - apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: more}\n    spec:\n      template:\n        spec:\n          containers:\n            - {name: more, image: greeter, args: [\"-http=${LISTEN}\"]}\nparameters:\n  - name: OTHER\n", []string{
		`deploy/template.yaml:10: manifestargs: nothing fills in ${LISTEN} here, so greeter is given these letters for -http, which says where it listens (main.go:40:24): Kubernetes fills in $(LISTEN)`,
	}},
	{"greeter", "loopback by flag", "deploy/greeter.yaml", `"-http=:8080"`, `"-http=localhost:8080"`, []string{
		`deploy/greeter.yaml:24: manifestloopback: livenessProbe asks port 8080, but greeter listens there on localhost:8080 only (flag -http, main.go:40:24), where nothing outside the container can connect`,
	}},
	{"greeter", "exposed port", "Dockerfile", "EXPOSE 8080 50051", "EXPOSE 8080 50052", []string{
		`Dockerfile:8: manifestport: EXPOSE 50052, but greeter listens on 8080 (flag -http, default 8080, main.go:40:24) and 50051 (flag -grpc, default 50051, main.go:30:14)`,
	}},
	{"greeter", "HEALTHCHECK path", "Dockerfile", "8080/livez", "8080/alive", []string{
		`Dockerfile:9: manifestprobe: HEALTHCHECK asks for "/alive", but no route of greeter serves it; it serves /livez`,
	}},
	{"greeter", "HEALTHCHECK port", "Dockerfile", "localhost:8080", "localhost:8000", []string{
		`Dockerfile:9: manifestprobe: HEALTHCHECK asks port 8000, but greeter listens on 8080 (flag -http, default 8080, main.go:40:24) and 50051 (flag -grpc, default 50051, main.go:30:14)`,
	}},
	{"greeter", "gRPC probe port", "deploy/greeter.yaml", "grpc: {port: 50051}", "grpc: {port: 50050}", []string{
		`deploy/greeter.yaml:26: manifestprobe: readinessProbe asks port 50050, but greeter listens on 8080 (flag -http, default 8080, main.go:40:24) and 50051 (flag -grpc, default 50051, main.go:30:14)`,
	}},
	{"greeter", "target port", "deploy/greeter.yaml", "targetPort: 50051}", "targetPort: 5051}", []string{
		`deploy/greeter.yaml:38: manifestport: Service greeter sends port 50051 to port 5051, but greeter listens on 8080 (flag -http, default 8080, main.go:40:24) and 50051 (flag -grpc, default 50051, main.go:30:14)`,
	}},
	{"greeter", "grace period", "deploy/greeter.yaml", "terminationGracePeriodSeconds: 20", "terminationGracePeriodSeconds: 5", []string{
		`deploy/greeter.yaml:12: manifestgrace: the platform kills greeter after 5s, but it drains for up to 5s ((*http.Server).Shutdown at main.go:50:12), so requests are cut off`,
	}},
	{"greeter", "loopback in the image", "Dockerfile", `"-http=:8080"`, `"-http=127.0.0.1:8080"`, []string{
		`Dockerfile:8: manifestloopback: EXPOSE 8080 is declared, but greeter listens there on 127.0.0.1:8080 only (flag -http, main.go:40:24), where nothing outside the container can connect`,
	}},
	{"greeter", "HTTP probe of the gRPC server", "deploy/greeter.yaml", "path: /livez, port: http", "path: /livez, port: grpc", []string{
		`deploy/greeter.yaml:24: manifestprobe: livenessProbe asks by HTTP, but greeter speaks only gRPC there (main.go:30:14)`,
	}},
	{"greeter", "gRPC probe of the HTTP server", "deploy/greeter.yaml", "grpc: {port: 50051}", "grpc: {port: 8080}", []string{
		`deploy/greeter.yaml:26: manifestprobe: readinessProbe asks by gRPC at port 8080, where greeter speaks HTTP: its gRPC server listens elsewhere (main.go:30:14)`,
	}},
	{"greeter", "variable for what another listener is", "deploy/greeter.yaml", `"-http=:8080", "-grpc", ":$(GRPC_PORT)"`, `"-http=:8080"`, []string{
		`deploy/greeter.yaml:19: manifestenv: GRPC_PORT is set, but greeter never reads it: its port comes from flag -grpc, default 50051 (main.go:30:14)`,
	}},
	{"greeter", "HTTP probe port", "deploy/greeter.yaml", "path: /livez, port: http", "path: /livez, port: 8079", []string{
		`deploy/greeter.yaml:24: manifestprobe: livenessProbe asks port 8079, but greeter listens on 8080 (flag -http, default 8080, main.go:40:24) and 50051 (flag -grpc, default 50051, main.go:30:14)`,
	}},
	{"greeter", "two programs in a pod", "deploy/greeter.yaml", "---\n", "        - name: second\n          image: greeter:2\n          args: []\n---\n", []string{
		`deploy/greeter.yaml:29: manifestconflict: StatefulSet greeter and container second of StatefulSet greeter are on one network and both listen on port 8080, so one of the two fails with "address already in use" (deploy/greeter.yaml:21)`,
	}},
	{"greeter", "Procfile", "Procfile", "", "# runs on Heroku\nweb: bin/greeter -http=:8080\n", []string{
		`Procfile:2: manifestenv: the platform says by PORT where greeter has to listen, but it never reads that variable: its port comes from flag -http, default 8080 (main.go:40:24)`,
	}},
	{"greeter", "Procfile with loopback", "Procfile", "", "web: bin/greeter -http=127.0.0.1:$PORT\n", []string{
		`Procfile:1: manifestloopback: the platform sends requests to the port in PORT, but greeter listens there on 127.0.0.1 only (flag -http, main.go:40:24), where nothing outside the container can connect`,
	}},
	{"greeter", "Procfile with loopback in quotes", "Procfile", "", "web: bin/greeter -grpc :0 -http \"localhost:${PORT}\"\n", []string{
		`Procfile:1: manifestloopback: the platform sends requests to the port in PORT, but greeter listens there on localhost only (flag -http, main.go:40:24), where nothing outside the container can connect`,
	}},
	{"greeter", "Procfile with PORT", "Procfile", "", "web: bin/greeter -http=:$PORT\n", nil},
	{"greeter", "Procfile with any host", "Procfile", "", "web: bin/greeter -http=${HOST:-127.0.0.1}:$PORT\n", nil},
	{"greeter", "Procfile of what nobody asks", "Procfile", "", "worker: bin/greeter -http=127.0.0.1:$PORT\n", nil},
	{"greeter", "Cloud Run", "deploy/run.yaml", "", `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: greeter-run
spec:
  template:
    spec:
      containers:
        - image: example.com/team/greeter:2
          args: ["-http=:8080"]
          ports:
            - containerPort: 8088
`, []string{
		`deploy/run.yaml:12: manifestport: containerPort 8088, but greeter listens on 8080 (flag -http, default 8080, main.go:40:24) and 50051 (flag -grpc, default 50051, main.go:30:14)`,
	}},
	{"greeter", "Cloud Run by its default", "deploy/run.yaml", "", `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: greeter-run
spec:
  template:
    spec:
      containers:
        - image: example.com/team/greeter:2
          args: ["-http=:9000"]
`, []string{
		`deploy/run.yaml:9: manifestport: the platform sends requests to port 8080, but greeter listens on 9000 (flag -http, default 8080, main.go:40:24) and 50051 (flag -grpc, default 50051, main.go:30:14)`,
	}},
	{"ping", "published port", "compose.yaml", `"80:8080"`, `"80:8000"`, []string{
		`compose.yaml:9: manifestport: ports 8000, but ping listens on 8080 (env PORT, default 8080, cmd/ping/main.go:27:12)`,
	}},
	{"ping", "health check", "compose.yaml", "8080/ping", "8080/pong", []string{
		`compose.yaml:13: manifestprobe: healthcheck asks for "/pong", but no route of ping serves it; it serves /ping`,
	}},
	{"ping", "health check port", "compose.yaml", "localhost:8080", "localhost:80", []string{
		`compose.yaml:13: manifestprobe: healthcheck asks port 80, but ping listens on 8080 (env PORT, default 8080, cmd/ping/main.go:27:12)`,
	}},
	{"ping", "host network", "compose.yaml", "PORT=9001", "PORT=9000", []string{
		`compose.yaml:24: manifestconflict: Compose service relay and Compose service echo are on one network and both listen on port 9000, so one of the two fails with "address already in use" (compose.yaml:16)`,
	}},
	{"ping", "stop_grace_period", "compose.yaml", "stop_grace_period: 10s", "stop_grace_period: 8s", []string{
		`compose.yaml:2: manifestgrace: the platform kills ping after 8s, but it drains for up to 8s ((*http.Server).Shutdown at cmd/ping/main.go:25:13), so requests are cut off`,
	}},
	{"ping", "shell form", "Dockerfile", `CMD ["ping"]`, "CMD cd /tmp && ping", []string{
		`Dockerfile:8: manifestshell: a shell runs ping here and need not pass SIGTERM on, so its graceful stop (cmd/ping/main.go:27:12) never begins: write the command as a list, or put exec before it`,
	}},
	{"ping", "exposed port", "Dockerfile", "EXPOSE $PORT", "EXPOSE 8000", []string{
		`Dockerfile:7: manifestport: EXPOSE 8000, but ping listens on 8080 (env PORT, default 8080, cmd/ping/main.go:27:12)`,
	}},
	{"links", "internal_port", "fly.toml", "internal_port = 5000", "internal_port = 8080", []string{
		`fly.toml:8: manifestport: internal_port 8080, but links listens on 5000 (env PORT, default 5000, main.go:23:24)`,
	}},
	{"links", "check path", "fly.toml", `path = "/health"`, `path = "/ok"`, []string{
		`fly.toml:11: manifestprobe: check asks for "/ok", but no route of links serves it; it serves /health`,
	}},
	{"links", "kill_timeout", "fly.toml", `kill_timeout = "5s"`, `kill_timeout = "3s"`, []string{
		`fly.toml:2: manifestgrace: the platform kills links after 3s, but it drains for up to 4s ((*http.Server).Shutdown at main.go:31:12), so requests are cut off`,
	}},
	{"links", "what Fly waits by default is enough", "fly.toml", "kill_timeout = \"5s\"\n", "", nil},
	{"links", "environment", "fly.toml", `PORT = "5000"`, `PORT = "5001"`, []string{
		`fly.toml:8: manifestport: internal_port 5000, but links listens on 5001 (env PORT, default 5000, main.go:23:24)`,
	}},
	{"ping", "signal of an image that nothing here runs", "edge.Dockerfile", "", "FROM golang:1.26\nWORKDIR /src\nCOPY . .\nRUN go install ./cmd/ping\nSTOPSIGNAL SIGQUIT\nCMD [\"ping\"]\n", []string{
		`edge.Dockerfile:5: manifestsignal: the platform tells ping to end by SIGQUIT, which it does not subscribe to, so its graceful stop (cmd/ping/main.go:27:12) never begins: it waits for SIGINT and SIGTERM`,
	}},
	{"ping", "signal of an image that does something else", "edge.Dockerfile", "", "FROM golang:1.26\nWORKDIR /src\nCOPY . .\nRUN go install ./cmd/ping\nSTOPSIGNAL SIGQUIT\nCMD [\"ping\", \"migrate\"]\n", nil},
	{"pantry", "service links", "deploy/pantry.yaml", "      enableServiceLinks: false\n", "", []string{
		`deploy/pantry.yaml:17: manifestlink: Service pantry (deploy/pantry.yaml:33) makes Kubernetes set PANTRY_PORT to tcp://…, which pantry takes for its port (env PANTRY_PORT, default 8585, main.go:46:24): set enableServiceLinks to false, or set the variable here`,
	}},
	{"pantry", "reference of a shell in args", "deploy/pantry.yaml", "$(METRICS_PORT)", "$METRICS_PORT", []string{
		`deploy/pantry.yaml:20: manifestargs: nothing fills in $METRICS_PORT here, so pantry is given these letters for -metrics, which says where it listens (main.go:45:24): Kubernetes fills in $(METRICS_PORT)`,
	}},
	{"pantry", "reference to what is not set", "deploy/pantry.yaml", "$(METRICS_PORT)", "$(METRICS)", []string{
		`deploy/pantry.yaml:20: manifestargs: nothing fills in $(METRICS) here, so pantry is given these letters for -metrics, which says where it listens (main.go:45:24): the container does not set METRICS`,
	}},
	{"pantry", "reference to another port", "deploy/pantry.yaml", "$(METRICS_PORT)", "$(OTHER_PORT)", []string{
		`deploy/pantry.yaml:20: manifestargs: nothing fills in $(OTHER_PORT) here, so pantry is given these letters for -metrics, which says where it listens (main.go:45:24): the container does not set OTHER_PORT`,
	}},
	{"pantry", "reference to what tells of a Service", "deploy/pantry.yaml", "$(METRICS_PORT)", "$(PANTRY_PORT_9100_TCP_PORT)", nil},
	{"pantry", "reference in a list of the Dockerfile", "Dockerfile", "-metrics=:9100", "-metrics=:${METRICS_PORT}", []string{
		`Dockerfile:11: manifestargs: nothing fills in ${METRICS_PORT} here, so pantry is given these letters for -metrics, which says where it listens (main.go:45:24): a list is not run by a shell; let the program read the variable, or use the shell form with exec`,
	}},
	{"pantry", "variable that nobody reads in the image", "Dockerfile", "ENV PANTRY_PORT=8585", "ENV PANTRY_ADDR=:8586", []string{
		`Dockerfile:8: manifestenv: PANTRY_ADDR is set, but pantry never reads it: its port comes from env PANTRY_PORT, default 8585 (main.go:46:24)`,
	}},
	{"pantry", "variable that nobody reads does not hide a port", "Dockerfile", "ENV PANTRY_PORT=8585\nEXPOSE 8585", "ENV PANTRY_BIND=8586\nEXPOSE $PANTRY_BIND", []string{
		`Dockerfile:8: manifestenv: PANTRY_BIND is set, but pantry never reads it: its port comes from env PANTRY_PORT, default 8585 (main.go:46:24)`,
		`Dockerfile:9: manifestport: EXPOSE 8586, but pantry listens on 8585 (env PANTRY_PORT, default 8585, main.go:46:24) and 9100 (flag -metrics, default 9100, main.go:45:24)`,
	}},
	{"pantry", "variable of another program", "Dockerfile", "ENV PANTRY_PORT=8585", "ENV CELLAR_PORT=8586", nil},
	{"pantry", "variable that nobody reads in Compose", "compose.yaml", "PANTRY_PORT", "SERVER_PORT", []string{
		`compose.yaml:9: manifestenv: SERVER_PORT is set, but pantry never reads it: its port comes from env PANTRY_PORT, default 8585 (main.go:46:24)`,
	}},
	{"pantry", "hook and drain together", "deploy/pantry.yaml", "seconds: 5", "seconds: 15", []string{
		`deploy/pantry.yaml:16: manifestgrace: the platform kills pantry after 30s, but its preStop hook takes 15s (deploy/pantry.yaml:32), and then it drains for up to 10s ((*http.Server).Shutdown at main.go:55:12) and waits up to 8s more behind that, so requests are cut off`,
	}},
	{"pantry", "longer hook under the default", "deploy/pantry.yaml", "      terminationGracePeriodSeconds: 30\n", "", nil},
	{"pantry", "hook of an image without a shell", "deploy/pantry.yaml", "              sleep: {seconds: 5}", "              exec:\n                command: [\"/bin/sh\", \"-c\", \"sleep 20\"]", []string{
		`deploy/pantry.yaml:33: manifestgrace: preStop of pantry needs a shell, which its image does not have: it begins with gcr.io/distroless/static-debian12:nonroot (Dockerfile:6), so the hook fails and SIGTERM comes at once`,
	}},
	{"pantry", "hook of an image without tools", "deploy/pantry.yaml", "              sleep: {seconds: 5}", "              exec: {command: [sleep, \"5\"]}", []string{
		`deploy/pantry.yaml:32: manifestgrace: preStop of pantry needs sleep, which its image does not have: it begins with gcr.io/distroless/static-debian12:nonroot (Dockerfile:6), so the hook fails and SIGTERM comes at once`,
	}},
	{"pantry", "hook with a shell that is copied", "Dockerfile", "EXPOSE 8585\n", "EXPOSE 8585\nCOPY --from=busybox:1.37 /bin/sh /bin/sh\n", nil},
	{"pantry", "hook that sleeps longer", "deploy/pantry.yaml", "              sleep: {seconds: 5}", "              sleep: {seconds: 13}", []string{
		`deploy/pantry.yaml:16: manifestgrace: the platform kills pantry after 30s, but its preStop hook takes 13s (deploy/pantry.yaml:32), and then it drains for up to 10s ((*http.Server).Shutdown at main.go:55:12) and waits up to 8s more behind that, so requests are cut off`,
	}},
	{"pantry", "two drains in a row", "compose.yaml", "stop_grace_period: 20s", "stop_grace_period: 15s", []string{
		`compose.yaml:5: manifestgrace: the platform kills pantry after 15s, but it drains for up to 10s ((*http.Server).Shutdown at main.go:55:12) and waits up to 8s more behind that, so requests are cut off`,
	}},
	{"pantry", "default of Compose", "compose.yaml", "    stop_grace_period: 20s\n", "", []string{
		`compose.yaml:2: manifestgrace: the platform kills pantry after its default of 10s, but it drains for up to 10s ((*http.Server).Shutdown at main.go:55:12) and waits up to 8s more behind that, so requests are cut off`,
	}},
	{"pantry", "default of Compose, for what mounts its sources", "compose.yaml", "    stop_grace_period: 20s\n", "    volumes: [\".:/src\"]\n", nil},
	{"pantry", "default of Compose, for what mounts its data", "compose.yaml", "    stop_grace_period: 20s\n", "    volumes: [\"./data:/data\"]\n", []string{
		`compose.yaml:2: manifestgrace: the platform kills pantry after its default of 10s, but it drains for up to 10s ((*http.Server).Shutdown at main.go:55:12) and waits up to 8s more behind that, so requests are cut off`,
	}},
	{"pantry", "probe of the node", "deploy/pantry.yaml", "{path: /healthz, port: http}", "{host: 127.0.0.1, path: /healthz, port: http}", []string{
		`deploy/pantry.yaml:27: manifestprobe: readinessProbe asks 127.0.0.1, which is the node and not the pod, so pantry is never asked (main.go:46:24): leave host out`,
	}},
	{"pantry", "probe by TLS", "deploy/pantry.yaml", "{path: /healthz, port: http}", "{path: /healthz, port: http, scheme: HTTPS}", []string{
		`deploy/pantry.yaml:27: manifestprobe: readinessProbe asks by HTTPS, but pantry speaks only HTTP without TLS there (main.go:46:24)`,
	}},
	{"pantry", "metrics on loopback, asked by a probe", "deploy/pantry.yaml", `":$(METRICS_PORT)"`, `"localhost:9100"`, []string{
		`deploy/pantry.yaml:29: manifestloopback: livenessProbe asks port 9100, but pantry listens there on localhost:9100 only (flag -metrics, main.go:45:24), where nothing outside the container can connect`,
	}},
	{"pantry", "port that Prometheus is told", "deploy/pantry.yaml", `prometheus.io/port: "9100"`, `prometheus.io/port: "9109"`, []string{
		`deploy/pantry.yaml:13: manifestport: prometheus.io/port asks port 9109, but pantry listens on 8585 (env PANTRY_PORT, default 8585, main.go:46:24) and 9100 (flag -metrics, default 9100, main.go:45:24)`,
	}},
	{"pantry", "port of the proxy of a mesh", "deploy/pantry.yaml", `prometheus.io/port: "9100"`, `prometheus.io/port: "15020"`, nil},
	{"pantry", "port of what is put beside it", "deploy/pantry.yaml", `prometheus.io/port: "9100"`, `prometheus.io/port: "9109"
        dapr.io/enabled: "true"`, nil},
	{"pantry", "metrics on loopback, asked by Prometheus", "deploy/pantry.yaml", `args: ["-metrics", ":$(METRICS_PORT)"]
          env:
            - name: METRICS_PORT
              value: "9100"
          ports:
            - {name: http, containerPort: 8585}
          readinessProbe:
            httpGet: {path: /healthz, port: http}
          livenessProbe:
            tcpSocket: {port: 9100}`, `args: ["-metrics=127.0.0.1:9100"]
          ports:
            - {name: http, containerPort: 8585}
          readinessProbe:
            httpGet: {path: /healthz, port: http}`, []string{
		`deploy/pantry.yaml:13: manifestloopback: prometheus.io/port asks port 9100, but pantry listens there on 127.0.0.1:9100 only (flag -metrics, main.go:45:24), where nothing outside the container can connect`,
	}},
	{"pantry", "path of another listener", "deploy/pantry.yaml", "tcpSocket: {port: 9100}", "httpGet: {path: /healthz, port: 9100}", []string{
		`deploy/pantry.yaml:29: manifestprobe: livenessProbe asks for "/healthz" at port 9100, but pantry serves it on another listener only (main.go:46:24)`,
	}},
	{"pantry", "path of the listener", "deploy/pantry.yaml", "tcpSocket: {port: 9100}", "httpGet: {path: /metrics, port: 9100}", nil},
	{"pantry", "tool of an image without tools", "Dockerfile", "EXPOSE 8585\n", "EXPOSE 8585\nHEALTHCHECK CMD [\"wget\", \"-q\", \"http://127.0.0.1:8585/healthz\"]\n", []string{
		`Dockerfile:10: manifestprobe: HEALTHCHECK of pantry needs wget, which its image does not have: it begins with gcr.io/distroless/static-debian12:nonroot (Dockerfile:6), so the check always fails`,
	}},
	{"pantry", "shell of an image without one", "Dockerfile", "EXPOSE 8585\n", "EXPOSE 8585\nHEALTHCHECK CMD wget -q http://127.0.0.1:8585/healthz || exit 1\n", []string{
		`Dockerfile:10: manifestprobe: HEALTHCHECK of pantry needs a shell, which its image does not have: it begins with gcr.io/distroless/static-debian12:nonroot (Dockerfile:6), so the check always fails`,
	}},
	{"pantry", "tool that is copied", "Dockerfile", "EXPOSE 8585\n", "EXPOSE 8585\nCOPY --from=busybox:1.37 /bin/wget /bin/wget\nHEALTHCHECK CMD [\"/bin/wget\", \"-q\", \"http://127.0.0.1:8585/healthz\"]\n", nil},
	{"pantry", "tool of a probe", "deploy/pantry.yaml", "tcpSocket: {port: 9100}", "exec: {command: [wget, -q, \"http://localhost:8585/healthz\"]}", []string{
		`deploy/pantry.yaml:29: manifestprobe: livenessProbe of pantry needs wget, which its image does not have: it begins with gcr.io/distroless/static-debian12:nonroot (Dockerfile:6), so the check always fails`,
	}},
	{"gate", "localhost of a small image", "Dockerfile", "http://127.0.0.1:8081", "http://localhost:8081", []string{
		`Dockerfile:9: manifestprobe: HEALTHCHECK asks localhost, which wget takes for ::1 in an image that begins with alpine:3.22, but gate listens on IPv4 only (main.go:22:14): ask 127.0.0.1`,
	}},
	{"gate", "tool of a small image", "Dockerfile", "CMD wget -qO-", "CMD curl -f", []string{
		`Dockerfile:9: manifestprobe: HEALTHCHECK of gate needs curl, which its image does not have: it begins with alpine:3.22 (Dockerfile:6), so the check always fails`,
	}},
	{"gate", "tool that is installed", "Dockerfile", "HEALTHCHECK --interval=10s CMD wget -qO-", "RUN apk add --no-cache curl\nHEALTHCHECK --interval=10s CMD curl -f", nil},
	{"gate", "tool that may be installed", "Dockerfile", "HEALTHCHECK --interval=10s CMD wget -qO-", "RUN ./setup.sh\nHEALTHCHECK --interval=10s CMD curl -f", nil},
	{"gate", "tool beside what is installed", "Dockerfile", "HEALTHCHECK --interval=10s CMD wget -qO-", "RUN apk add --no-cache ca-certificates && adduser -D app\nHEALTHCHECK --interval=10s CMD curl -f", []string{
		`Dockerfile:10: manifestprobe: HEALTHCHECK of gate needs curl, which its image does not have: it begins with alpine:3.22 (Dockerfile:6), so the check always fails`,
	}},
	{"gate", "tool with another behind it", "Dockerfile", "CMD wget -qO-", "CMD curl -fs http://127.0.0.1:8081/livez || wget -qO-", nil},
	{"gate", "localhost on both", "Dockerfile", "http://127.0.0.1:8081", "https://localhost:8443", nil},
	{"gate", "health check without TLS", "Dockerfile", "http://127.0.0.1:8081", "http://127.0.0.1:8443", []string{
		`Dockerfile:9: manifestprobe: HEALTHCHECK asks by HTTP, but gate speaks only TLS there (main.go:35:24)`,
	}},
	{"gate", "probe without TLS", "deploy/gate.yaml", ", scheme: HTTPS", "", []string{
		`deploy/gate.yaml:28: manifestprobe: livenessProbe asks by HTTP, but gate speaks only TLS there (main.go:35:24)`,
	}},
	{"gate", "port of a ConfigMap", "deploy/gate.yaml", `ADMIN_PORT: "8081"`, `ADMIN_PORT: "8082"`, []string{
		`deploy/gate.yaml:30: manifestprobe: readinessProbe asks port 8081, but gate listens on 8082 (env ADMIN_PORT, default 8081, main.go:22:14) and 8443 (literal, main.go:35:24)`,
		`deploy/gate.yaml:40: manifestport: Service gate sends port 8081 to port 8081, but gate listens on 8082 (env ADMIN_PORT, default 8081, main.go:22:14) and 8443 (literal, main.go:35:24)`,
	}},
	{"gate", "loopback by a ConfigMap", "deploy/gate.yaml", "  LOG_LEVEL: info", "  ADMIN_HOST: 127.0.0.1", []string{
		`deploy/gate.yaml:30: manifestloopback: readinessProbe asks port 8081, but gate listens there on 127.0.0.1 only (env ADMIN_HOST, main.go:22:14), where nothing outside the container can connect`,
	}},
	{"gate", "port of a file of variables", "gate.env", "ADMIN_PORT=8081", "ADMIN_PORT=8083", []string{
		`compose.yaml:8: manifestport: ports 8081, but gate listens on 8083 (env ADMIN_PORT, default 8081, main.go:22:14) and 8443 (literal, main.go:35:24)`,
	}},
	{"gate", "file of variables that is not there", "compose.yaml", "env_file: gate.env", "env_file: secret.env", nil},
	{"gate", "stops at once", "deploy/gate.yaml", "          envFrom:\n            - configMapRef: {name: gate}\n", "          lifecycle: {preStop: {sleep: {seconds: 22}}}\n          envFrom:\n            - configMapRef: {name: gate}\n", []string{
		`deploy/gate.yaml:23: manifestgrace: the platform kills gate after its default of 30s, but its preStop hook takes 22s (deploy/gate.yaml:23), and then it sleeps 3s first, and drains for up to 6s ((*http.Server).Shutdown at main.go:44:12), so requests are cut off`,
	}},
	{"links", "default of the program", "fly.toml", "[env]\n  PORT = \"5000\"\n", "", nil},
	{"links", "port of the platform", "fly.toml", "[env]\n  PORT = \"5000\"\n\n[http_service]\n  internal_port = 5000", "[http_service]\n  internal_port = 8080", []string{
		`fly.toml:5: manifestport: internal_port 8080, but links listens on 5000 (env PORT, default 5000, main.go:23:24)`,
	}},
	{"larder", "port of a mounted file", "deploy/larder.yaml", "port: 8087", "port: 8088", []string{
		`deploy/larder.yaml:29: manifestport: containerPort 8087, but larder listens on 8088 (config http.port, main.go:19:12)`,
	}},
	{"larder", "host of a mounted file", "deploy/larder.yaml", `host: ""`, "host: 127.0.0.1", []string{
		`deploy/larder.yaml:29: manifestloopback: containerPort 8087 is declared, but larder listens there on 127.0.0.1 only (config http.host, main.go:19:12), where nothing outside the container can connect`,
	}},
	{"larder", "low port of a mounted file", "deploy/larder.yaml", "port: 8087\n    log", "port: 87\n    log", []string{
		`deploy/larder.yaml:10: manifestroot: larder listens on port 87 (config http.port, main.go:19:12) and does not run as root (deploy/larder.yaml:24), so binding it may not be permitted: choose a port from 1024 on`,
		`deploy/larder.yaml:29: manifestport: containerPort 8087, but larder listens on 87 (config http.port, main.go:19:12)`,
	}},
	{"larder", "file that the program does not read", "deploy/larder.yaml", "mountPath: /etc/larder}", "mountPath: /etc/other}", nil},
	{"larder", "template in a mounted file", "deploy/larder.yaml", "port: 8087\n    log", "port: ${HTTP_PORT}\n    log", nil},
	{"larder", "malformed mounted file", "deploy/larder.yaml", "    log: info", "    log: [info", nil},
}
