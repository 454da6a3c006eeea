// Package arg is a stub of github.com/alexflint/go-arg: the signatures that tests use.
package arg

type Parser struct{}

func MustParse(dest ...any) *Parser { return nil }

func Parse(dest ...any) error { return nil }
