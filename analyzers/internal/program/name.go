package program

import (
	"path"
	"slices"
	"strings"
)

// protocolNames are names of programs that say what they speak, or that they
// are programs: a variable such as HTTP_PORT is named after that.
var protocolNames = []string{"app", "cmd", "grpc", "http", "https", "main", "server", "service", "src", "tcp", "udp"}

// ProgramNames returns what the program is called that the package is, or is a
// part of: by the folder that it is in, and by the module. Names that say nothing
// of it are left out.
func (p *Program) ProgramNames() []string {
	var names []string
	if p.Main {
		names = append(names, lastName(p.Pkg.Path()))
	}
	if p.Module != nil {
		names = append(names, lastName(p.Module.Path))
	}
	return slices.DeleteFunc(names, func(name string) bool { return name == "" || slices.Contains(protocolNames, name) })
}

// lastName returns the last segment of an import path that is no major version.
func lastName(of string) string {
	base := path.Base(of)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(of))
	}
	if base == "." || base == "/" {
		return ""
	}
	return base
}
