// Package pflag is a stub of github.com/spf13/pflag: the signatures that tests use.
package pflag

type Flag struct {
	Name     string
	DefValue string
}

type ErrorHandling int

type FlagSet struct{ Usage func() }

func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet { return &FlagSet{} }

func Parse() {}

func (f *FlagSet) Parse(arguments []string) error        { return nil }
func (f *FlagSet) GetString(name string) (string, error) { return "", nil }
func (f *FlagSet) GetInt(name string) (int, error)       { return 0, nil }

func String(name string, value string, usage string) *string                   { return new(string) }
func StringP(name, shorthand string, value string, usage string) *string       { return new(string) }
func StringVar(p *string, name string, value string, usage string)             {}
func StringVarP(p *string, name, shorthand string, value string, usage string) {}
func Int(name string, value int, usage string) *int                            { return new(int) }
func IntP(name, shorthand string, value int, usage string) *int                { return new(int) }
func IntVar(p *int, name string, value int, usage string)                      {}
func IntVarP(p *int, name, shorthand string, value int, usage string)          {}
func Uint16(name string, value uint16, usage string) *uint16                   { return new(uint16) }
func Uint16P(name, shorthand string, value uint16, usage string) *uint16       { return new(uint16) }
func Uint16Var(p *uint16, name string, value uint16, usage string)             {}
func Uint16VarP(p *uint16, name, shorthand string, value uint16, usage string) {}
func Lookup(name string) *Flag                                                 { return nil }
func (f *FlagSet) String(name string, value string, usage string) *string      { return new(string) }
func (f *FlagSet) StringP(name, shorthand string, value string, usage string) *string {
	return new(string)
}
func (f *FlagSet) StringVar(p *string, name string, value string, usage string)             {}
func (f *FlagSet) StringVarP(p *string, name, shorthand string, value string, usage string) {}
func (f *FlagSet) Int(name string, value int, usage string) *int                            { return new(int) }
func (f *FlagSet) IntP(name, shorthand string, value int, usage string) *int                { return new(int) }
func (f *FlagSet) IntVar(p *int, name string, value int, usage string)                      {}
func (f *FlagSet) IntVarP(p *int, name, shorthand string, value int, usage string)          {}
func (f *FlagSet) Uint16(name string, value uint16, usage string) *uint16                   { return new(uint16) }
func (f *FlagSet) Uint16P(name, shorthand string, value uint16, usage string) *uint16 {
	return new(uint16)
}
func (f *FlagSet) Uint16Var(p *uint16, name string, value uint16, usage string)             {}
func (f *FlagSet) Uint16VarP(p *uint16, name, shorthand string, value uint16, usage string) {}
func (f *FlagSet) Lookup(name string) *Flag                                                 { return nil }

func (f *FlagSet) VisitAll(fn func(*Flag))      {}
func (f *FlagSet) Set(name, value string) error { return nil }
