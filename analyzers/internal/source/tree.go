package source

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// Tidy sorts s and drops what is there twice.
func Tidy(s *[]string) {
	slices.Sort(*s)
	*s = slices.Compact(*s)
}

// AddOnce adds v to list, unless it is there.
func AddOnce[T comparable](list *[]T, v T) {
	if !slices.Contains(*list, v) {
		*list = append(*list, v)
	}
}

// LiteralType returns the type of the value that a literal makes. That of an
// element written without its type, {…} in a []*T, is T.
func (x *Package) LiteralType(lit *ast.CompositeLit) types.Type {
	t := types.Unalias(x.Info.TypeOf(lit))
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	return t
}

// Fields yields the values in a literal of the struct st with the fields that
// they are given to, which are nil where they are not known.
func (x *Package) Fields(lit *ast.CompositeLit, st *types.Struct) iter.Seq2[*types.Var, ast.Expr] {
	return func(yield func(*types.Var, ast.Expr) bool) {
		for i, el := range lit.Elts {
			var field *types.Var
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok {
					field, _ = x.Info.Uses[id].(*types.Var)
				}
				el = kv.Value
			} else if i < st.NumFields() {
				field = st.Field(i)
			}
			if !yield(field, el) {
				return
			}
		}
	}
}

// ConstantText returns the text that e, a constant, is.
func (x *Package) ConstantText(e ast.Expr) (text string, ok bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit, *ast.Ident, *ast.SelectorExpr, *ast.BinaryExpr, *ast.CallExpr:
		if tv := x.Info.Types[e.(ast.Expr)]; tv.Value != nil && tv.Value.Kind() == constant.String {
			return constant.StringVal(tv.Value), true
		}
	}
	return "", false
}

// LastWith returns the last one or two statements of body, from the one on
// that holds n, or nil.
func LastWith(body *ast.BlockStmt, n ast.Node) []ast.Stmt {
	if body == nil {
		return nil
	}
	list := body.List
	for i := len(list) - 1; i >= 0 && i >= len(list)-2; i-- {
		if list[i].Pos() <= n.Pos() && n.End() <= list[i].End() {
			return list[i:]
		}
	}
	return nil
}

// Argument reports whether call is an argument in e, a call or a chain of
// calls, and nothing else in e could tell whether it is called before or after
// it: log.Fatal(…), log.Fatal().Err(…).Msg("listen").
func Argument(e ast.Expr, call *ast.CallExpr) bool {
	found := false
	for {
		c, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return found && Steady(e)
		}
		if c.Ellipsis.IsValid() {
			return false
		}
		for _, a := range c.Args {
			switch {
			case ast.Unparen(a) == call && !found:
				found = true
			case !Steady(a):
				return false
			}
		}
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if !ok {
			_, plain := ast.Unparen(c.Fun).(*ast.Ident)
			return found && plain
		}
		e = sel.X
	}
}

// Steady reports whether e is a constant, a variable or a field: to ask for it
// earlier or later, or twice, changes nothing.
func Steady(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit, *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return Steady(e.X)
	case *ast.BinaryExpr:
		return Steady(e.X) && Steady(e.Y)
	}
	return false
}

// Apart reports whether n and what stands at pos are in two branches of one
// condition, so that one of them is not reached together with the other.
func (x *Package) Apart(n ast.Node, pos token.Pos) bool {
	cur, ok := x.Find(n)
	if !ok {
		return false
	}
	if other, ok := x.In.Root().FindByPos(pos, pos); ok && (leaves(cur, pos) || leaves(other, n.Pos())) {
		return true
	}
	holds := func(n ast.Node) bool { return n != nil && n.Pos() <= pos && pos < n.End() }
	for c := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.CaseClause)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		switch around := c.Node().(type) {
		case *ast.IfStmt:
			if around.Else == nil || !holds(around) {
				continue
			}
			inBody := around.Body.Pos() <= n.Pos() && n.End() <= around.Body.End()
			inElse := around.Else.Pos() <= n.Pos() && n.End() <= around.Else.End()
			if inBody && holds(around.Else) || inElse && holds(around.Body) {
				return true
			}
		case *ast.CaseClause:
			if holds(c.Parent().Node()) {
				return !holds(around)
			}
		default:
			return false
		}
	}
	return false
}

// leaves reports whether what stands at cur is in the branch of an if that
// returns, and pos behind that if.
func leaves(cur inspector.Cursor, pos token.Pos) bool {
	for c := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		around, ok := c.Node().(*ast.IfStmt)
		if !ok {
			return false
		}
		at, block := cur.Node().Pos(), c.Parent().Node()
		if list := around.Body.List; len(list) > 0 && around.Else == nil && around.Body.Pos() <= at && around.End() <= pos && pos < block.End() {
			if _, ok := list[len(list)-1].(*ast.ReturnStmt); ok {
				return true
			}
		}
	}
	return false
}

// Mentions reports whether an identifier in n has the given name.
func Mentions(n ast.Node, name string) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}

