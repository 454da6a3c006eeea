package rule

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Path returns the nodes around n, from the inside out; the first are n itself
// and what begins and ends with it. There are none when n is in no file of the
// package.
func (p *Pass) Path(n Node) []ast.Node {
	file := source.FileAt(p.Files, n.Pos())
	if file == nil {
		return nil
	}
	path, _ := astutil.PathEnclosingInterval(file, n.Pos(), n.End())
	return path
}

// ConstantValue returns the expression that a constant of this package is
// declared with, or nil when that declares others as well or is not written
// there.
func (p *Pass) ConstantValue(c *types.Const) ast.Expr {
	if c.Pkg() != p.Pkg {
		return nil
	}
	path := p.Path(Range{From: c.Pos(), To: c.Pos()})
	if len(path) < 2 {
		return nil
	}
	spec, ok := path[1].(*ast.ValueSpec)
	if !ok || len(spec.Names) != 1 || len(spec.Values) != 1 {
		return nil
	}
	return spec.Values[0]
}

// IsString reports whether t is the type string itself, of a constant also
// without a type: what functions of std take and return.
func IsString(t types.Type) bool {
	return t != nil && (types.Identical(t, types.Typ[types.String]) || types.Identical(t, types.Typ[types.UntypedString]))
}
