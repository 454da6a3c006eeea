// Package manifest reads the files that tell platforms how to run programs:
// Dockerfiles and the scripts that they start, Compose projects, Kubernetes,
// Knative and OpenShift objects, Nomad's jobs, Procfiles, app.json, fly.toml
// and Consul's service definitions. It keeps the place of every value. What a template or the environment of the reader would fill in
// is Open, and no error.
package manifest

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/portvet/portvet/cmd/internal/recipe"
)

// Position is a place in a file; lines and columns count from 1.
type Position struct {
	File         string
	Line, Column int
}

// Text is one value of a file.
type Text struct {
	Position
	Value string
	Open  bool // it is filled in by something that is not in sight
}

// Set reports whether the value is there at all.
func (t Text) Set() bool { return t.Line > 0 }

// Number returns the value as a number; ok is false when it is none, or Open.
func (t Text) Number() (n int, ok bool) {
	if t.Open || !t.Set() {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(t.Value))
	return n, err == nil
}

// Set is all that was found.
type Set struct {
	Images    []*Image
	Workloads []*Workload
	Services  []*Service
	Ingresses []*Ingress
	Consul    []*Registration
	Recipes   []recipe.Recipe // what makes which image
	Problems  []Problem
	Files     []string // those that were read

	apps []app
}

// app is a variable that app.json sets for the processes of its folder.
type app struct {
	dir string
	env Env
}

// Problem is a file, or a part of it, that could not be read.
type Problem struct {
	Position
	Message string
}

// Image is what a Dockerfile makes.
type Image struct {
	File       string
	Targets    []Text // packages that are built: ./cmd/api
	Outputs    []Text // the files that they are built to, "" for the default
	Env        []Env
	Expose     []Port
	Entrypoint Command
	Cmd        Command
	User       Text
	Health     Command // of HEALTHCHECK
	Workdir    string
	Copied     []string // base names of files copied from outside of the build
	Contents
}

// Env is one variable that is set.
type Env struct {
	Name  string
	Value Text
}

// Command is what is run.
type Command struct {
	Position
	Args  []Text // of the exec form
	Shell Text   // the line that a shell runs
	Open  bool   // not all of it is known
}

// Set reports whether there is a command at all.
func (c Command) Set() bool { return c.Line > 0 }

// Port is one port that a container offers.
type Port struct {
	Position
	Name   Text
	Number Text
	Host   Text   // the port of the machine that leads to it
	Proto  string // tcp, udp, sctp
	Via    string // what declares it, as people write it: containerPort, EXPOSE
}

// Probe is one way to ask a container whether it is well.
type Probe struct {
	Position
	Kind string // livenessProbe, HEALTHCHECK, …
	Type string // http, tcp, grpc
	Path Text
	Port Text // a number or the name of a port
}

// Container is one process of a workload.
type Container struct {
	Position
	Name    string
	Image   Text
	Build   Build
	Ports   []Port
	Env     []Env
	EnvOpen bool // more variables may be set
	CommandLine
	Probes []Probe
	Rights
	Program Text // what runs, where the file says so: a process of a Procfile
}

// Build is how Compose makes the image of a container.
type Build struct {
	Context Text // the folder that it is built from
	File    Text // its Dockerfile, in Context
	Mounted bool // a folder of the machine is mounted, as sources are for development
}

// CommandLine is what a container runs.
type CommandLine struct {
	Command Command
	Args    Command  // appended to the command, or to the image's entrypoint
	Uses    []string // variables that it refers to
}

// Rights are those of the user who runs a container.
type Rights struct {
	User    Text
	NonRoot bool // it may not be root
	MayBind bool // it may bind ports below 1024 though it is not root
}

// Workload is a set of containers that share a network.
type Workload struct {
	Position
	Kind       string // Deployment, Pod, compose, process, fly …
	Name       string
	Namespace  string
	Labels     map[string]string
	Open       bool // a template may add to it
	Containers []*Container
	Grace      Text   // seconds until it is killed
	HostNet    bool   // it is on the network of the machine
	GivesPort  bool   // the platform sets PORT
	Group      string // workloads of one group on HostNet are on one machine
	Replicas   Text   // how many of it run side by side
}

// Service is a Kubernetes Service.
type Service struct {
	Position
	Name, Namespace string
	Selector        map[string]string
	Open            bool
	Ports           []ServicePort
}

// ServicePort is one port of a Service.
type ServicePort struct {
	Position
	Name   string
	Port   Text
	Target Text // a number or a name; where it is not written, that of Port
	Proto  string
}

// Ingress is a Kubernetes Ingress, a route of the Gateway API, or a Route of
// OpenShift.
type Ingress struct {
	Position
	Kind            string
	Name, Namespace string
	Open            bool
	Backends        []Backend
}

// Backend is where an Ingress sends requests.
type Backend struct {
	Position
	Host, Path string
	Service    Text
	Port       Text // a number or a name
	OfPods     bool // a number is that of the pods, not of the Service
}

// Leads reports whether the backend leads to a port of its Service, or may.
func (b Backend) Leads(p ServicePort) bool {
	if p.Port.Open || p.Name != "" && p.Name == b.Port.Value {
		return true
	}
	if _, number := b.Port.Number(); !b.OfPods || !number {
		return p.Port.Value == b.Port.Value
	}
	_, number := p.Target.Number()
	return !number || p.Target.Value == b.Port.Value
}

// Registration is a service that is registered with Consul.
type Registration struct {
	Position
	Name   Text
	Port   Text
	Checks []Check
}

// Check is how Consul asks whether a service is well.
type Check struct {
	Position
	Type    string // http, tcp, grpc
	Address Text   // an URL, or host:port
}

// open reports whether a value is filled in later: ${VAR}, $(VAR), or by a
// template.
func open(s string) bool {
	return strings.Contains(s, hole) || strings.Contains(strings.ReplaceAll(s, "$$", ""), "$") || strings.Contains(s, "{{")
}

var used = pattern(`\$[({]?([A-Za-z_][A-Za-z0-9_]*)`)

// pattern compiles a pattern when it is first used: every start of the vet
// tool would pay for it otherwise.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// References returns the variables that a command line refers to: $(PORT),
// ${PORT} or $PORT.
func (c Command) References() (names []string) {
	for _, t := range append([]Text{c.Shell}, c.Args...) {
		for _, m := range used().FindAllStringSubmatch(t.Value, -1) {
			names = append(names, m[1])
		}
	}
	return names
}
