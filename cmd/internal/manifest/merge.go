package manifest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// What follows is about services of Compose that several files, or other
// services, have a part in.

// overlays is what is to be put together when all is read.
type overlays struct {
	extended []extension
	kustoms  []*kustomization
}

// extension is a service of Compose that extends another.
type extension struct {
	workload *Workload
	file     string // "" for its own
	service  string
}

// extends notes that a service extends another.
func (s *Set) extends(w *Workload, n node) {
	if n.Node == nil {
		return
	}
	e := extension{workload: w, service: n.text().Value}
	if from := n.get("service").text(); from.Set() {
		e.service, e.file = from.Value, n.get("file").text().Value
	}
	s.extended = append(s.extended, e)
}

// extend puts services together with those that they extend. Of what is not
// found, anything may be set.
func (s *Set) extend() {
	for _, e := range s.extended {
		file := e.workload.File
		if e.file != "" {
			file = filepath.Join(filepath.Dir(file), e.file)
		}
		base := s.composeService(file, e.service)
		if base == nil || base == e.workload || slices.ContainsFunc(s.extended, func(o extension) bool { return o.workload == base }) {
			e.workload.Containers[0].EnvOpen, e.workload.Containers[0].Args.Open = true, true
			continue
		}
		c := base.Containers[0]
		if filepath.Dir(base.File) != filepath.Dir(e.workload.File) {
			moved := *c
			c = &moved
			c.EnvOpen = c.EnvOpen || len(c.From) > 0 // its files are beside it
			c.From = nil
			if rel, err := filepath.Rel(filepath.Dir(e.workload.File), filepath.Dir(base.File)); err == nil && c.Build.Context.Set() {
				c.Build.Context.Value = filepath.Join(rel, c.Build.Context.Value)
			}
		}
		own := e.workload
		own.Containers[0] = c.under(own.Containers[0], true)
		own.Grace, own.Replicas = either(own.Grace, base.Grace), either(own.Replicas, base.Replicas)
		own.Kept, own.HostNet, own.Open = own.Kept || base.Kept, own.HostNet || base.HostNet, own.Open || base.Open
	}
}

// composeService returns the service of a file of Compose, or nil. The file need
// not be called like one.
func (s *Set) composeService(file, name string) *Workload {
	in := s
	if format(file) != "compose" || !slices.Contains(s.Files, file) {
		in = &Set{}
		in.readAs(file, "compose")
	}
	for _, w := range in.Workloads {
		if w.Kind == "compose" && w.File == file && w.Name == name {
			return w
		}
	}
	return nil
}

// readAs adds what a file says that is named by another, if it can be read.
func (s *Set) readAs(file, kind string) {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxSize {
		return
	}
	if text, err := os.ReadFile(file); err == nil {
		s.read(file, kind, text)
	}
}

// defaults are the files that Compose reads when it is told no others.
var defaults = []string{"compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"}

// complete puts the services of further files of Compose together with those of
// the default file beside them, of which they change parts. These are not run by
// themselves then, unless all that is changed is for development.
func (s *Set) complete() {
	partial := func(w *Workload) bool {
		if w.Kind != "compose" || slices.Contains(defaults, filepath.Base(w.File)) {
			return false
		}
		c := w.Containers[0]
		return (!c.Image.Set() && !c.Build.Context.Set() || strings.Contains(filepath.Base(w.File), ".override."))
	}
	done := make(map[*Workload]bool)
	for i, w := range s.Workloads {
		if !partial(w) {
			continue
		}
		for _, base := range s.Workloads {
			if base.Kind == "compose" && base.Name == w.Name && base.Overlay == "" && filepath.Dir(base.File) == filepath.Dir(w.File) && slices.Contains(defaults, filepath.Base(base.File)) {
				whole := base.under(w, w.File)
				whole.Position = w.Position
				s.Workloads[i] = whole
				done[base] = done[base] || !ForDevelopment(w.File, "") // else it is what others run
				break
			}
		}
	}
	s.Workloads = slices.DeleteFunc(s.Workloads, func(w *Workload) bool { return done[w] })
}

// ForDevelopment reports whether a file is for development or tests, by its name or by
// that of a folder that it is in, below root, if any.
func ForDevelopment(file, root string) bool {
	words := strings.FieldsFunc(strings.ToLower(filepath.Base(file)), func(r rune) bool { return strings.ContainsRune("._-", r) })
	if slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"dev", "develop", "development", "local", "debug", "test", "tests", "testing", "e2e", "ci"}, w)
	}) {
		return true
	}
	dir, err := filepath.Abs(filepath.Dir(file))
	if root, err2 := filepath.Abs(root); err == nil && err2 == nil {
		dir, err = filepath.Rel(root, dir)
	}
	return root != "" && err == nil && slices.ContainsFunc(strings.Split(filepath.ToSlash(dir), "/"), func(seg string) bool {
		return slices.Contains([]string{"dev", "develop", "development", "local"}, seg)
	})
}
