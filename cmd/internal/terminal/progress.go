package terminal

import (
	"fmt"
	"io"
	"time"
)

// A run says that it is still at work after patience, and how long it has
// taken every second from then on.
const patience = 2 * time.Second

// Progress says on the terminal w that a run is still at work. The caller
// calls stop when it has ended, which takes the line away again. Where w is no
// terminal nothing is written.
func Progress(w io.Writer) (stop func()) {
	if _, ok := of(w); !ok {
		return func() {}
	}
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		begin := time.Now()
		wait := time.NewTimer(patience)
		defer wait.Stop()
		shown := false
		for {
			select {
			case <-done:
				if shown {
					fmt.Fprint(w, "\r\x1b[K")
				}
				return
			case <-wait.C:
				shown = true
				text := fmt.Sprintf("portvet: analysing, %d s", int(time.Since(begin).Seconds()))
				if time.Since(begin) > 5*patience {
					text += "; the next run will be quicker, go caches the results"
				}
				fmt.Fprintf(w, "\r\x1b[K%s", text)
				wait.Reset(time.Second)
			}
		}
	}()
	return func() {
		close(done)
		<-stopped
	}
}
