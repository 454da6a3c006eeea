package origin

import (
	"go/ast"
	"go/types"
)

// What follows keeps an evaluation bounded: by the work that it may take, and
// where it comes back to what it is evaluating already.

// Bounds on the work for one question and for one package.
const (
	maxQuery  = 6_000
	maxExport = 200 // for what others may ask
	maxSteps  = 150_000
)

// budget counts the work.
type budget struct {
	depth int // of nested evaluations
	steps int // so far
	query int // steps when the question at hand was asked
	limit int // steps that it may take

	work Work
}

// Work is what evaluation took in a package, or may take.
type Work struct {
	Steps    int // in all
	Question int // steps of the longest question
	Depth    int // of the deepest
	Refused  int // how often it was to take more, and gave no answer
}

// Bounds are the limits of Work. What is beyond them is unknown.
var Bounds = Work{Steps: maxSteps, Question: maxQuery, Depth: maxDepth}

// Work returns what evaluation has taken so far.
func (ev *Evaluator) Work() Work {
	w := ev.budget.work
	w.Steps = ev.steps
	return w
}

// enter begins a step, which leave ends. It reports whether there may be one.
func (b *budget) enter() bool {
	if b.depth == 0 {
		b.query = b.steps
	}
	b.steps++
	b.depth++
	if b.depth > maxDepth || b.steps > maxSteps || b.spent() {
		b.depth--
		b.work.Refused++
		return false
	}
	b.work.Depth = max(b.work.Depth, b.depth)
	b.work.Question = max(b.work.Question, b.steps-b.query)
	return true
}

func (b *budget) leave() { b.depth-- }

// spent reports whether the question at hand has taken what it may.
func (b *budget) spent() bool { return b.steps-b.query > b.limit }

// cycles are what is being evaluated, which adds nothing of its own when it is
// met again.
type cycles struct {
	busy      map[any]Value // variables and calls, and what is known of them so far
	busyField map[*ast.SelectorExpr]bool
	busyAny   map[*types.Var]bool
	closing   map[string]bool
	cut       int // how often a cycle was cut short: what was found then is not all
}
