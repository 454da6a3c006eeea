package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// tab is the distance of tab stops in an excerpt.
const tab = 4

// cell is what a terminal shows as one character: a letter with its accents,
// or a Chinese character, which is two columns wide.
type cell struct {
	text       string
	width      int
	start, end int // the bytes of the line that it shows
}

// excerpt returns the part of a line around a span, without its indentation,
// and a line that has a ^ below each column of the span. column and end count
// bytes from 1, and end is exclusive. Neither line is wider than width; dots
// stand for what is cut off.
func excerpt(line string, column, end, width int) (code, marks string) {
	cells := split(line)
	from := len(cells) // the first cell of the span, and the first behind it
	to := len(cells)
	for i, c := range cells {
		if c.end >= column && from == len(cells) {
			from = i
		}
		if c.start >= end-1 && to == len(cells) && i > from {
			to = i
		}
	}
	first, last := window(cells, from, to, width)

	var b, m strings.Builder
	if first > indentation(cells) {
		b.WriteString("…")
		m.WriteString(" ")
	}
	for i := first; i < last; i++ {
		text, mark := cells[i].text, " "
		if cells[i].text == "\t" {
			text = strings.Repeat(" ", cells[i].width)
		}
		if from <= i && i < to {
			mark = "^"
		}
		b.WriteString(text)
		m.WriteString(strings.Repeat(mark, cells[i].width))
	}
	if from == len(cells) { // the end of the line
		m.WriteString("^")
	}
	if last < len(cells) {
		b.WriteString("…")
	}
	return b.String(), strings.TrimRight(m.String(), " ")
}

// split returns the cells of a line. What would not be seen, or would be
// obeyed by the terminal, is shown as a box.
func split(line string) []cell {
	var cells []cell
	state, column := -1, 0
	for rest := line; rest != ""; {
		start := len(line) - len(rest)
		var text string
		var width int
		text, rest, width, state = uniseg.FirstGraphemeClusterInString(rest, state)
		switch r, _ := utf8.DecodeRuneInString(text); {
		case text == "\t":
			width = tab - column%tab
		case r == utf8.RuneError || width == 0 || unicode.IsControl(r) || strings.ContainsFunc(text, reorders):
			text, width = "\uFFFD", 1
		}
		cells = append(cells, cell{text, width, start, len(line) - len(rest)})
		column += width
	}
	return cells
}

// reorders reports whether r changes the order in which a terminal shows the
// characters around it, which can make code look like other code.
func reorders(r rune) bool {
	return unicode.Is(unicode.Bidi_Control, r)
}

// indentation returns how many blanks the cells begin with.
func indentation(cells []cell) int {
	for i, c := range cells {
		if c.text != " " && c.text != "\t" {
			return i
		}
	}
	return len(cells)
}

// window returns the cells to show, first to last, so that they and the dots
// for what is left out are no wider than width, and the span from up to to is
// seen, at least its beginning.
func window(cells []cell, from, to, width int) (first, last int) {
	begin := min(indentation(cells), from)
	if columns(cells[begin:]) <= width {
		return begin, len(cells)
	}
	// Some of what is before the span stays in sight, more of it if the span
	// is near the end of the line.
	first = begin
	if columns(cells[begin:to])+1 > width {
		first = from
		for before := 0; first > begin && before+cells[first-1].width <= width/3; first-- {
			before += cells[first-1].width
		}
		for first > begin && columns(cells[first-1:])+1 <= width {
			first--
		}
	}
	room := width - 1 // the dots behind
	if first > begin {
		room--
	}
	last = first
	for last < len(cells) && cells[last].width <= room {
		room -= cells[last].width
		last++
	}
	if last == len(cells)-1 && cells[last].width <= room+1 {
		last++
	}
	return first, last
}

// columns returns how wide the cells are.
func columns(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}
