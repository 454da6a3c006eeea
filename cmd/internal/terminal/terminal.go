// Package terminal knows whether somebody reads along: how wide the lines are
// then, whether colours are wanted, and that a run is still at work.
package terminal

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Width returns the number of columns of the terminal that w is, or 0.
func Width(w io.Writer) int {
	if fd, ok := of(w); ok {
		if columns, _, err := term.GetSize(fd); err == nil {
			return columns
		}
	}
	return 0
}

// Colored reports whether text written to w has colours by itself: it is a
// terminal that has them, and the user has not asked for none.
func Colored(w io.Writer) bool {
	_, terminal := of(w)
	// See no-color.org: any value but the empty one counts.
	return terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// of returns the descriptor of w if it is a terminal.
func of(w io.Writer) (fd int, ok bool) {
	f, ok := w.(*os.File)
	if !ok {
		return 0, false
	}
	return int(f.Fd()), term.IsTerminal(int(f.Fd()))
}
