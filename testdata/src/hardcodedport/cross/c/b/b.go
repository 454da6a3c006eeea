// Package b has the name of another package, and binds nothing.
package b

func Serve(addr string, h any) error { return nil }
