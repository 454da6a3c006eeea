package main_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// oldJob is a job as it was written before Nomad 0.12.
const oldJob = `job "old" {
  group "old" {
    task "old" {
      driver = "docker"
      config {
        image = "goods:1"
        args  = ["serve"]
        port_map {
          http = PORT
        }
      }
      resources {
        network {
          port "http" {}
        }
      }
      service {
        port = "http"
        check {
          type = "http"
          path = "/healthz"
        }
      }
    }
  }
}
`

// unmapped leaves it to Nomad where the ports lead.
var unmapped = strings.Replace(oldJob, "        port_map {\n          http = PORT\n        }\n", "", 1)

// depotBreakages are edits of the repository depot, whose images are told apart
// by the files of build tools, each with all that has to be found then.
var depotBreakages = []struct {
	name, file, old, new string
	want                 []string
}{
	{"script without exec", "build/start.sh", "exec /srv/server", "/srv/server", []string{
		`build/start.sh:8: manifestshell: the script starts depot without exec and need not pass SIGTERM on, so its graceful stop (cmd/depot/main.go:23:24) never begins: put exec before it`,
	}},
	{"script that tells it by itself", "build/start.sh", "exec /srv/server \"$@\"", "trap 'kill $!' TERM\n/srv/server \"$@\" &\nwait $!", nil},
	{"script that starts something else", "build/start.sh", "exec /srv/server", "exec /srv/other", nil},
	{"port in the script", "build/start.sh", `PORT="${PORT:-8080}"`, "PORT=8000", []string{
		`build/depot.Dockerfile:10: manifestport: EXPOSE 8080, but depot listens on 8000 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
		`compose.stack.yaml:8: manifestport: loadbalancer.server.port 8080, but depot listens on 8000 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
		`deploy/gateway.yaml:21: manifestport: containerPort 8090, but depot listens on 8000 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
		`deploy/openshift.yaml:22: manifestport: containerPort 8080, but depot listens on 8000 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
		`nomad/depot.nomad:14: manifestport: port http 8080, but depot listens on 8000 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
	}},
	{"default in the script", "build/start.sh", `${PORT:-8080}`, "${PORT:-8000}", []string{
		`compose.stack.yaml:8: manifestport: loadbalancer.server.port 8080, but depot listens on 8000 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
		`deploy/openshift.yaml:22: manifestport: containerPort 8080, but depot listens on 8000 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
	}},
	{"variables of a file", "build/start.sh", "set -e\n", "set -e\n. /etc/depot.env\n", nil},
	{"go run", "build/depot.Dockerfile", `ENTRYPOINT ["start.sh"]`, `ENTRYPOINT ["go", "run", "./cmd/depot"]`, []string{
		`build/depot.Dockerfile:11: manifestshell: go run starts depot here and does not pass SIGTERM on, so its graceful stop (cmd/depot/main.go:23:24) never begins: build the program, and run what go build makes`,
	}},
	{"go run by Compose", "compose.stack.yaml", "    image: figures\n    network_mode: host\n    command: -listen=:9100\n", "    image: golang\n    command: go run ./cmd/gauge\n", []string{
		`compose.stack.yaml:11: manifestshell: go run starts gauge here and does not pass SIGTERM on, so its graceful stop (cmd/gauge/main.go:24:24) never begins: build the program, and run what go build makes`,
	}},
	{"go run for development", "compose.stack.yaml", "    image: figures\n    network_mode: host\n    command: -listen=:9100\n", "    image: golang\n    volumes: [\"./:/src\"]\n    command: go run ./cmd/gauge\n", nil},
	{"goreleaser's image", "build/gauge.Dockerfile", "EXPOSE 9100", "EXPOSE 9200", []string{
		`build/gauge.Dockerfile:3: manifestport: EXPOSE 9200, but gauge listens on 9100 (flag -listen, default 9100, cmd/gauge/main.go:24:24)`,
	}},
	{"image by Tilt", "deploy/gateway.yaml", "containerPort: 8090", "containerPort: 8091", []string{
		`deploy/gateway.yaml:21: manifestport: containerPort 8091, but depot listens on 8090 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
	}},
	{"HTTPRoute", "deploy/gateway.yaml", "          port: 80\n---", "          port: 8090\n---", []string{
		`deploy/gateway.yaml:47: manifestingress: HTTPRoute tilted leads to port 8090 of Service tilted, which does not have it; it has 80 (web) (deploy/gateway.yaml:25)`,
	}},
	{"GRPCRoute", "deploy/gateway.yaml", "name: not-here", "name: tilted", []string{
		`deploy/gateway.yaml:57: manifestingress: GRPCRoute elsewhere leads to port 50051 of Service tilted, which does not have it; it has 80 (web) (deploy/gateway.yaml:25)`,
	}},
	{"OpenShift's container port", "deploy/openshift.yaml", "containerPort: 8080", "containerPort: 8081", []string{
		`deploy/openshift.yaml:22: manifestport: containerPort 8081, but depot listens on 8080 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
	}},
	{"OpenShift's Service", "deploy/openshift.yaml", "          targetPort: 8080\n", "          targetPort: 8088\n", []string{
		`deploy/openshift.yaml:34: manifestport: Service goods sends port 80 to port 8088, but depot listens on 8080 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
		`deploy/openshift.yaml:53: manifestingress: Route direct leads to port 8080 of Service goods, which does not have it; it has 80 (web) (deploy/openshift.yaml:25)`,
	}},
	{"Route by name", "deploy/openshift.yaml", "targetPort: web", "targetPort: http", []string{
		`deploy/openshift.yaml:43: manifestingress: Route goods leads to port http of Service goods, which does not have it; it has 80 (web) (deploy/openshift.yaml:25)`,
	}},
	{"Route to the port of the Service", "deploy/openshift.yaml", "        targetPort: 8080\nparameters", "        targetPort: 80\nparameters", []string{
		`deploy/openshift.yaml:53: manifestingress: Route direct leads to port 80 of Service goods, which does not have it; it has 80 (web) (deploy/openshift.yaml:25)`,
	}},
	{"port from a parameter", "deploy/openshift.yaml", "containerPort: 8080", "containerPort: ${{REPLICAS}}", nil},
	{"Rollout by ko", "deploy/rollout.yaml", "containerPort: 9100", "containerPort: 9110", []string{
		`deploy/rollout.yaml:18: manifestport: containerPort 9110, but gauge listens on 9100 (flag -listen, default 9100, cmd/gauge/main.go:24:24)`,
	}},
	{"image by Bazel", "deploy/rollout.yaml", "containerPort: 9101", "containerPort: 9111", []string{
		`deploy/rollout.yaml:23: manifestport: containerPort 9111, but gauge listens on 9101 (flag -listen, default 9100, cmd/gauge/main.go:24:24)`,
	}},
	{"image by a buildpack", "deploy/rollout.yaml", "path: /ready", "path: /healthz", []string{
		`deploy/rollout.yaml:28: manifestprobe: readinessProbe asks for "/healthz", but no route of gauge serves it; it serves /ready`,
	}},
	{"Rollout's containers", "deploy/rollout.yaml", "-listen=:9101", "-listen=:9100", []string{
		`deploy/rollout.yaml:19: manifestconflict: container gauge of Rollout figures and container baked of Rollout figures are on one network and both listen on port 9100, so one of the two fails with "address already in use" (deploy/rollout.yaml:18)`,
		`deploy/rollout.yaml:23: manifestport: containerPort 9101, but gauge listens on 9100 (flag -listen, default 9100, cmd/gauge/main.go:24:24)`,
	}},
	{"Nomad's port", "nomad/depot.nomad", `PORT = "${NOMAD_PORT_http}"`, `PORT = "8085"`, []string{
		`nomad/depot.nomad:14: manifestport: port http 8080, but depot listens on 8085 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
	}},
	{"Nomad's static port", "nomad/depot.nomad", `-listen=:${NOMAD_PORT_meter}`, `-listen=:9000`, []string{
		`nomad/depot.nomad:17: manifestport: port meter 9100, but gauge listens on 9000 (flag -listen, default 9100, cmd/gauge/main.go:24:24)`,
	}},
	{"Nomad's check", "nomad/depot.nomad", `path     = "/healthz"`, `path     = "/health"`, []string{
		`nomad/depot.nomad:27: manifestprobe: check asks for "/health", but no route of depot serves it; it serves /healthz`,
	}},
	{"Nomad's check of a task", "nomad/depot.nomad", `path = "/ready"`, `path = "/healthz"`, []string{
		`nomad/depot.nomad:56: manifestprobe: check asks for "/healthz", but no route of gauge serves it; it serves /ready`,
	}},
	{"Nomad's port_map", "nomad/old.nomad", "", strings.Replace(oldJob, "PORT", "8080", 1), nil},
	{"Nomad's port_map elsewhere", "nomad/old.nomad", "", strings.Replace(oldJob, "PORT", "8081", 1), []string{
		`nomad/old.nomad:9: manifestport: port http 8081, but depot listens on 8080 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
	}},
	{"Nomad's ports of resources without a port_map", "nomad/old.nomad", "", unmapped, nil},
	{"Nomad's check of none of them", "nomad/old.nomad", "", strings.Replace(unmapped, `port = "http"`, `port = "web"`, 1), []string{
		`nomad/old.nomad:15: manifestprobe: check asks port "web", but the container has no port of that name`,
	}},
	{"Nomad's port_map by a variable", "nomad/old.nomad", "", strings.Replace(oldJob, "PORT", `"${NOMAD_PORT_http}"`, 1), nil},
	{"Nomad's own choice", "nomad/depot.nomad", `"-listen", ":${NOMAD_PORT_any}"`, `"-listen", ":9300"`, []string{
		`nomad/depot.nomad:64: manifestport: port any is one that the platform chooses, but gauge listens on 9300 (flag -listen, default 9100, cmd/gauge/main.go:24:24): write static = 9300, or tell the program by NOMAD_PORT_any`,
	}},
	{"Nomad's own choice beside the right one", "nomad/depot.nomad", `port "any" {}`, "port \"any\" {}\n      port \"more\" {}", nil},
	{"Nomad's own choice for a container", "nomad/depot.nomad", "port \"meter\" {\n        static = 9100\n      }", `port "meter" {}`, nil},
	{"Nomad's own choice and the default", "nomad/depot.nomad", `args    = ["-listen", ":${NOMAD_PORT_any}"]`, "", []string{
		`nomad/depot.nomad:64: manifestport: port any is one that the platform chooses, but gauge listens on 9100 (flag -listen, default 9100, cmd/gauge/main.go:24:24): write static = 9100, or tell the program by NOMAD_PORT_any`,
	}},
	{"Nomad's own choice beside a mesh", "nomad/depot.nomad", `args    = ["-listen", ":${NOMAD_PORT_any}"]
      }`, "}\n      service {\n        port = \"9100\"\n      }", nil},
	{"Nomad's own choice in a variable", "nomad/depot.nomad", `args    = ["-listen", ":${NOMAD_PORT_any}"]
      }`, "}\n      env { GAUGE_LISTEN = \":${NOMAD_PORT_any}\" }", nil},
	{"Nomad's kill timeout", "nomad/depot.nomad", `kill_timeout = "10s"`, `kill_timeout = "3s"`, []string{
		`nomad/depot.nomad:42: manifestgrace: the platform kills depot after 3s, but it drains for up to 4s ((*http.Server).Shutdown at cmd/depot/main.go:31:12), so requests are cut off`,
	}},
	{"a stack's label", "compose.stack.yaml", "server.port=8080", "server.port=80", []string{
		`compose.stack.yaml:8: manifestport: loadbalancer.server.port 80, but depot listens on 8080 (env PORT, default 8080, cmd/depot/main.go:23:24)`,
	}},
	{"a service's label", "compose.stack.yaml", `port: "9100"`, `port: "9400"`, []string{
		`compose.stack.yaml:16: manifestport: loadbalancer.server.port 9400, but gauge listens on 9100 (flag -listen, default 9100, cmd/gauge/main.go:24:24)`,
	}},
	{"replicas on the machine's network", "compose.stack.yaml", "replicas: 1", "replicas: 2", []string{
		`compose.stack.yaml:14: manifestconflict: 2 replicas of Compose service gauge are on the network of the machine and all listen on port 9100, so all but one fail with "address already in use" (cmd/gauge/main.go:24:24)`,
	}},
}

// TestBuildFiles: the manifests of depot are right as they are, and each edit
// that breaks one is found, at its line and nowhere else.
func TestBuildFiles(t *testing.T) {
	findings := func(t *testing.T, dir string) []string {
		return manifestFindings(t, "depot", dir, planned(t, "depot"), false)
	}
	for _, f := range findings(t, copyRepo(t, "depot")) {
		t.Errorf("unexpected %s", f)
	}
	for _, b := range depotBreakages {
		t.Run(b.name, func(t *testing.T) {
			dir := copyRepo(t, "depot")
			file := filepath.Join(dir, b.file)
			text, err := os.ReadFile(file)
			if err != nil && (b.old != "" || !os.IsNotExist(err)) {
				t.Fatal(err)
			}
			if n := strings.Count(string(text), b.old); n != 1 && b.old != "" {
				t.Fatalf("%q is %d times in %s", b.old, n, b.file)
			}
			if err := os.WriteFile(file, []byte(strings.Replace(string(text), b.old, b.new, 1)), 0o666); err != nil {
				t.Fatal(err)
			}
			if got := findings(t, dir); !slices.Equal(got, b.want) {
				t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(b.want, "\n\t"))
			}
		})
	}
}
