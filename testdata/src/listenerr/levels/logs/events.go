package logs

import "github.com/rs/zerolog"

// Events is a log of events that hands on to another.
type Events struct{ under *zerolog.Logger }

// Fatal begins an event that ends the process when it is sent.
func (e *Events) Fatal() *zerolog.Event { return e.under.Fatal() }
