package ports

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// graph is the plan as boxes in columns, and arrows between them: ingress,
// service, port of a container, program, listener.
type graph struct {
	boxes  []box
	arrows [][2]int
}

type box struct {
	column int
	text   string
	key    string
}

// columnsOf are the columns of a graph, in their order.
const (
	ingressColumn = iota
	serviceColumn
	portColumn
	programColumn
	listenerColumn
)

// node returns the box of a key, which it makes when there is none.
func (g *graph) node(column int, key, text string) int {
	key = fmt.Sprint(column, key)
	if i := slices.IndexFunc(g.boxes, func(b box) bool { return b.key == key }); i >= 0 {
		return i
	}
	g.boxes = append(g.boxes, box{column, text, key})
	return len(g.boxes) - 1
}

func (g *graph) arrow(from, to int) {
	if !slices.Contains(g.arrows, [2]int{from, to}) {
		g.arrows = append(g.arrows, [2]int{from, to})
	}
}

// graph draws the plan: one line of boxes for each way to a listener.
func (plan *Plan) graph() *graph {
	g := &graph{}
	ways := plan.Ways
	for _, p := range plan.Programs {
		if len(p.Listeners) == 0 {
			continue
		}
		program := g.node(programColumn, p.Path, p.Name)
		for i, l := range p.Listeners {
			g.arrow(program, g.node(listenerColumn, fmt.Sprint(p.Path, i), listenerText(l)))
		}
		for _, w := range ways {
			if w.Run.Program != p {
				continue
			}
			port := g.node(portColumn, w.Run.What()+w.Run.Position().File+w.Port, w.Run.What()+" port "+w.Port)
			g.arrow(port, program)
			if w.Service == "" {
				continue
			}
			service := g.node(serviceColumn, w.Service+w.Run.Position().File, w.Service)
			g.arrow(service, port)
			if w.Ingress != "" {
				g.arrow(g.node(ingressColumn, w.Ingress, w.Ingress), service)
			}
		}
	}
	return g
}

// listenerText is a listener in a box.
func listenerText(l *Listener) string {
	if l.Socket {
		return l.RoleName() + " " + l.Protocol() + " on a " + l.Network() + " socket"
	}
	text := l.RoleName() + " " + l.Protocol() + " " + portText(l)
	if from := portFrom(l); from != portText(l) {
		text += " (" + from + ")"
	}
	return text
}

// Mermaid writes the plan as a diagram in the language of Mermaid, which
// GitHub and GitLab draw. The error is the writer's.
func Mermaid(w io.Writer, plan *Plan) error {
	g := plan.graph()
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "flowchart LR")
	for i, b := range g.boxes {
		fmt.Fprintf(out, "  n%d[\"%s\"]\n", i, mermaidEscapes.Replace(b.text))
	}
	for _, a := range g.arrows {
		fmt.Fprintf(out, "  n%d --> n%d\n", a[0], a[1])
	}
	return out.Flush()
}

var mermaidEscapes = strings.NewReplacer(`"`, "#quot;", "<", "#lt;", ">", "#gt;", "\n", " ", "#", "#35;")
