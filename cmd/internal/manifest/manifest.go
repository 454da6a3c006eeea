// Package manifest reads the files that tell platforms how to run programs:
// Dockerfiles and the scripts that they start, Compose projects, Kubernetes,
// Knative and OpenShift objects with the overlays of kustomize, Nomad's jobs,
// Procfiles, heroku.yml, app.json, app.yaml, fly.toml, render.yaml and Consul's
// service definitions. It keeps the place of every value. What a template or the
// environment of the reader would fill in is Open, and no error.
package manifest

import (
	"strconv"
	"strings"

	"github.com/portvet/portvet/cmd/internal/chart"
	"github.com/portvet/portvet/cmd/internal/lazy"
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
	Monitors  []*Monitor
	Consul    []*Registration
	Recipes   []recipe.Recipe // what makes which image
	Problems  []Problem
	Files     []string // those that were read

	parts
}

// parts are what other files add to workloads, once all are read.
type parts struct {
	apps    []app
	configs []*config
	mounts  []mount
	charts  map[string]*chart.Chart // by their folders, nil where one cannot be read
	objects map[*Workload]document  // what workloads of pods were read from
	overlays
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
	Contents
	written
}

// written is the Dockerfile of an image.
type written struct {
	source     []byte
	takesArgs  bool
	Sources    [][]string // where the first of Targets may be in the build context, by what COPY says
	ByArgument bool       // what it builds depends on an argument, of which the default was taken
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
	Raw   string // that of a Dockerfile, as it is written
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
	HostIP string // the address of the machine to which that is limited, or ""
	Proto  string // tcp, udp, sctp
	Via    string // what declares it, as people write it: containerPort, EXPOSE
	Chosen bool   // the platform chooses its number, of which variables tell the container
}

// Probe is one way to ask a container whether it is well.
type Probe struct {
	Position
	Kind   string // livenessProbe, HEALTHCHECK, …
	Type   string // http, tcp, grpc
	Path   Text
	Port   Text   // a number or the name of a port
	Host   Text   // whom it asks, where that is written
	Scheme Text   // HTTP or HTTPS, where that is written
	Tool   string // the program that asks from inside of the container, else ""
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
	Life
	Rights
	Program Text // what runs, where the file says so: a process of a Procfile
	Mounted
}

// Life is how a container is asked whether it is well, and told to end.
type Life struct {
	Probes  []Probe
	Tests   []Test // those that run something inside of the container
	Checked bool   // it says how it is asked, in the place of its image
	PreStop Text   // the seconds that a hook sleeps before SIGTERM, Open where that is not known
}

// Test is a way to ask a container whether it is well by running something in
// it, or the hook that is run before it is told to end.
type Test struct {
	Kind    string
	Command Command
}

// Mounted is what a container takes from elsewhere in its repository.
type Mounted struct {
	From   []Source          // what sets variables
	Shared map[Position]bool // where variables stand that are for others as well
	Files  []File            // files that objects of the repository hold
	Over   []string          // where something is put over what the image has
}

// Source is a file, or an object, that sets variables of a container.
type Source struct {
	Name     Text
	File     bool   // it is a file, as seen from that of the container
	Prefix   string // before the names
	Key      string // that of the one value, "" where it is all
	Variable string // the variable that the one value is for
}

// File is a file inside of a container.
type File struct {
	Path string
	Text Text
	// Below is the line in the manifest above the first of the text, or -1 where
	// lines cannot be told.
	Below int
}

// Build is how Compose makes the image of a container.
type Build struct {
	Context Text              // the folder that it is built from
	File    Text              // its Dockerfile, in Context
	Stage   Text              // the stage of it that is wanted, where that is not the last
	Mounted bool              // a folder of the machine is mounted, as sources are for development
	Sources bool              // that is the one from which it is built
	Args    map[string]string // of the Dockerfile
	Native  *Image            // what the platform builds itself, without a Dockerfile
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
	Ending
	Network
	Replicas  Text   // how many of it run side by side
	GivesPort bool   // the platform sets PORT
	Overlay   string // the file that changes parts of it, or ""
}

// Ending is what the platform does to end a workload.
type Ending struct {
	Grace  Text // seconds until it is killed
	Wait   int  // those of the platform where Grace does not say, 0 where it has none, or that is not known
	Signal Text // by which it is told to end, where the manifest says it
	Kept   bool // the platform starts it again: it is not only for a laptop
}

// Network is the network that the containers of a workload share.
type Network struct {
	HostNet bool   // it is that of the machine
	Group   string // workloads of one group on HostNet are on one machine
	NetOf   string // it is that of another service of Compose
	// Optional reports whether it is there only for those who ask for it by a
	// profile.
	Optional bool
	NoLinks  bool // Services are not linked by variables
	Injected bool // something puts a container of its own beside those that are written
	// Scraped are ports that an annotation tells Prometheus to ask.
	Scraped []Text
}

// Service is a Kubernetes Service.
type Service struct {
	Position
	Name, Namespace string
	Selector        map[string]string
	Open            bool
	Headless        bool // it has no address of its own
	Ports           []ServicePort
}

// Monitor is a PodMonitor: it tells Prometheus which pods to ask.
type Monitor struct {
	Position
	Name, Namespace string
	Selector        map[string]string
	Open            bool
	Ports           []Text // numbers, or names of ports
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

// open reports whether a value is filled in later: ${VAR}, $(VAR), by a
// template, or by a pipeline that replaces tokens, __VAR__ or #{VAR}#.
func open(s string) bool {
	return strings.Contains(s, hole) || strings.Contains(strings.ReplaceAll(s, "$$", ""), "$") || strings.Contains(s, "{{") ||
		strings.Contains(s, "#{") || strings.Contains(s, "__") && replaced().MatchString(s)
}

var replaced = lazy.Regexp(`__[A-Za-z][0-9A-Za-z_.-]*__`)

var used = lazy.Regexp(`\$[({]?([A-Za-z_][A-Za-z0-9_]*)`)

// References returns the variables that a command line refers to: $(PORT),
// ${PORT} or $PORT.
func (c Command) References() (names []string) {
	for _, t := range append([]Text{c.Shell, {Value: c.Raw}}, c.Args...) {
		for _, m := range used().FindAllStringSubmatch(t.Value, -1) {
			names = append(names, m[1])
		}
	}
	return names
}
