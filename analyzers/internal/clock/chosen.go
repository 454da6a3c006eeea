package clock

import (
	"go/ast"
	"go/token"
	"time"

	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Chosen is a time that something outside of the program may choose, as far as it is
// known what: its values, in units.
type Chosen struct {
	Value origin.Value
	Unit  time.Duration
}

// Chosen returns what chooses how long e is.
// Have: time.Duration(*seconds) * time.Second
func (ck *Clock) Chosen(e ast.Expr) Chosen {
	c := Chosen{Unit: 1}
	for range 6 {
		switch n := ast.Unparen(e).(type) {
		case *ast.BinaryExpr:
			x, y := n.X, n.Y
			if ck.src.Info.Types[x].Value != nil {
				x, y = y, x
			}
			d, known := ck.Duration(y)
			if n.Op != token.MUL || ck.src.Info.Types[y].Value == nil || !known {
				return Chosen{}
			}
			c.Unit *= d
			e = x
			continue
		case *ast.CallExpr:
			if ck.src.Info.Types[n.Fun].IsType() && len(n.Args) == 1 {
				e = n.Args[0]
				continue
			}
		}
		break
	}
	c.Value = ck.ev.Close(ck.ev.Eval(e))
	return c
}
