package manifest

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/recipe"
)

var kubernetesKind = lazy.Regexp(`(?m)^["']?kind["']?:\s*["']?(Deployment|StatefulSet|DaemonSet|ReplicaSet|Pod|Job|CronJob|Service|Ingress|ConfigMap|Rollout|List|PodMonitor|Template|DeploymentConfig|Route|HTTPRoute|GRPCRoute)["']?\s*(#.*)?$`)

// isKubernetes tells by its text whether a document is an object that says
// something about ports.
func isKubernetes(text []byte) bool { return kubernetesKind().Match(text) || isObject(text) }

// kubernetes adds the objects of a file.
func (s *Set) kubernetes(file string, text []byte) {
	docs, ok := s.rendered(file, text)
	if !ok {
		var problems []Problem
		docs, problems = documents(file, recipe.ChartImages(file, text), isKubernetes)
		s.Problems = append(s.Problems, problems...)
	}
	for _, d := range docs {
		s.object(d, 0)
	}
}

// object adds one object.
func (s *Set) object(d document, depth int) {
	kind, spec := d.get("kind").text().Value, d.get("spec")
	switch kind {
	case "List":
		for _, item := range d.get("items").list() {
			if depth < 3 {
				s.object(document{item, d.open}, depth+1)
			}
		}
	case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "Rollout", "DeploymentConfig":
		s.pod(d, kind, spec.get("template"))
	case "CronJob":
		s.pod(d, kind, spec.get("jobTemplate", "spec", "template"))
	case "Pod":
		s.pod(d, kind, d.node)
	case "Service":
		if strings.HasPrefix(d.get("apiVersion").text().Value, "serving.knative.dev/") {
			s.knative(d)
			return
		}
		s.service(d)
	case "Ingress":
		s.ingress(d)
	case "PodMonitor":
		s.monitor(d)
	case "ConfigMap":
		s.configs = append(s.configs, newConfig(d))
		s.configMap(d)
	case "Template":
		s.template(d, depth)
	case "Route":
		s.route(d)
	case "HTTPRoute", "GRPCRoute":
		s.gatewayRoute(d, kind)
	}
}

func name(d document) (name, namespace string) {
	return d.get("metadata", "name").text().Value, d.get("metadata", "namespace").text().Value
}

// pod adds the workload that runs pods of a template.
func (s *Set) pod(d document, kind string, template node) {
	spec := template.get("spec")
	w := &Workload{Position: d.position(), Kind: kind, Open: d.open, Labels: template.get("metadata", "labels").texts()}
	w.Name, w.Namespace = name(d)
	w.Grace = spec.get("terminationGracePeriodSeconds").text()
	w.HostNet = spec.get("hostNetwork").text().Value == "true"
	w.NoLinks = spec.get("enableServiceLinks").text().Value == "false"
	w.Scraped = scraped(template.get("metadata", "annotations"))
	w.Injected = injected(template.get("metadata"))
	w.Group, w.Kept = w.Name, true
	security := spec.get("securityContext")
	for _, c := range spec.get("containers").list() {
		w.Containers = append(w.Containers, container(c, security, d.open))
		s.mount(w, c, spec.get("volumes"))
		if signal := c.get("lifecycle", "stopSignal").text(); signal.Set() {
			w.Signal = signal
		}
	}
	for _, p := range security.get("sysctls").list() {
		if p.get("name").text().Value == "net.ipv4.ip_unprivileged_port_start" {
			for _, c := range w.Containers {
				c.MayBind = true
			}
		}
	}
	s.Workloads = append(s.Workloads, w)
	s.remember(w, d)
}

// probes are the keys of a container that ask whether it is well.
var probes = []string{"livenessProbe", "readinessProbe", "startupProbe"}

