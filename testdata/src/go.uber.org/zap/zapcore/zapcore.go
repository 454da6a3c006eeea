// Package zapcore is a stub of go.uber.org/zap/zapcore: the signatures that tests use.
package zapcore

type Field struct{ Key string }
