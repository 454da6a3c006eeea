// Package main opens a browser on itself.
package main

import (
	"net/http"
	"os/exec"
)

func main() {
	go exec.Command("xdg-open", "http://localhost:8085").Start()
	http.ListenAndServe("localhost:8085", nil)
}
