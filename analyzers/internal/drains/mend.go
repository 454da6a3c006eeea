package drains

import (
	"go/ast"
	"slices"
	"time"

	"github.com/portvet/portvet/analyzers/internal/server"
)

// Mend is where a stop gets its context and its time limit, for a fix.
type Mend struct {
	Context ast.Expr      // to be parted from what ends it
	Limited bool          // a time limit is set where Context is handed to
	Time    ast.Expr      // the time limit, as it is written
	Length  time.Duration // and how long that is, or 0
}

// Mend returns where the context of s comes from: what a context with a time
// limit is derived from, if that is what has ended, else the context itself.
func (d *Draining) Mend(s *server.Stop) Mend {
	if s.Context == nil {
		length, _ := d.clock.Duration(s.Timeout)
		return Mend{Time: s.Timeout, Length: length}
	}
	if !slices.Contains(s.Call.Args, s.Context) {
		return Mend{} // it is what limits the wait for the stop
	}
	m := d.clock.At(s.Context)
	how := d.clock.Derivation(m.Made)
	if how == "" || how == "as it is" {
		return Mend{Context: s.Context, Limited: s.Limited}
	}
	mend := Mend{Context: s.Context}
	if !s.Limited {
		mend.Time = d.clock.LimitOf(m.Made)
		mend.Length, _ = d.clock.Duration(mend.Time)
	}
	if parent := m.Made.Args[0]; d.clock.At(parent).Ended {
		mend.Context, mend.Limited = parent, true
	}
	return mend
}
