// Package lifecycle has types with servers in exported fields.
package lifecycle

import "net/http"

// App is for others to use.
type App struct{ Server *http.Server }

// Apps are several.
type Apps struct{ All []*App }
