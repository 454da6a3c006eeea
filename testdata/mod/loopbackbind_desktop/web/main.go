// Command web opens a browser on itself.
package main

import (
	"example.com/desktop/internal/api"

	"github.com/pkg/browser"
)

func main() {
	go browser.OpenURL("http://localhost:8080")
	api.Serve("localhost:8080")
}