// IsCallee reports whether the node at cur is what its parent calls.
func IsCallee(cur inspector.Cursor) bool {
	for {
		parent := cur.Parent()
		switch n := parent.Node().(type) {
		case *ast.CallExpr:
			return n.Fun == cur.Node()
		case *ast.ParenExpr, *ast.IndexExpr, *ast.IndexListExpr:
			cur = parent
		default:
			return false
		}
	}
}

// ResultsAround returns the results of the function around cur.
func (x *Package) ResultsAround(cur inspector.Cursor) *types.Tuple {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		var t types.Type
		switch f := c.Node().(type) {
		case *ast.FuncDecl:
			if fn := x.Info.Defs[f.Name]; fn != nil {
				t = fn.Type()
			}
		case *ast.FuncLit:
			t = x.Info.TypeOf(f)
		}
		if sig, ok := t.(*types.Signature); ok {
			return sig.Results()
		}
		return nil
	}
	return nil
}

// ReceiverOf returns the expression on which call calls a method, or nil.
func ReceiverOf(call *ast.CallExpr, info *types.Info) ast.Expr {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || info.Selections[sel] == nil {
		return nil
	}
	return sel.X
}

// Object returns the variable that e denotes, or nil.
func (x *Package) Object(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := x.Info.ObjectOf(e).(*types.Var); ok {
			return v
		}
	case *ast.SelectorExpr:
		if v, ok := x.Info.ObjectOf(e.Sel).(*types.Var); ok {
			return v
		}
	}
	return nil
}

// InLiteral reports whether n stands in a function literal.
func (x *Package) InLiteral(n ast.Node) bool {
	_, declared := x.Function(n).(*ast.FuncDecl)
	return !declared
}

// IsVar reports whether e is the variable v.
func (x *Package) IsVar(e ast.Expr, v *types.Var) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && x.Info.Uses[id] == v
}

// Uses reports whether n names v.
func (x *Package) Uses(n ast.Node, v *types.Var) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && x.Info.Uses[id] == v {
			found = true
		}
		return !found
	})
	return found
}

// OnlyUsedIn reports whether v is read nowhere in fn but in in. To assign it is not
// to read it: both branches of a condition may, and what comes after them look.
func (x *Package) OnlyUsedIn(v *types.Var, fn, in ast.Node) bool {
	only := true
	assigned := make(map[ast.Expr]bool)
	ast.Inspect(fn, func(n ast.Node) bool {
		if n == in {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				assigned[lhs] = n.Tok == token.ASSIGN || n.Tok == token.DEFINE
			}
		case *ast.Ident:
			only = only && (assigned[n] || x.Info.Uses[n] != v)
		}
		return only
	})
	return only
}

// IsGo reports whether call is what a go statement calls.
func (x *Package) IsGo(call *ast.CallExpr) bool {
	cur, ok := x.Find(call)
	if !ok {
		return false
	}
	_, isGo := cur.Parent().Node().(*ast.GoStmt)
	return isGo
}

// GivenIn reports whether n stands in an argument of the call of s, a go or defer
// statement, which is worked out where s stands.
func GivenIn(n ast.Node, s ast.Stmt) bool {
	var call *ast.CallExpr
	switch s := s.(type) {
	case *ast.GoStmt:
		call = s.Call
	case *ast.DeferStmt:
		call = s.Call
	default:
		return false
	}
	return slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return a.Pos() <= n.Pos() && n.End() <= a.End() })
}

// Receiver returns the variable or field on which call calls a method, or nil.
func (x *Package) Receiver(call *ast.CallExpr) types.Object {
	if call == nil {
		return nil
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && x.Info.Selections[sel] != nil {
		return x.Object(sel.X)
	}
	return nil
}

// Closes reports whether call closes a channel.
func (x *Package) Closes(call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok && id.Name == "close" && x.Info.Types[call.Fun].IsBuiltin()
}

// Function returns the declared function or the literal whose body n is in, or
// nil.
func (x *Package) Function(n ast.Node) ast.Node {
	cur, ok := x.Find(n)
	if !ok {
		return nil
	}
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return c.Node()
	}
	return nil
}

// BodyOf returns the body of fn, a declaration or literal, or nil.
func BodyOf(fn ast.Node) *ast.BlockStmt {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Body
	case *ast.FuncLit:
		return fn.Body
	}
	return nil
}

// TypeOf returns how the function fn, a declaration or literal, is declared, or nil.
func TypeOf(fn ast.Node) *ast.FuncType {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Type
	case *ast.FuncLit:
		return fn.Type
	}
	return nil
}

// CallOf returns the call of which the expression at cur is the function, or nil.
func CallOf(cur inspector.Cursor) *ast.CallExpr {
	if cur.ParentEdgeKind() != edge.CallExpr_Fun {
		return nil
	}
	return cur.Parent().Node().(*ast.CallExpr)
}

// AssignedTo returns what the n results of call are assigned to, in a statement that does
// nothing else; nil where they are not.
// Have: ctx, cancel := context.WithCancel(parent)
func (p *Package) AssignedTo(call ast.Node, n int) []ast.Expr {
	cur, ok := p.Find(call)
	if !ok {
		return nil
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != n || len(as.Rhs) != 1 {
		return nil
	}
	return as.Lhs
}
