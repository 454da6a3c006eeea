package origin

import "slices"

// Care is how a package treats a value on its way to a listener.
type Care struct {
	// Checked reports whether anything may notice that the value is missing:
	// it is compared, parsed with its error kept, given a fallback, or handed
	// to code that is not known.
	Checked bool
	// Examined reports whether anything may notice its form, as
	// strings.HasPrefix does.
	Examined bool

	// Holders are what other packages may have it from, as HolderOf names them.
	Holders []string

	binds bool // it reaches the address of a listener
	many  bool // there are more holders than are followed
}

// maxHolders is how many holders of a value are followed: of what more have, nothing is said.
const maxHolders = 64

// and adds what else is done with a value.
func (c Care) and(d Care) Care {
	c.Checked, c.Examined, c.binds = c.Checked || d.Checked, c.Examined || d.Examined, c.binds || d.binds
	for _, h := range d.Holders {
		c.held(h)
	}
	if d.many {
		c.tooMany()
	}
	return c
}

// held notes that other packages may have the value from h.
func (c *Care) held(h string) {
	switch {
	case c.many || slices.Contains(c.Holders, h):
	case len(c.Holders) == maxHolders:
		c.tooMany()
	default:
		c.Holders = append(c.Holders, h)
	}
}

// tooMany notes that the value has more holders than are followed.
func (c *Care) tooMany() { c.Checked, c.Examined, c.many, c.Holders = true, true, true, nil }