func container(n, pod node, open bool) *Container {
	c := &Container{Position: n.position(), Name: n.get("name").text().Value, Image: n.get("image").text(), EnvOpen: open}
	for _, p := range n.get("ports").list() {
		number := p.get("containerPort").text()
		c.Ports = append(c.Ports, Port{
			Position: number.Position, Name: p.get("name").text(), Number: number, Host: p.get("hostPort").text(),
			Proto: protocol(p.get("protocol").text().Value), Via: "containerPort",
		})
	}
	for _, e := range n.get("env").list() {
		v := Env{Name: e.get("name").text().Value, Value: e.get("value").text()}
		if !v.Value.Set() {
			v.Value = Text{Position: e.position(), Open: true} // valueFrom
			if ref := e.get("valueFrom", "configMapKeyRef"); ref.Node != nil {
				c.From = append(c.From, Source{Name: ref.get("name").text(), Key: ref.get("key").text().Value, Variable: v.Name})
			}
		}
		if strings.Contains(v.Name, hole) {
			c.EnvOpen = true
		}
		c.Env = append(c.Env, v)
	}
	c.Command, c.Args = execForm(n.get("command"), open), execForm(n.get("args"), open)
	c.Uses = append(c.Command.References(), c.Args.References()...)
	c.Command.Args, c.Args.Args = expand(c.Command.Args, c.Env), expand(c.Args.Args, c.Env)
	for _, e := range n.get("envFrom").list() {
		if ref := e.get("configMapRef"); ref.Node != nil {
			c.From = append(c.From, Source{Name: ref.get("name").text(), Prefix: e.get("prefix").text().Value})
		} else {
			c.From = append(c.From, Source{Name: Text{Position: e.position(), Open: true}})
		}
	}
	for _, kind := range probes {
		if p, ok := probe(kind, n.get(kind)); ok {
			c.Probes = append(c.Probes, p)
		} else if how := n.get(kind, "exec", "command"); how.Node != nil {
			c.asks(kind, Command{Position: how.position(), Args: how.words()})
		}
	}
	c.hooked(n.get("lifecycle", "preStop"))
	own := n.get("securityContext")
	c.User = own.get("runAsUser").text()
	if !c.User.Set() {
		c.User = pod.get("runAsUser").text()
	}
	nonRoot := own.get("runAsNonRoot")
	if nonRoot.Node == nil {
		nonRoot = pod.get("runAsNonRoot")
	}
	c.NonRoot = nonRoot.text().Value == "true"
	if c.NonRoot && !c.User.Set() {
		c.User = Text{Position: nonRoot.position(), Open: true}
	}
	for _, add := range own.get("capabilities", "add").words() {
		switch add.Value {
		case "NET_BIND_SERVICE", "CAP_NET_BIND_SERVICE", "ALL":
			c.MayBind = true
		}
	}
	c.MayBind = c.MayBind || own.get("privileged").text().Value == "true"
	return c
}

func protocol(s string) string {
	if s == "" {
		return "tcp"
	}
	return strings.ToLower(s)
}

// execForm returns a command that is written as a sequence.
func execForm(n node, open bool) Command {
	if n.Node == nil {
		return Command{Open: open}
	}
	return Command{Position: n.position(), Args: n.words(), Open: open || !n.is(yaml.SequenceNode)}
}

var reference = lazy.Regexp(`\$\(([A-Za-z_][A-Za-z0-9_]*)\)`)

// expand fills in $(NAME), as Kubernetes does in commands, where the value is
// known.
func expand(args []Text, env []Env) []Text {
	for i, a := range args {
		if !strings.Contains(a.Value, "$(") {
			continue
		}
		known := true
		value := reference().ReplaceAllStringFunc(a.Value, func(ref string) string {
			for _, e := range env {
				if e.Name == ref[2:len(ref)-1] && !e.Value.Open {
					return e.Value.Value
				}
			}
			known = false
			return ref
		})
		if known && !open(value) {
			args[i].Value, args[i].Open = value, false
		}
	}
	return args
}

// probe returns a probe that asks over the network; others ask by running
// something in the container.
func probe(kind string, n node) (Probe, bool) {
	p := Probe{Kind: kind}
	for _, typ := range []struct{ key, name string }{{"httpGet", "http"}, {"tcpSocket", "tcp"}, {"grpc", "grpc"}} {
		how := n.get(typ.key)
		if how.Node == nil {
			continue
		}
		p.Host, p.Scheme = how.get("host").text(), how.get("scheme").text()
		p.Type, p.Path, p.Port, p.Position = typ.name, how.get("path").text(), how.get("port").text(), how.position()
		return p, true
	}
	return p, false
}

