// Package main opens a browser.
package main

import (
	"net/http"
	"os/exec"
	"runtime"
)

func main() {
	go open("http://localhost:8085")
	http.ListenAndServe("localhost:8085", nil)
}

func open(url string) {
	switch runtime.GOOS {
	case "darwin":
		exec.Command("open", url).Start()
	case "windows":
		exec.Command("rundll32", "url.dll,FileProtocolHandler", url).Start()
	default:
		exec.Command("xdg-open", url).Start()
	}
}
