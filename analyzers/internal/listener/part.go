package listener

import (
	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Settled returns part with every parameter filled by the calls in sight, and
// every field by all that is ever assigned to it in this package; what is left
// of them is unknown.
func (fi *Finder) Settled(part address.Part) origin.Value {
	v := part.Value
	if belowParam(v) {
		if c := fi.ev.CloseFields(v, nil); !c.HasParam() {
			return c
		}
	}
	return fi.ev.Close(v)
}
