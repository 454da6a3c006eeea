// Package graceful is a stub.
package graceful

import "os"

// AddSignal has more signals drain servers.
func AddSignal(sig ...os.Signal) {}
