package manifest

import (
	"bytes"
	"path/filepath"
	"regexp"
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
	workload   *Workload // what it says, or nil
	operations []node    // or what it does
	kind, name string
}

// fits reports whether a patch is about a workload. Names are expressions.
func (p patch) fits(w *Workload) bool {
	if p.kind != "" && p.kind != w.Kind {
		return false
	}
	re, err := regexp.Compile("^(?:" + p.name + ")$")
	return p.name == "" || p.name == w.Name || err == nil && re.MatchString(w.Name)
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
	for _, key := range []string{"replacements", "vars", "transformers", "helmCharts"} {
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
	for _, p := range append(d.get("patches").list(), d.get("patchesJson6902").list()...) {
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
	var ops []node
	if text := n.text(); !strings.Contains(text.Value, "\n") {
		file := k.path(text.Value)
		k.files = append(k.files, file)
		set.readAs(file, "yaml")
		if patch, ok := readSmall(file); ok {
			ops = listed(file, patch, 0, 0)
		}
	} else {
		if n.Style&yaml.LiteralStyle != 0 { // it stands below the key, as it is
			set.inline(n, whole)
			ops = listed(n.file, text.Value, n.position().Line, indented(n, whole))
		}
		k.unknown = k.unknown || strings.Contains(text.Value, "$patch")
	}
	kind := target.get("kind").text().Value
	switch {
	case len(ops) > 0 && pods[kind]:
		k.unknown = k.unknown || target.get("labelSelector").Node != nil || target.get("annotationSelector").Node != nil
		k.patches = append(k.patches, patch{operations: ops, kind: kind, name: target.get("name").text().Value})
		return
	case len(ops) > 0 && kind != "" && !tellsPorts[kind]:
		return
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
	right := indented(n, whole)
	docs, _ := documents(n.file, []byte(n.Value), isKubernetes)
	for _, d := range docs {
		d.above, d.right = d.above+at.Line, right
		s.object(d, 0)
	}
}

// indented returns how far the text below a key is indented.
func indented(n node, whole []byte) int {
	lines := bytes.Split(whole, []byte("\n"))
	if at := n.position(); at.Line < len(lines) {
		return len(lines[at.Line]) - len(bytes.TrimLeft(lines[at.Line], " "))
	}
	return 0
}

// listed returns the operations of a text that stands in a file.
func listed(file, text string, above, right int) []node {
	docs, _ := documents(file, []byte(text), func([]byte) bool { return true })
	if len(docs) != 1 {
		return nil
	}
	docs[0].above, docs[0].right = docs[0].above+above, right
	return operations(docs[0])
}

// tellsPorts are the kinds of objects, beside those with pods, that say something
// about ports or variables.
var tellsPorts = map[string]bool{"Service": true, "Ingress": true, "ConfigMap": true, "HTTPRoute": true, "GRPCRoute": true, "Pod": true}

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
			if !p.fits(c.base) {
				continue
			}
			if p.workload != nil {
				out[i].now = s.overlaid(out[i].now, p.workload, name)
			} else if now, ok := s.operated(out[i].now, p.operations, name); ok {
				out[i].now = now
			} else {
				out[i].unknown = true
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
