// Package dig is a stub of go.uber.org/dig: the signatures that tests use.
package dig

type (
	Container     struct{ scope *Scope }
	Scope         struct{ name string }
	Option        interface{ applyOption(*Container) }
	ProvideOption interface{ applyProvideOption() }
	InvokeOption  interface{ applyInvokeOption() }
)

func New(opts ...Option) *Container { return &Container{} }

func (c *Container) Provide(constructor interface{}, opts ...ProvideOption) error { return nil }
func (c *Container) Invoke(function interface{}, opts ...InvokeOption) error      { return nil }
