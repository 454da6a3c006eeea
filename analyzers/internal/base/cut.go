package base

import (
	"go/ast"
	"go/token"
)

// Cut is a context that requests run in although it ends before their drain.
type Cut struct {
	At  ast.Expr // where requests get it
	By  token.Pos
	How CutBy
}

// CutBy is what ends such a context, at Cut.By.
type CutBy uint8

// The ways.
const (
	CutBySignal CutBy = iota // it is a context of the signal that begins the drain
	CutByStop                // the stop itself cancels it, before it waits
	CutBefore                // it is over when the stop there begins
	CutBehind                // it is cancelled once the start has returned, before the drain is waited for
	CutByGroup               // the group that the server is started in cancels it, when that returns
	CutStop                  // requests have another, but the stop is given this one, when the signal has ended it
)
