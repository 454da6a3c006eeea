// Package malformed reads what libraries say of malformed texts.
package malformed

import (
	"strconv"
	"strings"
)

// YAML returns the first line of an error of the YAML library, and the line of
// the text that it names, 0 where it names none:
//
//	yaml: line 3: did not find expected key
func YAML(err error) (line int, message string) {
	message, _, _ = strings.Cut(err.Error(), "\n")
	message = strings.TrimPrefix(message, "yaml: ")
	at, rest, ok := strings.Cut(strings.TrimPrefix(message, "line "), ": ")
	if n, err := strconv.Atoi(at); ok && err == nil && strings.HasPrefix(message, "line ") {
		return n, rest
	}
	return 0, message
}
