// Package debug registers profiles.
package debug

import _ "net/http/pprof"
