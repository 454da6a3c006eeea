// Package flags is a stub of github.com/jessevdk/go-flags: the signatures that tests use.
package flags

type Options uint

const Default = 7

type Parser struct{ *Command }

type Command struct{ *Group }

type Group struct{ Namespace string }

func Parse(data any) ([]string, error) { return nil, nil }

func NewParser(data any, options Options) *Parser { return nil }

func (p *Parser) Parse() ([]string, error) { return nil, nil }

func (c *Command) AddGroup(shortDescription, longDescription string, data any) (*Group, error) {
	return nil, nil
}
