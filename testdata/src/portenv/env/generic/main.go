// Command generic has a function for all types.
package main

import (
	"fmt"
	"net/http"
	"os"
	"strconv"
)

func getEnv[T any](key string, fallback T, parse func(string) (T, error)) T {
	v, err := parse(os.Getenv(key))
	if err != nil {
		return fallback
	}
	return v
}

func main() {
	http.ListenAndServe(fmt.Sprintf(":%d", getEnv("HTTP_PORT", 8080, strconv.Atoi)), http.FileServer(http.Dir(".")))
}
