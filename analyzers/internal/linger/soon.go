package linger

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// EndsEarly reports whether func main ends after such a call without waiting for
// what it leaves to be done.
func (w *Linger) EndsEarly(l *server.Running) bool { return w.leaves(nil, l) }

// leaves is EndsEarly for fn, or for main if that is nil.
func (w *Linger) leaves(fn *types.Func, l *server.Running) bool {
	if !l.Early() || l.Call == nil || l.Of != nil && len(l.Of.Stoppers) > 0 && len(w.servers.CallsOfStoppers(l)) > 0 {
		return false
	}
	of := w.contextual(l)
	of.Is, of.Says = w.startsOf(l).Is, l.Of != nil
	return w.waits.WaitedAfter(fn, l.Call, of) == await.Abandoned
}

// ReturnsSoon reports whether fn returns as soon as the server that l starts is
// told to stop: the drain runs beside it, and it does not wait for that. Others can then
// wait for the drain only by the channels and groups said, unless something of theirs waits
// that fn calls: see BehindPrompt.
func (w *Linger) ReturnsSoon(fn *types.Func, l *server.Running) (soon bool, said, unless []string) {
	if l.Early() {
		return w.leaves(fn, l), saidBy(l.Of), nil
	}
	if l.Call != nil && l.Node == l.Call && l.Serves && w.drainsThere(l) && len(l.Of.DrainTo) == 0 {
		soon, said = w.waits.LeftIn(fn, l.Call, w.contextual(l))
		return soon, said, nil
	}
	ends := w.servers.EndsWhenStopped(l)
	if !l.Serves || ends == "" || w.diesOf(l) {
		return false, nil, nil
	}
	stops := w.servers.StopsElsewhere(l)
	if slices.ContainsFunc(stops, w.atSignal) {
		stops = slices.DeleteFunc(slices.Clone(stops), w.offered)
	}
	of := w.stoppedFrom(l, stops)
	work := make([]ast.Node, 0, len(stops)+1)
	for _, s := range stops {
		work = append(work, s.Node())
	}
	if ends == "drained" && len(stops) > 0 {
		work, of.Is = append(work, l.Node), nil // which goes on as long
	}
	of.Unless = func(o await.Open) bool {
		name := w.openTo(o)
		if name != "" {
			unless = append(unless, name)
		}
		return name != ""
	}
	for _, n := range work {
		left, by := w.waits.LeftIn(fn, n, of)
		if !left && l.Call != nil {
			left, by = w.waits.LeftBeside(fn, l.Call, n, of)
		}
		if !left {
			return false, nil, nil
		}
		said = append(said, by...)
	}
	source.Tidy(&said)
	source.Tidy(&unless)
	return len(work) > 0, said, unless
}

// saidBy returns by what a start in another package says that the drain has ended.
func saidBy(of *ending.Start) []string {
	if of == nil {
		return nil
	}
	return of.Said
}

// diesOf reports whether what the call that starts l's server returns when that is
// told to stop ends the process, so that no function around it returns at all.
func (w *Linger) diesOf(l *server.Running) bool {
	tells := w.servers.EndsWhenStopped(l) == "error"
	dies := false
	for s := &l.Start; s != nil && s.Node != nil; s = s.Of {
		w.ends.Outcomes(s, func(_ *ast.CallExpr, o ending.Outcome) {
			dies = dies || o.Ends != nil && (o.Always || tells && !o.Guarded)
		})
	}
	return dies
}

// StoppersOf returns the names of the exported functions around the graceful
// stops of l's server, and whether nothing else stops it.
func (w *Linger) StoppersOf(l *server.Running) (names []string, only bool) {
	only = !l.Life.Escaped && (l.Of == nil || l.Of.Node != nil || l.Of.Only)
	for _, s := range w.servers.StopsElsewhere(l) {
		fn := w.src.EnclosingFunc(s.Pos())
		if fn != nil && fn.Exported() && (fn.Signature().Recv() != nil || w.stopsShared(s)) && w.begins(fn, s) && !w.startsIn(fn, l) {
			names = append(names, fn.FullName())
			only = only && !w.named(fn)
		} else {
			only = false
		}
	}
	source.Tidy(&names)
	return names, only && len(names) > 0
}

