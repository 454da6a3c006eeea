// Package zerolog is a stub of github.com/rs/zerolog: the signatures that tests use.
package zerolog

type Event struct{ n int }

func (e *Event) Err(err error) *Event { return e }
func (e *Event) Msg(msg string)       {}
func (e *Event) Send()                {}

type Logger struct{ n int }

func (l *Logger) Fatal() *Event { return nil }
