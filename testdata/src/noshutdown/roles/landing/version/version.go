// Package version says which version this is.
package version

// Number is set when the program is linked.
var Number string
