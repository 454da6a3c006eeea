// Package logs is a log with levels of the program's own.
package logs

import (
	"log"
	"os"
)

type Level int

const (
	Warning Level = iota
	Severe
)

type Logger struct{ Level Level }

// Error writes msg down.
func (l *Logger) Error(msg string, err error) {
	if l.Level <= Severe {
		log.Println(msg, err)
	}
}

// ErrorExit writes msg down and ends the process in production.
func (l *Logger) ErrorExit(msg string, err error) {
	l.Error(msg, err)
	if os.Getenv("STAGE") == "production" {
		os.Exit(1)
	}
}

// Fatal writes msg down and ends the process if anything is written at all.
func (l *Logger) Fatal(msg string, err error) {
	if l.Level <= Severe {
		log.Println(msg, err)
		os.Exit(1)
	}
}
