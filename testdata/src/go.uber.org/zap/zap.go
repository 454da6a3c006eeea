// Package zap is a stub of go.uber.org/zap: the signatures that tests use.
package zap

import "go.uber.org/zap/zapcore"

type Field = zapcore.Field

func Error(err error) Field { return Field{} }

type Logger struct{ n int }

func L() *Logger { return nil }

func (log *Logger) Warn(msg string, fields ...Field)  {}
func (log *Logger) Fatal(msg string, fields ...Field) {}

type SugaredLogger struct{ n int }

func S() *SugaredLogger { return nil }

func (s *SugaredLogger) Fatalw(msg string, keysAndValues ...interface{}) {}
func (s *SugaredLogger) Errorw(msg string, keysAndValues ...interface{}) {}
