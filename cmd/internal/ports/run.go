package ports

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/portvet/portvet/cmd/internal/manifest"
)

// What follows is what manifests run of the programs. Package deploy finds it
// out.

// Run is one container, process or image, and the program that it runs.
type Run struct {
	Workload  *manifest.Workload  // nil of an image by itself
	Container *manifest.Container // likewise
	Image     *manifest.Image     // nil where no Dockerfile is known
	Program   *Program            // nil where it is not known which
	Why       string              // how it is known, or why it is not
	Foreign   bool                // it is known to run none of these programs
}

// What names the run for a message.
func (r *Run) What() string {
	if r.Workload != nil && r.Workload.Overlay != "" && r.Workload.Kind != "compose" {
		return r.what() + " under " + filepath.Dir(r.Workload.Overlay)
	}
	return r.what()
}

func (r *Run) what() string {
	switch {
	case r.Workload == nil:
		return "image " + r.Image.File
	case r.Workload.Kind == "compose":
		return "Compose service " + r.Workload.Name
	case r.Workload.Kind == "process", r.Workload.Kind == "heroku":
		return "process " + r.Workload.Name
	case r.Workload.Kind == "appengine":
		return "service " + r.Workload.Name + " of App Engine"
	case r.Workload.Kind == "render":
		return "service " + r.Workload.Name + " of Render"
	case r.Workload.Kind == "fly":
		return "app " + r.Workload.Name
	case r.Workload.Kind == "ecs":
		return "container " + r.Container.Name + " of task " + r.Workload.Name
	case r.Workload.Kind == "nomad":
		return "task " + r.Container.Name + " of job " + r.Workload.Name
	case r.Container.Name == "" || r.Container.Name == r.Workload.Name:
		return r.Workload.Kind + " " + r.Workload.Name
	}
	return fmt.Sprintf("container %s of %s %s", r.Container.Name, r.Workload.Kind, r.Workload.Name)
}

// Position returns where the run is written.
func (r *Run) Position() manifest.Position {
	if r.Workload == nil {
		return manifest.Position{File: r.Image.File, Line: 1, Column: 1}
	}
	return r.Container.Position
}

// Way is how requests come to a program: by an Ingress and a Service, where
// there are any, to a port of a container.
type Way struct {
	Ingress string // "host/path of Ingress NAME", or ""
	Service string // "Service NAME:PORT", or ""
	Port    string // of the container
	Run     *Run
	On      *Listener // what listens on the port, or nil
}

// index returns the place of the listener among those of the program, or -1.
func (w Way) index() int { return slices.Index(w.Run.Program.Listeners, w.On) }

// row returns the cells of a manifest: where it is, what it runs, the program,
// and how that is known or why it is not.
func (r *Run) row() []string {
	at := r.Position()
	program := "unknown"
	if r.Program != nil {
		program = r.Program.Name
	}
	return []string{Position{at.File, at.Line, 0}.String(), r.What(), program, r.Why}
}
