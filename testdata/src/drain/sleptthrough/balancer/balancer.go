// Package balancer waits until requests go elsewhere.
package balancer

import "time"

const settle = 5 * time.Second

// Leave takes its time.
func Leave() { pause() }

func pause() { time.Sleep(settle) }

// Maybe may take none.
func Maybe(soon bool) {
	if soon {
		return
	}
	time.Sleep(settle)
}
