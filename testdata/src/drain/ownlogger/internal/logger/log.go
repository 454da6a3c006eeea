package logger

import (
	"fmt"
	"io"
	"os"
	"sync"
)

// Log writes one line after the other.
type Log struct {
	mu  sync.Mutex
	out io.Writer
}

var std = &Log{out: os.Stderr}

// Fatal logs, and ends the process.
func (l *Log) Fatal(v ...any) {
	l.write(v...)
	os.Exit(1)
}

func (l *Log) write(v ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintln(l.out, v...)
}

// Fatal logs with the log of all, and ends the process.
func Fatal(v ...any) { std.Fatal(v...) }
