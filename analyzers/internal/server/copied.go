package server

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// copyStopped returns a graceful stop of a copy of the server that l starts, when
// nothing stops the server itself: both functions are given the server, or what has it
// as a field, by value, so that what the one stops has never served.
// Have: func (s Server) Run() error { return s.http.ListenAndServe() }; func (s Server) Stop() error { return s.http.Shutdown(ctx) }
func (sv *Servers) copyStopped(l *Running, on ast.Expr) *Stop {
	started := sv.copied(on)
	if started == nil {
		return nil
	}
	server := sv.Identify(l.Server)
	var wrong *Stop
	for _, s := range sv.stops {
		if !s.Graceful || s.server.typ != l.Life.Type {
			continue
		}
		if of := sv.identityOf(&s.server); !server.Any && !of.Any && !server.Meets(of) {
			continue // of another
		}
		stopped := sv.copied(stoppedOn(s, sv.src.Info))
		if stopped == nil || stopped == started {
			return nil
		}
		if wrong == nil {
			wrong = s
		}
	}
	return wrong
}

// stoppedOn returns the expression on which a stop is called or taken, or nil.
func stoppedOn(s *Stop, info *types.Info) ast.Expr {
	if s.Call != nil {
		return source.ReceiverOf(s.Call, info)
	}
	if sel, ok := s.node.(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}

// copied returns the parameter or receiver that e is, or is a field of, when it has
// what e is by value: a copy of its own for each call, of which nobody takes the
// address. It is nil otherwise.
func (sv *Servers) copied(e ast.Expr) *types.Var {
	for e != nil {
		if t := sv.src.Info.TypeOf(e); t == nil || !isStruct(t) {
			return nil
		}
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			s := sv.src.Info.Selections[x]
			if s == nil || s.Kind() != types.FieldVal || s.Indirect() {
				return nil
			}
			if f, ok := s.Obj().(*types.Var); !ok || len(sv.src.Variable(f).Taken) > 0 {
				return nil
			}
			e = x.X
		case *ast.Ident:
			v, ok := sv.src.Info.Uses[x].(*types.Var)
			if !ok || v.Kind() != types.ParamVar && v.Kind() != types.RecvVar || len(sv.src.Variable(v).Taken) > 0 {
				return nil
			}
			return v
		default:
			return nil
		}
	}
	return nil
}

func isStruct(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}
