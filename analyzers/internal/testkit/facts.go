package testkit

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
)

// factPrefix begins the name of every type of facts. gob knows types by
// package name and type name, and one golangci-lint holds many linters.
const factPrefix = "portvet"

// checkFactTypes reports types of facts that do not survive all drivers, in
// analyzers and what they require.
func checkFactTypes(t T, analyzers []*analysis.Analyzer) bool {
	t.Helper()
	ok := true
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		for _, req := range a.Requires {
			visit(req)
		}
		for _, f := range a.FactTypes {
			typ := reflect.TypeOf(f).Elem()
			if strings.HasPrefix(typ.PkgPath(), "golang.org/x/tools/") {
				continue
			}
			if !strings.HasPrefix(strings.ToLower(typ.Name()), factPrefix) {
				ok = false
				t.Errorf("%s: fact type %s: the name must begin with %s, since gob wants it unique among all linters",
					a.Name, typ, factPrefix)
			}
			if problem := unstorable(typ, typ.Name(), nil); problem != "" {
				ok = false
				t.Errorf("%s: fact type %s: %s", a.Name, typ, problem)
			}
		}
	}
	for _, a := range analyzers {
		visit(a)
	}
	return ok
}

var posType = reflect.TypeFor[token.Pos]()

// unstorable says why a value of type typ does not belong in a fact, or
// returns "". path names the value; outer are the structs around it.
func unstorable(typ reflect.Type, path string, outer []reflect.Type) string {
	if typ == posType {
		return path + " is a position, which means nothing in another process"
	}
	switch typ.Kind() {
	case reflect.Map:
		return path + " is a map, which gob writes in random order; use a sorted slice"
	case reflect.Pointer:
		return unstorable(typ.Elem(), path, outer) // gob writes what it points to; see leftOut
	case reflect.Interface, reflect.Chan, reflect.Func, reflect.UnsafePointer, reflect.Uintptr:
		return fmt.Sprintf("%s is a %s; facts hold plain values", path, typ.Kind())
	case reflect.Slice, reflect.Array:
		return unstorable(typ.Elem(), path+"[]", outer)
	case reflect.Struct:
		if slices.Contains(outer, typ) {
			return ""
		}
		outer = append(slices.Clone(outer), typ)
		for f := range typ.Fields() {
			if !f.IsExported() {
				continue // see leftOut
			}
			if problem := unstorable(f.Type, path+"."+f.Name, outer); problem != "" {
				return problem
			}
		}
	}
	return ""
}

// maxFactDepth is more than any fact is deep that has no cycle.
const maxFactDepth = 200

// leftOut says what gob would lose of v, or returns "": fields that are set
// but not exported, and everything when pointers form a cycle. Within one
// process drivers hand facts on as they are, so such a fact means one thing
// there and another after it was stored.
func leftOut(v reflect.Value, path string, depth int) string {
	if depth > maxFactDepth {
		return "its pointers form a cycle"
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return leftOut(v.Elem(), path, depth+1)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if p := leftOut(v.Index(i), path+"[]", depth+1); p != "" {
				return p
			}
		}
	case reflect.Struct:
		for f, value := range v.Fields() {
			name := path + "." + f.Name
			if !f.IsExported() {
				if !value.IsZero() {
					return name + " is set but not exported, so it is lost when the fact is stored"
				}
				continue
			}
			if p := leftOut(value, name, depth+1); p != "" {
				return p
			}
		}
	}
	return ""
}

// factKey names a fact in the same way in every run.
type factKey struct {
	pkgID   string
	pkgPath string
	fact    string // analyzer, type of the fact, object and its position
}

// encodedFact is a fact as gob writes it.
type encodedFact struct {
	alone  []byte // by itself, with its types
	beside int    // how long it is beside others of its package, as drivers write them
}

