package rule

import "go/token"

// IsClosed returns the text of the question whether the error called err says
// that a server of net/http was stopped.
func (e *Edit) IsClosed(err string, at token.Pos) string {
	return e.Use("errors", "Is", at) + "(" + err + ", " + e.Use("net/http", "ErrServerClosed", at) + ")"
}

// Apart returns the text of a context that does not end with the context that
// is written as ctx: the same without that, or a new one before Go 1.21.
func (e *Edit) Apart(ctx string, at token.Pos) string {
	if !e.AtLeast("go1.21") {
		return e.Use("context", "Background", at) + "()"
	}
	return e.Use("context", "WithoutCancel", at) + "(" + ctx + ")"
}
