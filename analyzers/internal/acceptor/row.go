package acceptor

import (
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Rows returns what the catalogue would say of tn, the type that s is.
func (s *Server) Rows(tn *types.TypeName) []*catalog.Row {
	return []*catalog.Row{{
		Kind: catalog.Server, Package: tn.Pkg().Path(), Symbol: tn.Pkg().Path() + "." + tn.Name(),
		Stopping: catalog.Stopping{Stop: s.Stop, Abrupt: s.Abrupt, Ends: s.Ends},
	}}
}

// LoopRows returns what the catalogue would say of fn, a method of the type, if it is
// a loop.
func (s *Server) LoopRows(fn *types.Func) []*catalog.Row {
	for _, l := range s.Loops {
		if l.Method == fn.Name() {
			return []*catalog.Row{{
				Kind: catalog.Serve, Package: fn.Pkg().Path(), Symbol: fn.FullName(),
				Places:   catalog.Places{Listener: l.On},
				Stopping: catalog.Stopping{Inside: !l.On.Set},
			}}
		}
	}
	return nil
}

// Of returns the type that fn is a method of, or nil.
func Of(fn *types.Func) *types.TypeName {
	if fn == nil || fn.Signature().Recv() == nil {
		return nil
	}
	if n := source.NamedOf(source.RecvType(fn)); n != nil && n.Obj().Pkg() != nil {
		return n.Obj()
	}
	return nil
}