// encodeFacts encodes each fact in graph in the package that it is about.
func encodeFacts(graph *checker.Graph) (map[factKey]encodedFact, error) {
	facts := make(map[factKey]encodedFact)
	files := make(map[string]*bytes.Buffer)
	encoders := make(map[string]*gob.Encoder)
	add := func(act *checker.Action, object string, fact analysis.Fact) error {
		key := factKey{
			pkgID:   act.Package.ID,
			pkgPath: act.Package.PkgPath,
			fact:    fmt.Sprintf("%s: %T of %s", act.Analyzer.Name, fact, object),
		}
		value := reflect.ValueOf(fact).Elem()
		if lost := leftOut(value, value.Type().Name(), 0); lost != "" {
			return fmt.Errorf("%s: %s: %s", key.pkgPath, key.fact, lost)
		}
		var buf bytes.Buffer
		if err := gob.NewEncoder(&buf).Encode(fact); err != nil {
			return fmt.Errorf("%s: %s: %w", key.pkgPath, key.fact, err)
		}
		if files[key.pkgID] == nil {
			files[key.pkgID] = new(bytes.Buffer)
			encoders[key.pkgID] = gob.NewEncoder(files[key.pkgID])
		}
		before := files[key.pkgID].Len()
		if err := encoders[key.pkgID].Encode(fact); err != nil {
			return fmt.Errorf("%s: %s: %w", key.pkgPath, key.fact, err)
		}
		facts[key] = encodedFact{alone: buf.Bytes(), beside: files[key.pkgID].Len() - before}
		return nil
	}
	for act := range graph.All() {
		if len(act.Analyzer.FactTypes) == 0 {
			continue
		}
		for _, f := range act.AllPackageFacts() {
			if f.Package != act.Package.Types {
				continue
			}
			if err := add(act, "the package", f.Fact); err != nil {
				return nil, err
			}
		}
		for _, f := range act.AllObjectFacts() {
			if f.Object.Pkg() != act.Package.Types {
				continue
			}
			name := fmt.Sprintf("%s at %s", types.ObjectString(f.Object, nil), act.Package.Fset.Position(f.Object.Pos()))
			if err := add(act, name, f.Fact); err != nil {
				return nil, err
			}
		}
	}
	return facts, nil
}

// compareFacts reports facts that two runs do not have in common.
func compareFacts(t T, first, second map[factKey]encodedFact) {
	t.Helper()
	all := maps.Clone(first)
	maps.Copy(all, second)
	keys := slices.SortedFunc(maps.Keys(all), func(a, b factKey) int {
		return cmp.Or(cmp.Compare(a.pkgID, b.pkgID), cmp.Compare(a.fact, b.fact))
	})
	for _, k := range keys {
		a, inFirst := first[k]
		b, inSecond := second[k]
		switch {
		case inFirst != inSecond:
			t.Errorf("%s: unstable fact: only one of two runs has %s", k.pkgID, k.fact)
		case !bytes.Equal(a.alone, b.alone):
			t.Errorf("%s: unstable fact: two runs encode %s differently\n first  %x\n second %x", k.pkgID, k.fact, a.alone, b.alone)
		}
	}
}

// factBytes returns the size of the facts of each package.
func (o *outcome) factBytes() map[string]int {
	sizes := make(map[string]int)
	largest := make(map[string]int)
	for k, b := range o.facts {
		sizes[k.pkgID] += b.beside
		largest[k.pkgPath] = max(largest[k.pkgPath], sizes[k.pkgID])
	}
	return largest
}

// checkFactSizes reports packages whose facts are too large.
func (o Options) checkFactSizes(t T, out *outcome) {
	t.Helper()
	limit := cmp.Or(o.MaxFactBytes, defaultMaxFactBytes)
	sizes := out.factBytes()
	for _, pkg := range slices.Sorted(maps.Keys(sizes)) {
		if sizes[pkg] > limit {
			t.Errorf("%s: the facts take %d bytes; the limit is %d", pkg, sizes[pkg], limit)
		}
	}
}
