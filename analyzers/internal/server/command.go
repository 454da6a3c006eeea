package server

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
)

// This file is about servers that commands of a command line start, which other packages run:
// with what context, these know.
// Have: func Command() *cobra.Command { return &cobra.Command{RunE: func(cmd *cobra.Command, _ []string) error { return serve(cmd.Context()) }} }

// Command is a server that nothing stops but the end of the context of the command that
// starts it; or, without By, what is known of the commands of a library everywhere.
type Command struct {
	Library string // its import path
	By      string // who has the command, a function by its full name, or a package as imported says
	API, At string // what starts the server, and where, file:line
	Stop    string // the stop that is then never called, as people write it
	Set     bool   // without By: some package gives such commands a context
}

// imported names what has what a package makes when it is initialised.
func imported(pkg *types.Package) string { return pkg.Path() + ".init" }

// CommandOf returns what there is to know of l as the server of a command, but for what starts
// it; or nil.
func (sv *Servers) CommandOf(l *Running) *Command {
	stops := sv.StopsOf(l)
	if sv.src.Main || l.Call == nil || l.Of != nil || !l.Life.Stopped || l.Life.Escaped || len(stops) == 0 {
		return nil
	}
	c := &Command{Stop: stops[0].Name}
	for _, s := range stops {
		library, at := sv.waits.UntilCommand(s.node)
		if library == "" || c.Library != "" && c.Library != library {
			return nil
		}
		if c.Library, c.By = library, sv.holderOfCommand(at); c.By == "" {
			return nil
		}
	}
	return c
}

// holderOfCommand names what others have to use who run the command that n belongs to: the
// exported function around it, or around what has it, or the package; or "".
func (sv *Servers) holderOfCommand(n ast.Node) string {
	for range 4 {
		fn := sv.src.EnclosingFunc(n.Pos())
		switch {
		case fn == nil || fn.Name() == "init" && fn.Signature().Recv() == nil:
			return imported(sv.src.Pkg)
		case fn.Exported():
			return fn.FullName()
		}
		if call := sv.src.OnlyCall(n); call != nil {
			n = call
			continue
		}
		at, ok := called.Value(sv.src, sv.src.Decl(fn))
		if !ok {
			return ""
		}
		n = at.Node()
	}
	return ""
}

// Unended is a command that is run with a context that never ends, and its server.
type Unended struct {
	Command
	Run *ast.CallExpr
}

// Commands finds out how this package runs the commands of others, which are known: some
// are run without a context that ends when the program is told to stop. left are those that
// others run, as these know them.
func (sv *Servers) Commands(known []Command) (unended []Unended, left []Command) {
	for _, library := range sv.ends.SetsContext() {
		known = append(known, Command{Library: library, Set: true})
	}
	for _, c := range known {
		if c.By == "" {
			left = append(left, c)
			continue
		}
		at := sv.uses(c.By)
		if at == nil {
			continue
		}
		runs := sv.ends.RunsCommands(c.Library)
		if len(runs) == 0 {
			if c.By = sv.holderOfCommand(at); c.By != "" {
				left = append(left, c)
			}
			continue
		}
		set := slices.ContainsFunc(known, func(o Command) bool { return o.Set && o.Library == c.Library })
		for call, ctx := range runs {
			if !set && len(runs) == 1 && (ctx == nil || sv.waits.EndsNever(ctx)) {
				unended = append(unended, Unended{c, call})
			}
		}
	}
	return unended, left
}

// uses returns where this package uses what is called by, a function of another one or what
// that makes when it is initialised, or nil.
func (sv *Servers) uses(by string) ast.Node {
	for _, f := range sv.src.Files {
		for _, spec := range f.Imports {
			if name := sv.src.Info.PkgNameOf(spec); name != nil && imported(name.Imported()) == by {
				return f
			}
		}
	}
	for _, cur := range sv.src.Mentions(func(obj types.Object) bool {
		fn, ok := obj.(*types.Func)
		return ok && fn.Pkg() != sv.src.Pkg && fn.Origin().FullName() == by
	}) {
		return cur.Node()
	}
	return nil
}

// SortedCommands returns commands in a fixed order, each once.
func SortedCommands(all []Command) []Command {
	slices.SortFunc(all, func(a, b Command) int {
		return cmp.Or(cmp.Compare(a.Library, b.Library), cmp.Compare(a.By, b.By), cmp.Compare(a.At, b.At), cmp.Compare(a.Stop, b.Stop))
	})
	return slices.Compact(all)
}
