package chart

import (
	"bytes"
	"strconv"
	"text/template/parse"
)

// What follows is about places: the text of a template holds marks while it is
// rendered, each with the number of its line.

// marker begins and ends a mark. It is in no text of YAML.
const marker = '\x00'

// mark puts marks into the text of a template: before each piece of a line that
// it prints as it stands, and behind what it prints otherwise.
func mark(list *parse.ListNode, source []byte) {
	if list == nil {
		return
	}
	var marked []parse.Node
	for _, n := range list.Nodes {
		marked = append(marked, n)
		switch n := n.(type) {
		case *parse.TextNode:
			line := 1 + bytes.Count(source[:n.Pos], []byte("\n"))
			var b bytes.Buffer
			for i, piece := range bytes.SplitAfter(n.Text, []byte("\n")) {
				b.Write(markOf(line + i))
				b.Write(piece)
			}
			n.Text = b.Bytes()
		case *parse.ActionNode:
			marked = append(marked, &parse.TextNode{NodeType: parse.NodeText, Text: markOf(n.Line)})
		case *parse.TemplateNode:
			marked = append(marked, &parse.TextNode{NodeType: parse.NodeText, Text: markOf(n.Line)})
		case *parse.IfNode:
			mark(n.List, source)
			mark(n.ElseList, source)
		case *parse.RangeNode:
			mark(n.List, source)
			mark(n.ElseList, source)
		case *parse.WithNode:
			mark(n.List, source)
			mark(n.ElseList, source)
		}
	}
	list.Nodes = marked
}

// markOf returns the mark of a line.
func markOf(line int) []byte {
	return append(strconv.AppendInt([]byte{marker}, int64(line), 10), marker)
}

// unmarked takes the marks out of what a template prints. A line is that of its
// first mark, or, as those that a function prints have none, of the next one.
func unmarked(text []byte) (out []byte, lines []int) {
	var b bytes.Buffer
	unknown := 0 // lines that have no mark so far
	last := 1
	for line := range bytes.Lines(text) {
		first := 0
		for len(line) > 0 {
			before, rest, found := bytes.Cut(line, []byte{marker})
			b.Write(before)
			if !found {
				break
			}
			number, after, _ := bytes.Cut(rest, []byte{marker})
			if n, err := strconv.Atoi(string(number)); err == nil && first == 0 {
				first = n
			}
			line = after
		}
		unknown++
		if first > 0 {
			for ; unknown > 0; unknown-- {
				lines = append(lines, first)
			}
			last = first
		}
	}
	for ; unknown > 0; unknown-- {
		lines = append(lines, last)
	}
	return b.Bytes(), lines
}
