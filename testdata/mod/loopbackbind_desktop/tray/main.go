// Command tray has an icon.
package main

import (
	"example.com/desktop/internal/api"

	"github.com/getlantern/systray"
)

func main() {
	go api.Serve("localhost:8080")
	systray.Run(func() {}, func() {})
}
