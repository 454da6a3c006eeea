// Command wails shows a window.
package main

import (
	"net"

	"github.com/wailsapp/wails/v2"
)

func main() {
	go net.Listen("tcp", "127.0.0.1:8080")
	wails.Run(&wails.App{Title: "app"})
}