// TellersOf returns the exported functions that close a channel, or cancel a context, without
// whose end no graceful stop of l's server begins: by them alone it is told to stop.
func (w *Linger) TellersOf(l *server.Running) (names []string) {
	if l.Of != nil && l.Of.Node == nil {
		return l.Of.Tellers
	}
	stops := w.servers.StopsHere(l)
	if l.Life.Escaped || len(stops) == 0 {
		return nil
	}
	for _, s := range stops {
		enders := w.waits.EndersOf(s.Node())
		if len(enders) == 0 {
			return nil
		}
		for _, ender := range enders {
			fn := w.src.EnclosingFunc(ender.Pos())
			_, inFlow := w.waits.Frame(ender).(*ast.FuncDecl)
			if fn == nil || !fn.Exported() || !inFlow || w.src.Goes(ender) || w.named(fn) || w.startsIn(fn, l) {
				return nil
			}
			names = append(names, fn.FullName())
		}
	}
	source.Tidy(&names)
	return names
}

// stopsShared reports whether s stops, in the flow of a function, a server that all who
// import the package share: the function is not given it.
func (w *Linger) stopsShared(s *server.Stop) bool {
	_, inFlow := w.waits.Frame(s.Node()).(*ast.FuncDecl)
	return inFlow && !w.servers.IdentityOf(s).Open
}

// startsIn reports whether fn leads to the start of l's server.
func (w *Linger) startsIn(fn *types.Func, l *server.Running) bool {
	return w.leadsTo(fn, w.src.EnclosingFunc(l.Node.Pos()), 0)
}

func (w *Linger) leadsTo(fn, to *types.Func, depth int) bool {
	if fn == to || to == nil || depth > 4 {
		return true
	}
	calls, _ := w.src.Calls(to)
	return slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		by := w.src.EnclosingFunc(call.Pos())
		return by != nil && by != to && w.leadsTo(fn, by, depth+1)
	})
}

// begins reports whether a call of fn begins s: it stands in the flow of fn, or in a
// goroutine there that waits for nothing before it.
func (w *Linger) begins(fn *types.Func, s *server.Stop) bool {
	if _, inFlow := w.waits.Frame(s.Node()).(*ast.FuncDecl); inFlow {
		return true
	}
	lit, ok := w.src.Function(s.Node()).(*ast.FuncLit)
	if !ok || s.Call == nil {
		return false
	}
	start := w.src.GoOf(lit)
	return start != nil && w.src.Function(start) == ast.Node(w.src.Decl(fn)) && len(w.waits.FromAside(s.Call, 0)) > 0
}

// named reports whether anything in this package calls fn, a method, or hands it on,
// calls a method of an interface that it may stand behind, or puts it behind one.
func (w *Linger) named(fn *types.Func) bool {
	return w.putBehind(fn) || len(w.src.Mentions(func(obj types.Object) bool {
		m, ok := obj.(*types.Func)
		return ok && (m == fn || m.Name() == fn.Name() && standsBehind(m, fn))
	})) > 0
}

// putBehind reports whether fn, a method, is handed on behind an interface that has it, so
// that others may call it.
// Have: h := signals.NewHandler(s) // ...interface{ Stop() error }
func (w *Linger) putBehind(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	for cur, to := range w.ev.AsInterfaces() {
		i, ok := to.Underlying().(*types.Interface)
		t := w.src.Info.TypeOf(cur.Node().(ast.Expr))
		if !ok || t == nil || source.NamedOf(t) == nil || source.NamedOf(t) != source.NamedOf(recv.Type()) {
			continue
		}
		for m := range i.Methods() {
			if m.Name() == fn.Name() {
				return true
			}
		}
	}
	return false
}

// standsBehind reports whether fn, a method, is what calls of m, a method of an interface,
// may come to.
func standsBehind(m, fn *types.Func) bool {
	if m.Signature().Recv() == nil || fn.Signature().Recv() == nil {
		return false
	}
	i, ok := source.RecvType(m).Underlying().(*types.Interface)
	return ok && types.Implements(fn.Signature().Recv().Type(), i)
}

