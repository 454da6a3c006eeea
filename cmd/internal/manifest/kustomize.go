package manifest

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// What follows is about kustomize: overlays that change parts of workloads that
// stand elsewhere, by patches with the form of an object. What they change in
// another way is not followed.

// kustomization is one kustomization.yaml.
type kustomization struct {
	file      string
	resources []string // files and folders
	patches   []patch
	files     []string // those of its patches
	unknown   bool     // it changes more
	component bool
}

// patch changes parts of workloads: of one by its name, or of all of a kind.
type patch struct {
	workload   *Workload
	kind, name string
}

// isKustomization tells by its name whether a file is one.
func isKustomization(base string) bool {
	return base == "kustomization.yaml" || base == "kustomization.yml" || base == "kustomization"
}

// kustomization notes a kustomization.yaml.
func (s *Set) kustomization(file string, text []byte) {
	docs, problems := documents(file, text, func([]byte) bool { return true })
	s.Problems = append(s.Problems, problems...)
	if len(docs) != 1 {
		return
	}
	d := docs[0]
	k := &kustomization{file: file, component: d.get("kind").text().Value == "Component"}
	for _, key := range []string{"resources", "bases", "components"} {
		for _, r := range d.get(key).words() {
			k.resources = append(k.resources, k.path(r.Value))
			k.unknown = k.unknown || key == "components" || strings.Contains(r.Value, "://")
		}
	}
	for _, key := range []string{"patchesJson6902", "replacements", "vars", "transformers", "helmCharts"} {
		k.unknown = k.unknown || d.open || d.get(key).Node != nil
	}
	for _, g := range d.get("configMapGenerator").list() {
		if b := g.get("behavior").text().Value; b != "" && b != "create" {
			k.unknown = true // it changes one that stands elsewhere
			continue
		}
		s.generate(k, g)
	}
	for _, p := range d.get("patchesStrategicMerge").list() {
		k.change(p, node{}, text)
	}
	for _, p := range d.get("patches").list() {
		change := p.get("patch")
		if change.Node == nil {
			change = p.get("path")
		}
		k.change(change, p.get("target"), text)
	}
	s.kustoms = append(s.kustoms, k)
}

// path returns a file or folder that a kustomization names.
func (k *kustomization) path(name string) string {
	return filepath.Join(filepath.Dir(k.file), filepath.FromSlash(name))
}

// change notes a patch: the name of its file, or its text. whole is that of the
// kustomization.
func (k *kustomization) change(n, target node, whole []byte) {
	set := &Set{}
	if text := n.text(); !strings.Contains(text.Value, "\n") {
		file := k.path(text.Value)
		k.files = append(k.files, file)
		set.readAs(file, "yaml")
	} else {
		if n.Style&yaml.LiteralStyle != 0 { // it stands below the key, as it is
			set.inline(n, whole)
		}
		k.unknown = k.unknown || strings.Contains(text.Value, "$patch")
	}
	// What is no workload, such as a Service or a list of operations, may be
	// about ports as well.
	if len(set.Workloads) != 1 || len(set.Services)+len(set.configs)+len(set.mounts) > 0 {
		k.unknown = true
		return
	}
	p := patch{workload: set.Workloads[0], kind: set.Workloads[0].Kind, name: set.Workloads[0].Name}
	if target.Node != nil {
		p.kind, p.name = target.get("kind").text().Value, target.get("name").text().Value
		k.unknown = k.unknown || target.get("labelSelector").Node != nil || target.get("annotationSelector").Node != nil
	}
	k.patches = append(k.patches, p)
}

// inline adds the objects in a text that stands in a file.
func (s *Set) inline(n node, whole []byte) {
	at := n.position()
	lines := bytes.Split(whole, []byte("\n"))
	right := 0
	if at.Line < len(lines) {
		right = len(lines[at.Line]) - len(bytes.TrimLeft(lines[at.Line], " "))
	}
	docs, _ := documents(n.file, []byte(n.Value), isKubernetes)
	for _, d := range docs {
		d.above, d.right = d.above+at.Line, right
		s.object(d, 0)
	}
}

// changed is a workload, and what becomes of it under overlays.
type changed struct {
	base, now *Workload
	unknown   bool
}

// resolve returns the workloads of a kustomization, as it changes them. name is
// that of the overlay that is asked for, and seen are the kustomizations that
// lead here: one that leads to itself, or that two lead to, is malformed.
func (s *Set) resolve(k *kustomization, name string, seen map[*kustomization]bool) (out []changed) {
	seen[k] = true
	for _, r := range k.resources {
		for _, w := range s.Workloads {
			if w.File == r && w.Overlay == "" && pods[w.Kind] {
				out = append(out, changed{base: w, now: w})
			}
		}
		if sub := s.kustomizationIn(r); sub != nil && !seen[sub] {
			out = append(out, s.resolve(sub, name, seen)...)
		}
	}
	for i, c := range out {
		out[i].unknown = c.unknown || k.unknown
		for _, p := range k.patches {
			if (p.kind == "" || p.kind == c.base.Kind) && (p.name == "" || p.name == c.base.Name) {
				out[i].now = s.overlaid(out[i].now, p.workload, name)
			}
		}
	}
	return out
}

// kustomizationIn returns the kustomization of a folder, or nil.
func (s *Set) kustomizationIn(dir string) *kustomization {
	for _, k := range s.kustoms {
		if filepath.Dir(k.file) == dir {
			return k
		}
	}
	return nil
}

// kustomize puts overlays together with what they change. A workload that all of
// them change is not run by itself.
func (s *Set) kustomize() {
	patches := make(map[string]bool)
	used := make(map[*kustomization]bool)
	for _, k := range s.kustoms {
		for _, f := range k.files {
			patches[f] = true
		}
		for _, r := range k.resources {
			used[s.kustomizationIn(r)] = true
		}
	}
	s.Workloads = slices.DeleteFunc(s.Workloads, func(w *Workload) bool { return patches[w.File] })
	plain, changes := make(map[*Workload]bool), make(map[*Workload]bool)
	var more, unsettled []*Workload
	for _, k := range s.kustoms {
		if k.component || used[k] {
			continue
		}
		for _, c := range s.resolve(k, k.file, make(map[*kustomization]bool)) {
			switch {
			case c.unknown:
				unsettled = append(unsettled, c.base)
				plain[c.base] = true
			case c.now == c.base:
				plain[c.base] = true
			default:
				changes[c.base] = true
				more = append(more, c.now)
			}
		}
	}
	for _, w := range unsettled {
		w.unsettle()
	}
	s.Workloads = slices.DeleteFunc(s.Workloads, func(w *Workload) bool { return changes[w] && !plain[w] })
	s.Workloads = append(s.Workloads, more...)
}

// unsettle notes that something which is not followed may change a workload.
func (w *Workload) unsettle() {
	w.Open = true
	for _, c := range w.Containers {
		c.EnvOpen, c.Command.Open, c.Args.Open = true, true, true
	}
}

// pods are the kinds of objects that have a template of pods.
var pods = map[string]bool{
	"Deployment": true, "StatefulSet": true, "DaemonSet": true, "ReplicaSet": true, "Job": true, "CronJob": true, "Rollout": true,
}
