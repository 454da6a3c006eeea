// Command sscanf reads a number from a variable that it looks up.
package main

import (
	"fmt"
	"net/http"
	"os"
)

type settings struct{ Port int }

func number(key string, otherwise int) int {
	if text := os.Getenv(key); text != "" {
		var n int
		fmt.Sscanf(text, "%d", &n)
		return n
	}
	return otherwise
}

func load() *settings { return &settings{Port: number("PORT", 8080)} }

func main() {
	s := load()
	http.ListenAndServe(fmt.Sprintf(":%d", s.Port), http.FileServer(http.Dir(".")))
}
