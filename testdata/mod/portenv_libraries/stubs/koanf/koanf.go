// Package koanf is a stub of github.com/knadh/koanf/v2: the signatures that tests use.
package koanf

type Provider interface {
	ReadBytes() ([]byte, error)
	Read() (map[string]any, error)
}

type Parser interface {
	Unmarshal([]byte) (map[string]any, error)
	Marshal(map[string]any) ([]byte, error)
}

type Option func(*options)

type options struct{}

type Koanf struct{ n int }

func New(delim string) *Koanf { return &Koanf{} }

func (ko *Koanf) Load(p Provider, pa Parser, opts ...Option) error { return nil }
func (ko *Koanf) String(path string) string                        { return "" }
func (ko *Koanf) Unmarshal(path string, o any) error               { return nil }
