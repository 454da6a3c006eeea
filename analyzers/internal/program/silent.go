package program

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Silent reports whether interestIn is certain to say nothing of a dependency,
// given its import path, its module and what it imports, if there are no facts
// about what it imports. own are the user's rows of the catalogue.
func Silent(path string, module *analysis.Module, imports, own []string) bool {
	if module == nil || module.Path == "" || module.Path == "std" {
		return source.IsStd(path)
	}
	if module.Version == "" {
		return false
	}
	rows, err := catalog.ParseRows(own)
	if err != nil {
		return false
	}
	cat := catalog.New(rows)
	return cat.Package(path) != nil || !slices.ContainsFunc(imports, func(imp string) bool {
		return imp == "net/http/pprof" || imp == hearing || cat.Package(imp).Listens()
	})
}
