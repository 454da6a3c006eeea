// Package source says where to listen, by an interface.
package source

import "os"

type Source interface{ Addr() string }

type Fixed struct{ Port string }

func (f *Fixed) Addr() string { return ":" + f.Port }

type Environment struct{ Name string }

func (e Environment) Addr() string { return ":" + os.Getenv(e.Name) }
