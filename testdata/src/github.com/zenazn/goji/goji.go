// Package goji is a stub.
package goji

import "github.com/zenazn/goji/web"

// Get adds a handler.
func Get(pattern web.PatternType, handler web.HandlerType) {}

// Serve serves, and drains at an interrupt.
func Serve() {}