func (s *Set) service(d document) {
	spec := d.get("spec")
	svc := &Service{Position: d.position(), Selector: spec.get("selector").texts(), Open: d.open}
	svc.Name, svc.Namespace = name(d)
	if spec.get("type").text().Value == "ExternalName" {
		svc.Selector = nil
		svc.Headless = true
	}
	svc.Headless = svc.Headless || spec.get("clusterIP").text().Value == "None"
	for _, p := range spec.get("ports").list() {
		port := ServicePort{Name: p.get("name").text().Value, Port: p.get("port").text(), Target: p.get("targetPort").unlessNull().text(), Proto: protocol(p.get("protocol").text().Value)}
		if !port.Target.Set() {
			port.Target = port.Port
		}
		port.Position = port.Port.Position
		svc.Ports = append(svc.Ports, port)
	}
	s.Services = append(s.Services, svc)
}

func (s *Set) ingress(d document) {
	spec := d.get("spec")
	in := &Ingress{Position: d.position(), Kind: "Ingress", Open: d.open}
	in.Name, in.Namespace = name(d)
	add := func(n node, host, path string) {
		if n.Node == nil {
			return
		}
		b := Backend{Position: n.position(), Host: host, Path: path}
		b.Service, b.Port = n.get("service", "name").text(), n.get("service", "port", "number").text()
		if !b.Port.Set() {
			b.Port = n.get("service", "port", "name").text()
		}
		if !b.Service.Set() { // as before networking.k8s.io/v1
			b.Service, b.Port = n.get("serviceName").text(), n.get("servicePort").text()
		}
		if b.Service.Set() {
			in.Backends = append(in.Backends, b)
		}
	}
	add(spec.get("defaultBackend"), "", "")
	add(spec.get("backend"), "", "")
	for _, r := range spec.get("rules").list() {
		host := r.get("host").text().Value
		for _, p := range r.get("http", "paths").list() {
			add(p.get("backend"), host, p.get("path").text().Value)
		}
	}
	s.Ingresses = append(s.Ingresses, in)
}

// knative adds a service of Cloud Run or Knative. The platform sets PORT to
// the one port of the container, or to 8080.
func (s *Set) knative(d document) {
	spec := d.get("spec", "template", "spec")
	w := &Workload{Position: d.position(), Kind: "knative", Open: d.open, GivesPort: true, Labels: map[string]string{}}
	w.Name, w.Namespace = name(d)
	w.Group = w.Name
	if onCloudRun(d.get("metadata")) || onCloudRun(d.get("spec", "template", "metadata")) {
		w.Wait, w.Kept = 10, true
	}
	for _, n := range spec.get("containers").list() {
		w.Containers = append(w.Containers, container(n, spec.get("securityContext"), d.open))
	}
	s.Workloads = append(s.Workloads, w)
}

// onCloudRun reports whether an object is for Cloud Run, and not for another Knative,
// by what its metadata says.
func onCloudRun(metadata node) bool {
	for _, p := range append(metadata.get("annotations").pairs(), metadata.get("labels").pairs()...) {
		if strings.HasPrefix(p.key.Value, "run.googleapis.com/") || strings.HasPrefix(p.key.Value, "cloud.googleapis.com/") {
			return true
		}
	}
	return false
}

// configMap looks for Consul's service definitions in a ConfigMap.
func (s *Set) configMap(d document) {
	for _, p := range d.get("data").pairs() {
		file, value := p.key.Value, p.value
		if !value.is(yaml.ScalarNode) || !strings.Contains(value.Value, "service") {
			continue
		}
		isJSON := strings.HasSuffix(file, ".json")
		if !isJSON && !strings.HasSuffix(file, ".hcl") {
			continue
		}
		s.consul(value.text(), []byte(value.Value), isJSON, func(line, column int) Position {
			at := value.position()
			if value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
				return at
			}
			at.Line += line // the text begins below the key
			at.Column = column
			return at
		})
	}
}
