package ports

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// The measures of the drawing, in pixels.
const (
	boxWidth  = 300
	boxHeight = 36
	gapX      = 60
	gapY      = 14
	margin    = 20
	maxText   = 44 // characters in a box
)

// SVG draws the plan: columns for ingresses, services, ports of containers,
// programs and listeners. It needs no fonts or scripts from elsewhere. The
// error is the writer's.
func SVG(w io.Writer, plan *Plan) error {
	g := plan.graph()
	used := make(map[int]int) // columns that have boxes, in their order
	for c := ingressColumn; c <= listenerColumn; c++ {
		for _, b := range g.boxes {
			if b.column == c {
				if _, ok := used[c]; !ok {
					used[c] = len(used)
				}
			}
		}
	}
	rows := make(map[int]int)
	type point struct{ x, y int }
	at := make([]point, len(g.boxes))
	height := 0
	for i, b := range g.boxes {
		at[i] = point{margin + used[b.column]*(boxWidth+gapX), margin + 24 + rows[b.column]*(boxHeight+gapY)}
		rows[b.column]++
		height = max(height, at[i].y+boxHeight)
	}
	width := margin*2 + max(len(used), 1)*(boxWidth+gapX) - gapX
	height = max(height, margin+24) + margin

	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n", width, height, width, height)
	fmt.Fprintf(out, "<title>Port plan</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n")
	fmt.Fprintln(out, `<defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#57606a"/></marker></defs>`)
	for c, name := range []string{"Ingress", "Service", "Container port", "Program", "Listener"} {
		if i, ok := used[c]; ok {
			fmt.Fprintf(out, "<text x=\"%d\" y=\"%d\" font-weight=\"bold\" fill=\"#24292f\">%s</text>\n", margin+i*(boxWidth+gapX), margin+12, name)
		}
	}
	for _, a := range g.arrows {
		from, to := at[a[0]], at[a[1]]
		x1, y1, x2, y2 := from.x+boxWidth, from.y+boxHeight/2, to.x, to.y+boxHeight/2
		fmt.Fprintf(out, "<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"#57606a\" marker-end=\"url(#end)\"/>\n", x1, y1, x1+gapX/2, y1, x2-gapX/2, y2, x2, y2)
	}
	for i, b := range g.boxes {
		fmt.Fprintf(out, "<g><title>%s</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#f6f8fa\" stroke=\"#57606a\"/>", markup(b.text), at[i].x, at[i].y, boxWidth, boxHeight)
		fmt.Fprintf(out, "<text x=\"%d\" y=\"%d\" fill=\"#24292f\">%s</text></g>\n", at[i].x+10, at[i].y+boxHeight/2+4, markup(shorten(b.text)))
	}
	fmt.Fprintln(out, "</svg>")
	return out.Flush()
}

// shorten cuts a text to what fits into a box; the whole is its tooltip.
func shorten(s string) string {
	r := []rune(s)
	if len(r) <= maxText {
		return s
	}
	return string(r[:maxText-1]) + "…"
}

var svgEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "\n", " ", "\t", " ")

// markup escapes a text. Control characters cannot be in XML at all.
func markup(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == '\ufffe' || r == '\uffff' {
			return -1
		}
		return r
	}, svgEscapes.Replace(strings.ToValidUTF8(s, "?")))
}
