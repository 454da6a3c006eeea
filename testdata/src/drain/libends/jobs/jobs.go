// Package jobs does things every day.
package jobs

import (
	"os"

	"github.com/robfig/cron/v3"
)

// Jobs are what is done.
type Jobs struct{ cron *cron.Cron }

// New starts them.
func New() *Jobs {
	j := &Jobs{cron.New()}
	j.cron.Start()
	return j
}

// Close ends them.
func (j *Jobs) Close() { j.cron.Stop() }

// Prepare waits until there is a file.
func Prepare() {
	for {
		if _, err := os.Stat("ready"); err == nil {
			return
		}
	}
}