// Abandoned reports whether func main ends without waiting for any of stops,
// which stop the server that l starts, each in a goroutine.
func (w *Linger) Abandoned(l *server.Running, stops []*server.Stop) bool {
	return w.abandoned(stops, w.stoppedFrom(l, stops))
}

func (w *Linger) abandoned(stops []*server.Stop, of await.Prompt) bool {
	return len(stops) > 0 && !slices.ContainsFunc(stops, func(s *server.Stop) bool {
		return w.waited(s, of) != await.Abandoned
	})
}

// stoppedFrom is startsOf for a server that stops stop.
func (w *Linger) stoppedFrom(l *server.Running, stops []*server.Stop) await.Prompt {
	of := w.startsOf(l)
	w.BeginsAtSignal(stops, &of)
	of.Drains = func(call *ast.CallExpr) bool { return w.DrainsAnother(stops, call) }
	of.Other = func(call *ast.CallExpr) bool {
		return len(stops) > 0 && !slices.ContainsFunc(stops, func(s *server.Stop) bool { return !w.StopsAnother(s, call) })
	}
	return of
}

// BeginsAtSignal notes in of that what waits for the program to be told to stop has
// that when stops begin, if these wait for it, too; and so has what waits for the
// same as each of them.
func (w *Linger) BeginsAtSignal(stops []*server.Stop, of *await.Prompt) {
	signalled := !slices.ContainsFunc(stops, func(s *server.Stop) bool { return !w.atSignal(s) })
	of.Over = func(e ast.Expr) bool {
		return signalled && w.asked.Awaits(e) || len(stops) > 0 && !slices.ContainsFunc(stops, func(s *server.Stop) bool { return !w.waits.Begun(s.Node(), e) })
	}
	of.Again = func(e ast.Expr) bool {
		ch, ok := w.src.Object(e).(*types.Var)
		return ok && w.sends(ch) && len(stops) > 0 && !slices.ContainsFunc(stops, func(s *server.Stop) bool {
			return !w.waits.After(s.Node(), func(first ast.Expr) bool {
				// A signal that one goroutine has heard no other does.
				return first != e && w.waits.SameHolder(first, e) && (source.IsSignals(ch.Type()) || w.src.Function(first) == w.src.Function(e))
			})
		})
	}
}

// sends reports whether ch is a channel on which something comes for each signal, as far as
// can be seen: nothing here closes it.
// Have: <-c.ShutdownCh; go stop(); select { case <-stopped: case <-c.ShutdownCh: }
func (w *Linger) sends(ch *types.Var) bool {
	_, isChan := ch.Type().Underlying().(*types.Chan)
	return isChan && !slices.ContainsFunc(w.src.Variable(ch).Uses, func(cur inspector.Cursor) bool {
		use, _ := source.UseOf(cur)
		call, ok := use.Parent().Node().(*ast.CallExpr)
		return ok && w.src.Closes(call)
	})
}

// startsOf returns what tells of a call that it starts the server that l starts,
// and so returns when that is told to stop.
func (w *Linger) startsOf(l *server.Running) await.Prompt {
	id := w.servers.Identify(l.Server)
	starts := func(call *ast.CallExpr) bool {
		if call == l.Call {
			return true
		}
		callee := w.src.Callee(call)
		row := w.ev.Row(callee, catalog.Serve)
		if row == nil {
			return false
		}
		life, value := w.servers.LifeOf(row, callee, call)
		return life.Type == l.Life.Type && id.Meets(w.servers.Identify(value))
	}
	sends := func(call *ast.CallExpr) bool {
		fn := w.src.Callee(call)
		return fn != nil && l.Of != nil && slices.Contains(l.Of.SentBy, fn.Origin().FullName())
	}
	return await.Prompt{Is: starts, NoError: w.servers.EndsWhenStopped(l) == "nil", Sends: sends, Said: saidBy(l.Of), Alone: !l.Life.Escaped}
}

// waited tells whether main waits for s, which runs beside what of tells of.
func (w *Linger) waited(s *server.Stop, of await.Prompt) await.Waited {
	call, isCall := s.Node().(*ast.CallExpr)
	if s.Begun == nil || !isCall {
		return w.waits.Waited(s.Node(), of)
	}
	of.Said, of.Says = s.Begun.Said, true
	return w.waits.WaitedAfter(nil, call, of)
}
