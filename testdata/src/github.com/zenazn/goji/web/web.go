// Package web is a stub.
package web

// HandlerType is a handler.
type HandlerType interface{}

// PatternType is a pattern.
type PatternType interface{}
