// Package report sends errors to where people read them.
package report

import "log"

// ID names what was sent.
type ID string

// CaptureException sends err.
func CaptureException(err error) *ID {
	log.Print("sent: ", err)
	return new(ID)
}
