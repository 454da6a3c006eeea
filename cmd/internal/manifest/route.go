package manifest

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/cmd/internal/lazy"
)

// What follows reads what leads to Services besides Ingresses, and what only
// templates write.

// gatewayRoute adds a route of the Gateway API.
func (s *Set) gatewayRoute(d document, kind string) {
	spec := d.get("spec")
	in := &Ingress{Position: d.position(), Kind: kind, Open: d.open}
	in.Name, in.Namespace = name(d)
	host := ""
	if hosts := spec.get("hostnames").words(); len(hosts) == 1 {
		host = hosts[0].Value
	}
	for _, r := range spec.get("rules").list() {
		path := ""
		if matches := r.get("matches").list(); len(matches) == 1 {
			path = matches[0].get("path", "value").text().Value
		}
		for _, ref := range r.get("backendRefs").list() {
			if k := ref.get("kind").text().Value; k != "" && k != "Service" {
				continue
			}
			if ns := ref.get("namespace").text(); ns.Set() && ns.Value != in.Namespace {
				continue // of another namespace
			}
			b := Backend{Position: ref.position(), Host: host, Path: path, Service: ref.get("name").text(), Port: ref.get("port").text()}
			if b.Service.Set() {
				in.Backends = append(in.Backends, b)
			}
		}
	}
	s.Ingresses = append(s.Ingresses, in)
}

// route adds a Route of OpenShift. It names the port of the pods, or that of
// the Service by its name.
func (s *Set) route(d document) {
	if !strings.HasPrefix(d.get("apiVersion").text().Value, "route.openshift.io/") && d.get("apiVersion").text().Value != "v1" {
		return // of Knative, or of others
	}
	spec := d.get("spec")
	in := &Ingress{Position: d.position(), Kind: "Route", Open: d.open}
	in.Name, in.Namespace = name(d)
	for _, to := range append(spec.get("alternateBackends").list(), spec.get("to")) {
		if kind := to.get("kind").text().Value; kind != "" && kind != "Service" {
			continue
		}
		b := Backend{Position: to.position(), Host: spec.get("host").text().Value, Path: spec.get("path").text().Value}
		b.Service, b.Port, b.OfPods = to.get("name").text(), spec.get("port", "targetPort").text(), true
		if b.Service.Set() {
			in.Backends = append(in.Backends, b)
		}
	}
	s.Ingresses = append(s.Ingresses, in)
}

// template adds the objects of a Template of OpenShift. Its parameters are not
// known, but for the names of images: those say by their defaults which program
// is run.
func (s *Set) template(d document, depth int) {
	before := len(s.Workloads)
	var holes []string
	for _, p := range d.get("parameters").list() {
		name := p.get("name").text().Value
		holes = append(holes, "${{"+name+"}}", hole, "${"+name+"}", hole)
	}
	for _, item := range d.get("objects").list() {
		punch(item.Node, strings.NewReplacer(holes...))
		if depth < 3 {
			s.object(document{item, d.open}, depth+1)
		}
	}
	var fill []string
	for _, p := range d.get("parameters").list() {
		if value := p.get("value").text(); value.Set() {
			fill = append(fill, "${"+p.get("name").text().Value+"}", value.Value)
		}
	}
	replacer := strings.NewReplacer(fill...)
	for _, w := range s.Workloads[before:] {
		for _, c := range w.Containers {
			c.Image.Value = replacer.Replace(c.Image.Value)
		}
	}
}

// punch puts holes in the place of parameters, but for the names of images.
func punch(n *yaml.Node, holes *strings.Replacer) {
	if n == nil {
		return
	}
	if n.Kind == yaml.ScalarNode {
		n.Value = holes.Replace(n.Value)
	}
	for i, below := range n.Content {
		if n.Kind != yaml.MappingNode || i%2 == 0 || n.Content[i-1].Value != "image" {
			punch(below, holes)
		}
	}
}

var routedPort = lazy.Regexp(`^traefik\.(?:http|tcp|udp)\.services\.[^.]+\.loadbalancer\.server\.port$`)

// routedPorts returns the ports to which a proxy is told to send requests, by
// the labels of a service of Compose or of a Swarm stack.
func routedPorts(n node) (out []Port) {
	for _, labels := range []node{n.get("labels"), n.get("deploy", "labels")} {
		add := func(key string, value Text) {
			if routedPort().MatchString(key) {
				out = append(out, Port{Position: value.Position, Number: value, Proto: protocol(strings.Split(key, ".")[1]), Via: "loadbalancer.server.port"})
			}
		}
		for _, l := range labels.pairs() {
			add(l.key.Value, l.value.text())
		}
		for _, l := range labels.list() {
			t := l.text()
			key, value, _ := strings.Cut(t.Value, "=")
			add(key, Text{t.Position, value, open(value)})
		}
	}
	for i, p := range out {
		if p.Proto == "http" {
			out[i].Proto = "tcp"
		}
	}
	return out
}

// input reads what was written to standard input: objects of Kubernetes, as
// kustomize and helm print them, or a Compose project.
func (s *Set) input(text []byte) {
	if len(text) > maxInput {
		s.Problems = append(s.Problems, Problem{Position{File: StdinFile}, "not read: larger than 64 MB"})
		return
	}
	kind := "yaml"
	if !isKubernetes(text) && composeKey().Match(text) {
		kind = "compose"
	}
	s.Files = append(s.Files, StdinFile)
	before := len(s.Problems)
	s.read(StdinFile, kind, text)
	if kind == "yaml" && !isKubernetes(text) && len(s.Problems) == before {
		s.Problems = append(s.Problems, Problem{Position{File: StdinFile}, "no manifest: want objects of Kubernetes, as kustomize build and helm template print them, or a Compose project"})
	}
}

var composeKey = lazy.Regexp(`(?m)^services:`)

// StdinFile is the file of what was read from standard input, in positions.
const StdinFile = "<stdin>"

// maxInput is how large standard input may be: what a whole cluster runs.
const maxInput = 64 << 20
