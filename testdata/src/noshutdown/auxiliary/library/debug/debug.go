// Package debug links in pprof for the program.
package debug

import _ "net/http/pprof"
