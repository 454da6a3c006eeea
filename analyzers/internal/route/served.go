package route

import (
	"go/ast"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Served is one route of the package.
type Served struct {
	Node  ast.Node
	Path  string   // with the prefix of its group
	Below bool     // and what is below it
	Whole bool     // the prefix is all known
	Muxes []string // where what it is registered on is made; none when that is not known
}

// noteServed notes that call registers a route.
func (su *Survey) noteServed(call *ast.CallExpr, path string, below, whole bool) {
	s := Served{Node: call, Path: path, Below: below, Whole: whole}
	if r := su.ev.Row(su.src.Callee(call), catalog.Route); r != nil {
		v, _, ok := su.ev.Slot(call, r.Mux)
		s.Muxes = su.MuxSites(v, ok && len(v.Alts) > 0)
	}
	su.served = append(su.served, s)
}

// MuxSites returns where the muxes that v may be are made; none when some are
// not known. Not given, it is the default mux.
func (su *Survey) MuxSites(v origin.Value, given bool) (sites []string) {
	if !given {
		return []string{mux.DefaultSite}
	}
	objs, all := su.ev.Close(v).Objects()
	for _, o := range objs {
		sites = append(sites, o.Site)
	}
	if !all {
		return nil
	}
	source.Tidy(&sites)
	return sites
}

// noteOperator notes the route of an endpoint for the operator, which the
// catalogue knows by what registers it: chi's Heartbeat, gin's pprof.
func (su *Survey) noteOperator(r *catalog.Row, call *ast.CallExpr) {
	if v, _, ok := su.ev.Slot(call, r.Pattern); ok {
		if path, known := v.Single(); known && strings.HasPrefix(path, "/") {
			whole := !r.Mux.Set || r.Mux.Arg != catalog.Receiver
			if !whole {
				var prefix string
				prefix, whole = su.prefixOfRecv(call)
				path = strings.TrimSuffix(prefix, "/") + path
			}
			su.noteServed(call, path, wildcard(path, r), whole)
			return
		}
	}
	su.unplaced = true
}

// Served returns the routes that the package registers, as far as their paths
// are known, and whether there are endpoints for the operator at paths that
// are not.
func (su *Survey) Served() (routes []Served, unplaced bool) { return su.served, su.unplaced }
